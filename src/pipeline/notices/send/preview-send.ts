// What a sending would do, without a network and without a change. In: an approved plan. Out: how many mails to how many
// domains, and the first mail of each variant as it would go out, with nothing of anybody in it.

import { type Composer, createComposer } from '../../../notify/index.ts';
import type { CaseRecord } from '../../../store/index.ts';
import { leasedMails, listPauses, openDomains, openNotices } from '../../../store/notices/index.ts';
import { approvedPlan } from '../approved-plan.ts';
import { mailSettings, type MailSettings, refuseUnsaidSender } from './mail-settings.ts';
import type { SendRequest } from './send-types.ts';

export interface SendPreview {
  plan: number;
  isDryRun: true;
  /** E-mails that would be handed over. */
  mails: number;
  /** Those that a stopped run left without an answer: they would go out again. */
  uncertain: number;
  domains: number;
  largestDomains: { domain: string; mails: number }[];
  pauses: string[];
  variants: { variant: number; language: string; subject: string; bytes: number }[];
  /** Of the first variant: the whole message, with marks in the place of the person. */
  example: string;
}

const mostDomains = 10;

/** Throws what the sending itself would throw before it begins. */
export async function previewSend(
  record: CaseRecord,
  request: SendRequest,
  now: () => number = Date.now,
): Promise<SendPreview> {
  using notices = openNotices(record);
  const { db, secret } = notices;
  const approved = approvedPlan(notices, record.case);
  const { plan } = approved.plan;
  const settings = mailSettings(approved, secret, { ...request, now });
  refuseUnsaidSender(settings, request.smtp);
  const domains = openDomains(db, plan).sort((a, b) => b.sends - a.sends);
  const { variants, from, fromOf, dkim } = settings;
  await using composer = createComposer({ variants, from, fromOf, dkim, threads: 1 });
  const mails = await maskedMails(composer, settings, now());
  const uncertain = leasedMails(db, plan).length;
  return {
    plan,
    isDryRun: true,
    mails: domains.reduce((sum, { sends }) => sum + sends, 0) + uncertain,
    uncertain,
    domains: domains.length,
    largestDomains: domains.slice(0, mostDomains).map(({ name, sends }) => ({ domain: name, mails: sends })),
    pauses: listPauses(db).map(({ domain }) => domain ?? 'everything'),
    variants: variants.map(({ variant, language, subject }, i) => ({
      variant,
      language,
      subject,
      bytes: mails[i]!.length,
    })),
    example: mails[0]?.toString('utf8').replaceAll('\r\n', '\n') ?? '',
  };
}

/** Batches as large as in earnest would hold all variants at once. */
const atOnce = 100;

async function maskedMails(
  { compose }: Pick<Composer, 'compose'>,
  { variants }: Pick<MailSettings, 'variants'>,
  at: number,
): Promise<Buffer[]> {
  const mails: Buffer[] = [];
  for (let from = 0; from < variants.length; from += atOnce) {
    const orders = variants.slice(from, from + atOnce).map(({ variant }, i) => ({
      id: from + i + 1,
      variant,
      to: 'person@masked.invalid',
      name: 'NAME',
      reference: '0000 0000 0000 0',
      messageId: '<masked@masked.invalid>',
      at,
    }));
    for (const { bytes } of await compose(orders)) mails.push(Buffer.from(bytes));
  }
  return mails;
}
