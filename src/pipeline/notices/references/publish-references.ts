// Makes the references of a case's notices known to the register, so that whoever got one can ask whether it is real. In:
// a case whose notices were approved. Out: keyed hashes, and what is said of each notice: who sends it, since when, over
// which channels. Killed on the way nobody is told of a half; the same call goes on. What nobody sends any more goes.

import { TocsinError } from '../../../base/index.ts';
import { appendCustody, type CustodyEntry } from '../../../custody/index.ts';
import { type KnownNotice, noticePurpose, type PublishedText } from '../../../lookup/index.ts';
import type { NoticeContent } from '../../../notify/index.ts';
import { createCodeKeys, createPersonKeys } from '../../../register/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import {
  approvedAt,
  isBegun,
  listPlans,
  type Notices,
  openNotices,
  type StoredPlan,
  type StoredVariant,
  variantsOf,
} from '../../../store/notices/index.ts';
import {
  addNoticeReferences,
  beginNotice,
  noticesOfCase,
  presentNotice,
  putNoticeTexts,
  referenceKeyBytes,
  type RegisterDatabase,
  removeNotice,
  sealJson,
} from '../../../store/register/index.ts';
import { factsOfPlan } from '../plan-facts.ts';
import { portalCodes } from './portal-codes.ts';
import { referenceKeys } from './reference-keys.ts';

export interface PublishReferencesOptions {
  who: string;
  /** Whether the texts are to be public; null leaves it as it is. */
  areTextsPublic?: boolean | null;
  now?: () => Date;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

export interface PublishedReferences {
  /** How many notices, one for each plan and controller, are known now. */
  notices: number;
  references: number;
  /** Of notices that were known before and that nobody sends any more. */
  removed: number;
  /** References that also show the statement in the portal, with the date of birth. */
  codes: number;
  /** How many texts are public. */
  texts: number;
}

/** Throws NOTICES_NONE, NOTICES_NOT_APPROVED. */
export async function publishReferences(
  home: InstanceHome,
  register: RegisterDatabase,
  record: CaseRecord,
  { who, areTextsPublic = null, now = () => new Date(), signal, onShare }: PublishReferencesOptions,
): Promise<PublishedReferences> {
  using notices = openNotices(record);
  const plans = listPlans(notices.db).filter((plan) => isOut(notices, plan));
  if (plans.length === 0)
    throw new TocsinError('NOTICES_NOT_APPROVED', `no plan of the case ${record.case} is approved`, {
      hint: 'a reference is told to nobody before two people approved: tocsin notify approve CASE --by NAME',
    });
  const enter = (result: CustodyEntry['result'], counts?: Record<string, number>) =>
    appendCustody(
      home,
      { who, case: record.case, what: 'notify.references', result, ...(counts ? { counts } : {}) },
      record.key,
    );
  enter('begun');
  try {
    const parts = plans.flatMap((plan) => partsOf(notices, plan));
    const counts = { notices: parts.length, references: 0, removed: 0, codes: 0, texts: 0 };
    const kept = new Set<number>();
    for (const [i, part] of parts.entries()) {
      const share = (done: number) => onShare?.((i + done) / parts.length);
      const { notice, references } = await loadPart(register, record, notices, part, { now, signal, share });
      kept.add(notice);
      counts.references += references;
      if (areTextsPublic !== null)
        await putNoticeTexts(register, notice, areTextsPublic ? textsOf(part) : []);
      if (areTextsPublic === true) counts.texts += part.variants.length;
    }
    for (const { notice } of await noticesOfCase(register.rows, record.case)) {
      if (kept.has(notice)) continue;
      await removeNotice(register, notice, { signal });
      counts.removed++;
    }
    // of the newest alone: people of earlier plans had other numbers
    const madeAt = now().getTime();
    counts.codes = await portalCodes(register, record, notices, plans[0]!, { madeAt, signal });
    enter('done', { ...counts });
    return counts;
  } catch (error) {
    enter('failed');
    throw error;
  }
}

/** Whether a notice of it may be in somebody's hands, or is about to be. */
function isOut({ db }: Notices, { plan, state }: StoredPlan): boolean {
  return state === 'approved' || (state === 'replaced' && isBegun(db, plan));
}

/** What is one notice to those who ask: of one plan, in the name of one controller. */
interface NoticePart {
  plan: StoredPlan;
  controller: string | null;
  variants: StoredVariant[];
  known: KnownNotice;
}

function partsOf({ db }: Notices, plan: StoredPlan): NoticePart[] {
  const byController = Map.groupBy(variantsOf(db, plan.plan), ({ controller }) => controller);
  return Array.from(byController, ([controller, variants]) => {
    const { organisation, sender } = factsOfPlan(plan, controller);
    const known: KnownNotice = {
      organisation: organisation ?? controller,
      sender: sender.address,
      since: (approvedAt(db, plan.plan) ?? plan.at).slice(0, 'yyyy-mm-dd'.length),
      channels: channelsOf(db, plan.plan),
      kind: plan.kind as KnownNotice['kind'],
    };
    return { plan, controller, variants, known };
  });
}

const channelOrder = 'elsc';

function channelsOf(db: Notices['db'], plan: number): string {
  const used = db.prepare('SELECT DISTINCT channel FROM send WHERE plan = ?').pluck().all(plan) as string[];
  return [...channelOrder].filter((channel) => used.includes(channel)).join('');
}

async function loadPart(
  register: RegisterDatabase,
  record: CaseRecord,
  notices: Notices,
  { plan, controller, variants, known }: NoticePart,
  { now, signal, share }: { now: () => Date; signal: AbortSignal | undefined; share: (done: number) => void },
): Promise<{ notice: number; references: number }> {
  const sealed = sealJson(register.secrets, noticePurpose, known);
  const notice = await beginNotice(register, {
    caseId: record.case,
    plan: plan.plan,
    controllerKey: createPersonKeys(register.secrets('notice-reference'))('controller', controller ?? ''),
    sealed,
  });
  const keys = referenceKeys(
    notices,
    plan.plan,
    new Set(variants.map(({ variant }) => variant)),
    createCodeKeys(register.secrets('notice-reference')),
    (done) => share(done / 2),
  );
  await addNoticeReferences(register, notice, keys, { signal, onShare: (done) => share((1 + done) / 2) });
  const references = keys.length / referenceKeyBytes;
  await presentNotice(register, notice, { sealed, references, knownAt: now().getTime() });
  return { notice, references };
}

function textsOf({ variants }: NoticePart): { number: number; language: string; body: string }[] {
  return variants.map(({ variant, language, audience, content, sha256, texts }) => {
    const classes = (content as NoticeContent).classes.map((one) => one.class);
    const body: PublishedText = { audience, classes, sha256, text: texts };
    return { number: variant, language, body: JSON.stringify(body) };
  });
}
