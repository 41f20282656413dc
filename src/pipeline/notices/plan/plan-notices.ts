// Plans who of a case is told what over which channel, before anything is sent. In: a case and what people said of the
// incident. Out: a plan in the ledger, whole or not at all: killed at any moment there is the one before, or this. A plan
// of which nothing was sent is replaced; where something was, the new one tells only those who have lost more than they
// were told. What was done, with counts, is in the custody log before and after.

import { appendCustody, type CustodyEntry } from '../../../custody/index.ts';
import { factsOf, hashOfTexts, type NoticeFacts, writtenWords } from '../../../notify/index.ts';
import { type CaseFacts, caseState } from '../../../register/index.ts';
import {
  beginVaultChange,
  type CaseRecord,
  guarded,
  type InstanceHome,
  listDirectories,
  readEvents,
  readTotals,
  type Vault,
} from '../../../store/index.ts';
import {
  hasNotices,
  holdAllSenders,
  insertPlan,
  keepLastEvent,
  listPlans,
  isBegun,
  openNotices,
  openOrCreateNotices,
  removePlan,
  setPlanCounts,
  createSpentContacts,
} from '../../../store/notices/index.ts';
import { isDirectoryOutdated, joinAgain } from '../../directory/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { type EarlierTold, readBefore, settleStopped } from '../again/index.ts';
import { type Directions, directionsOf } from '../directions/index.ts';
import type { PlanFacts } from '../plan-facts.ts';
import { settleReferences } from '../references/settle-references.ts';
import type { ChannelSettings } from './channel-rules.ts';
import { type ChosenSpool, createChosenSpool } from './chosen-spool.ts';
import { createContactSpools } from './contact-spools.ts';
import { languageOf } from './country-signs.ts';
import { type DecidedPeople, decideRecipients } from './decide-recipients.ts';
import { createContents, type NoticeContents, toldClass } from './notice-contents.ts';
import { createPlanCounter, type PlanCounter } from './plan-counter.ts';
import { type PlanPeople, readPlanPeople } from './plan-people.ts';
import { planBasis } from './plan-basis.ts';
import type { PlannedNotices, PlanOptions, PlanRequest } from './plan-types.ts';
import { readDirectories, readLeakedContacts } from './read-contacts.ts';
import { renderTexts } from './render-texts.ts';
import { createSharedEmails } from './shared-emails.ts';
import { shownPlan } from './shown-plan.ts';
import { orderedTexts, type PlannedText, writeKnownPeople, writePlan } from './write-plan.ts';

/** Throws USAGE, CASE_BUSY, SENDER_RUNNING, LETTERS_UNFINISHED, TABLE_WRONG, EVIDENCE_CHANGED, and what rendering throws. */
export async function planNotices(
  home: InstanceHome,
  record: CaseRecord,
  request: PlanRequest,
  options: PlanOptions,
): Promise<PlannedNotices> {
  const { who, now = () => new Date() } = options;
  const readFor = { home, who, what: 'notify.read' };
  if (isDirectoryOutdated(record)) await joinAgain(record, readFor, options);
  // meanwhile nobody adds to the case, splits, publishes or destroys it
  using change = beginVaultChange(record);
  using _sender = holdSending(record, who, now());
  const { vault } = change;
  const said = { who, case: record.case, what: 'notify.plan' } satisfies Omit<CustodyEntry, 'result'>;
  const people = guarded(record.case, () => readPlanPeople(vault, record.case, now()));
  const directions = request.directions === null ? null : directionsOf(request.directions, vault);
  appendCustody(home, { ...said, result: 'begun' }, record.key);
  try {
    using contacts = createContactSpools(record.folder, people.numbers);
    const isAsked = (person: number) => people.isPerson(person);
    const directories = readDirectories(vault, isAsked, contacts);
    await readLeakedContacts(record, isAsked, contacts, {
      readFor,
      ...(options.workers === undefined ? {} : { workers: options.workers }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.tuning === undefined ? {} : { tuning: options.tuning }),
      onProgress: ({ bytes, totalBytes }) =>
        options.onProgress?.('reading the evidence', Math.min(1, bytes / Math.max(1, totalBytes))),
    });
    using chosen = createChosenSpool(record.folder);
    const decided = decide(
      record,
      vault,
      request,
      { people, contacts, directories, directions, chosen },
      options,
    );
    const planned = write(record, vault, request, { ...decided, people, chosen, directions }, options);
    appendCustody(
      home,
      {
        ...said,
        on: String(planned.plan),
        result: 'done',
        counts: {
          people: planned.people,
          notices: planned.notices,
          unreachable: planned.unreachable,
          variants: planned.variants.length,
        },
        hashes: { texts: hashOfTexts(decided.texts.map(({ planned: { text } }) => text)) },
      },
      record.key,
    );
    return planned;
  } catch (error) {
    appendCustody(home, { ...said, result: 'failed' }, record.key);
    throw error;
  }
}

/** Who sends decides by a plan: it is not changed under him. What a stopped run left is settled. */
function holdSending(record: CaseRecord, who: string, now: Date): Disposable {
  if (!hasNotices(record)) return { [Symbol.dispose]: () => {} };
  const notices = openNotices(record);
  try {
    const held = holdAllSenders(record, notices.db, { who, now, as: 'planned' });
    try {
      settleStopped(record, notices.db, now);
    } catch (error) {
      held[Symbol.dispose]();
      throw error;
    }
    return {
      [Symbol.dispose]() {
        held[Symbol.dispose]();
        notices[Symbol.dispose]();
      },
    };
  } catch (error) {
    notices[Symbol.dispose]();
    throw error;
  }
}

