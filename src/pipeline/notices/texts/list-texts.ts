// Text messages as a list for whoever sends them: number, text, reference. In: a case whose notices are approved. Out: a
// file, sealed where a recipient is given, and its sends handed over. The list is a second leak if it is lost: what is in
// it, and its hash, are in the custody log.

import { appendCustody } from '../../../custody/index.ts';
import { listLine, messageParts } from '../../../notify/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import { holdSender, openNotices } from '../../../store/notices/index.ts';
import { approvedPlan } from '../approved-plan.ts';
import { createSaidTo } from './said-to.ts';
import { writeSendList, type WrittenList } from './send-list.ts';

export interface ListRequest {
  out: string;
  /** An age recipient, or null for a file in clear. */
  recipient: string | null;
  who: string;
}

export interface ListOptions {
  now?: () => Date;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

export interface ListedTexts extends WrittenList {
  /** Messages that are paid for: a long text is several. */
  parts: number;
}

/** Throws NOTICES_NONE, NOTICES_NOT_APPROVED, SENDER_RUNNING and as `writeSendList`. */
export async function listTexts(
  home: InstanceHome,
  record: CaseRecord,
  { out, recipient, who }: ListRequest,
  { now = () => new Date(), ...options }: ListOptions = {},
): Promise<ListedTexts> {
  using notices = openNotices(record);
  using _lock = holdSender(record, notices.db, { who, now: now(), kind: 'listing' });
  const { plan, variants } = approvedPlan(notices, record.case);
  const saidTo = createSaidTo(notices, variants);
  let parts = 0;
  const list = {
    plan: plan.plan,
    channel: 's' as const,
    out,
    recipient,
    head: listLine(['number', 'text', 'reference', 'language']),
    isHandedOver: true,
    line: (send: Parameters<typeof saidTo>[0] & { phone: string | null }) => {
      const { textMessage, reference, language } = saidTo(send);
      parts += messageParts(textMessage).parts;
      return listLine([send.phone!, textMessage, reference, language]);
    },
  };
  const written = await enterList(home, record, { what: 'notify.texts', who, out, recipient }, () =>
    writeSendList(notices, list, { now, ...options }),
  );
  return { ...written, parts };
}

/** The work between two entries of the custody log. */
export async function enterList(
  home: InstanceHome,
  record: CaseRecord,
  { what, who, out, recipient }: { what: string } & ListRequest,
  work: () => Promise<WrittenList>,
): Promise<WrittenList> {
  const enter = (result: 'begun' | 'done' | 'failed', more: object = {}) =>
    appendCustody(
      home,
      { who, case: record.case, what, result, details: { out, recipient }, ...more },
      record.key,
    );
  enter('begun');
  try {
    const written = await work();
    const { sends, sha256 } = written;
    enter('done', { counts: { sends }, ...(sha256 === null ? {} : { hashes: { sha256 } }) });
    return written;
  } catch (error) {
    enter('failed');
    throw error;
  }
}
