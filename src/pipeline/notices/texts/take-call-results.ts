// What came of calls. In: a case and a list in which results stand beside references. Out: the ledger changed: who was
// reached is told, of whom the number is not his the next channel is taken, who did not answer is called again. A line that
// cannot be understood is told by its number and changes nothing; nor does a file that was taken in before.

import { appendCustody } from '../../../custody/index.ts';
import { TocsinError } from '../../../base/index.ts';
import { parseReferenceCode } from '../../../register/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import { type Channel, changeSends, openNotices, sendOfRecipient } from '../../../store/notices/index.ts';
import { readCsvRows } from '../directions/csv-rows.ts';
import { findByReference } from '../references/index.ts';

export interface CallResults {
  lines: number;
  reached: number;
  /** Called again with the next list. */
  again: number;
  /** Not reached by telephone: wrong numbers, and those who did not answer three times. */
  notReached: number;
  /** Of these: the channel that is taken now. */
  nextChannel: Partial<Record<Channel, number>>;
  /** Of these: nobody can be reached any more. */
  unreachable: number;
  /** Lines without a result. */
  open: number;
  /** What a line says was taken in before. */
  known: number;
  /** Reached, though a later plan has taken the place of the call: told all the same. */
  late: number;
  /** Not reached, and a later plan has taken the place of the call: that plan tells them. */
  replaced: number;
  wrong: { line: number; what: string }[];
}

type CallResult = 'reached' | 'no answer' | 'wrong number';

const words: Readonly<Record<string, CallResult>> = {
  reached: 'reached',
  joint: 'reached',
  'no answer': 'no answer',
  'sans réponse': 'no answer',
  'pas de réponse': 'no answer',
  'wrong number': 'wrong number',
  'faux numéro': 'wrong number',
};

/** Whoever does not answer three times is told in another way. */
const mostCalls = 3;

/** Wrong lines that are named. */
const wrongShown = 100;

/** Throws NOTICES_NONE, INPUT_NOT_FOUND, INPUT_UNREADABLE, TABLE_WRONG. */
export function takeCallResults(
  home: InstanceHome,
  record: CaseRecord,
  { file, who }: { file: string; who: string },
  { now = () => new Date() }: { now?: () => Date } = {},
): CallResults {
  using notices = openNotices(record);
  const { columns, rows } = readCsvRows(file);
  const [reference, result] = [columns.indexOf('reference'), columns.indexOf('result')];
  if (reference === -1 || result === -1)
    throw new TocsinError('TABLE_WRONG', `${file} has no columns reference and result`, {
      hint: 'give the list back as tocsin notify calls wrote it, with results in its last column',
    });
  const taken: CallResults = {
    lines: rows.length,
    reached: 0,
    again: 0,
    notReached: 0,
    nextChannel: {},
    unreachable: 0,
    open: 0,
    known: 0,
    late: 0,
    replaced: 0,
    wrong: [],
  };
  const wrong = (line: number, what: string) => {
    if (taken.wrong.length < wrongShown) taken.wrong.push({ line, what });
  };
  const lines: { line: number; reference: string; result: CallResult }[] = [];
  for (const { line, values } of rows) {
    const code = parseReferenceCode(values[reference] ?? '');
    const said = (values[result] ?? '').normalize('NFC').trim().toLowerCase();
    if (code === null) wrong(line, 'the reference has not thirteen digits, or a mistake in them');
    else if (said === '') taken.open++;
    else if (words[said] === undefined)
      wrong(line, 'the result is none of: reached, no answer, wrong number');
    else lines.push({ line, reference: code, result: words[said] });
  }
  const recipients = findByReference(
    notices,
    lines.map((one) => one.reference),
  );
  const at = now().getTime();
  const { db } = notices;
  changeSends(db, ({ move }) => {
    for (const { line, reference: code, result: came } of lines) {
      const recipient = recipients.get(code);
      const send = recipient === undefined ? null : sendOfRecipient(db, { recipient, channel: 'c' });
      if (send === null) {
        wrong(line, 'nobody of this case who is to be called has the reference');
        continue;
      }
      if (send.state === 'superseded') {
        if (came !== 'reached') taken.replaced++;
        else if (move({ send: send.send, what: 'handed', at, reply: came }) !== null) taken.late++;
        continue;
      }
      if (send.state !== 'leased') {
        taken.known++;
        continue;
      }
      if (came === 'reached') {
        move({ send: send.send, what: 'delivered', at });
        taken.reached++;
      } else if (came === 'no answer' && send.attempts < mostCalls) {
        move({ send: send.send, what: 'deferred', at, reply: came });
        taken.again++;
      } else {
        const next = move({ send: send.send, what: 'bounced', at, reply: came })?.next ?? null;
        taken.notReached++;
        if (next === null) taken.unreachable++;
        else taken.nextChannel[next] = (taken.nextChannel[next] ?? 0) + 1;
      }
    }
  });
  taken.wrong.sort((a, b) => a.line - b.line);
  const { nextChannel, wrong: wrongLines, ...counts } = taken;
  const next = Object.values(nextChannel).reduce((sum: number, count) => sum + count, 0);
  appendCustody(
    home,
    {
      who,
      case: record.case,
      what: 'notify.calls.results',
      result: 'done',
      counts: { ...counts, next, wrong: wrongLines.length },
      details: { file },
    },
    record.key,
  );
  return taken;
}