interface Decided {
  decided: DecidedPeople;
  contents: NoticeContents;
  isShared: (email: string) => boolean;
  facts: PlanFacts['facts'];
  /** In the order of their variants. */
  texts: { place: number; planned: PlannedText }[];
  byContent: (PlannedText | null)[];
  earlier: EarlierTold | null;
  /** ISO 3166; of the case. */
  country: string | null;
}

function decide(
  record: CaseRecord,
  vault: Vault,
  request: PlanRequest,
  given: Pick<
    Parameters<typeof decideRecipients>[0],
    'people' | 'contacts' | 'directories' | 'directions' | 'chosen'
  >,
  { signal, onProgress }: PlanOptions,
): Decided {
  const { people } = given;
  const state = caseState(readEvents(record));
  const named = onlyController(vault, state.facts);
  const factsBy = new Map<string | null, NoticeFacts>(
    people.controllers.map((controller) => [
      controller,
      factsOf(request.about, state, controller ?? named, request.hostname),
    ]),
  );
  const shared = createSharedEmails(createIdentifierHasher(vault.seed));
  const contents = createContents(people.held);
  const isWritten = (language: string) =>
    Object.hasOwn(writtenWords, language) || Object.hasOwn(request.words, language);
  const { country } = state.facts;
  const ofCase = languageOf(country);
  using before = readBefore(record, vault, {
    isPerson: people.isPerson,
    lossesOf: (person, controller) =>
      (people.noticesOf(person).find((notice) => notice.controller === controller)?.classes ?? []).map(
        toldClass,
      ),
  });
  const decided = decideRecipients({
    ...given,
    earlier: before.earlier,
    toldChannels: before.toldChannels,
    spentContacts: before.db === null ? () => [] : createSpentContacts(before.db),
    isCorrection: (controller, last) =>
      before.isNewCorrection(controller, factsBy.get(controller)?.correction ?? null, last),
    contents,
    shared,
    isWritten,
    usualLanguage: request.language ?? (ofCase !== null && isWritten(ofCase) ? ofCase : 'en'),
    usualCountry: country,
    heirs: request.heirs,
    channels: request.channels,
    onPerson(person) {
      if (person % tellEvery !== 0) return;
      signal?.throwIfAborted();
      onProgress?.('deciding', person / Math.max(1, people.numbers));
    },
  });
  const byContent = renderTexts(contents, (controller) => factsBy.get(controller)!, request.words);
  return {
    decided,
    contents,
    isShared: shared.settle(),
    facts: [...factsBy].map(([controller, facts]) => ({ controller, facts })),
    texts: orderedTexts(byContent),
    byContent,
    earlier: before.earlier,
    country,
  };
}

const tellEvery = 10_000;

/** A case that is not split has one controller: the one that gave its directory, where nobody said who it is. */
function onlyController({ db }: Pick<Vault, 'db'>, { organisations }: CaseFacts): string | null {
  if (organisations.length > 0) return null;
  const [first, ...others] = listDirectories(db);
  return first !== undefined && others.length === 0 ? first.controller : null;
}

function write(
  record: CaseRecord,
  vault: Vault,
  request: PlanRequest,
  given: Decided & { people: PlanPeople; chosen: ChosenSpool; directions: Directions | null },
  { who, now = () => new Date(), signal, onProgress }: PlanOptions,
): PlannedNotices {
  const { decided, byContent, texts, isShared, chosen, facts, earlier, people } = given;
  const settings: ChannelSettings = { order: request.channels, heirs: request.heirs };
  const counter: PlanCounter = createPlanCounter(request.channels);
  const counted = guarded(record.case, () => readTotals(vault.db)).people!;
  const at = now();
  using notices = openOrCreateNotices(record);
  const { db } = notices;
  const textsHash = hashOfTexts(texts.map(({ planned }) => planned.text));
  const { channels, heirs, language, words } = request;
  return db
    .transaction((): PlannedNotices => {
      for (const { plan } of listPlans(db)) if (!isBegun(db, plan)) removePlan(db, plan);
      const kind = kindOf(given);
      const plan = insertPlan(db, {
        at: at.toISOString(),
        who,
        kind,
        state: 'planned',
        basis: planBasis(record, vault),
        settings: { channels, heirs, language, words, facts },
        counts: {},
        textsHash,
      });
      const numbers = writePlan(db, {
        plan,
        atMs: at.getTime(),
        chosen,
        texts: byContent,
        settings,
        isShared,
        counter,
        onRecipient(person) {
          if (person % tellEvery !== 0) return;
          signal?.throwIfAborted();
          onProgress?.('writing', person / Math.max(1, people.numbers));
        },
      });
      writeKnownPeople(db, vault, numbers);
      settleReferences(notices);
      if (earlier !== null) keepLastEvent(db, plan, earlier.lastEvent);
      const shown = shownPlan(
        { plan, kind, state: 'planned', people: counted.count, decided, counts: counter.counts() },
        { db, facts, request, directions: given.directions, country: given.country, now: at },
      );
      setPlanCounts(db, plan, shown, textsHash);
      signal?.throwIfAborted();
      return shown;
    })
    .immediate();
}

function kindOf({ earlier, contents: { contents } }: Decided): string {
  if (earlier === null) return 'first';
  return contents.some(({ kind }) => kind === 'correction') ? 'correction' : 'more';
}
