// Letters that came back: whoever they were for is told over the next channel, or is in the substitute list. In: a case, a
// file of references. Out: the ledger changed, and what became of each line. A file that is read twice changes nothing the
// second time.

import { appendCustody } from '../../../custody/index.ts';
import { createNoticeReferences } from '../../../notify/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import {
  changeSends,
  openNotices,
  recipientOf,
  type SentLetter,
  sentLetters,
} from '../../../store/notices/index.ts';
import { readReturned } from './read-returned.ts';

export interface ReturnedLetters {
  file: string;
  references: number;
  /** That did not arrive. */
  bounced: number;
  /** Known before to have come back. */
  again: number;
  /** Not printed so far: nothing was changed. */
  notSent: number;
  nextChannel: { email: number; text: number; call: number };
  unreachable: number;
  repeated: number;
  /** Lines, each with why nothing came of it. */
  lines: { line: number; why: 'damaged' | 'unknown' | 'not sent' }[];
}

export interface ReturnOptions {
  who: string;
  now?: () => number;
  signal?: AbortSignal;
}

const channelNames = { e: 'email', s: 'text', c: 'call', l: null } as const;

/** Throws NOTICES_NONE, INPUT_NOT_FOUND, INPUT_UNREADABLE, INTERRUPTED; what was taken in before stays. */
export async function returnLetters(
  home: InstanceHome,
  record: CaseRecord,
  file: string,
  { who, now = Date.now, signal }: ReturnOptions,
): Promise<ReturnedLetters> {
  using notices = openNotices(record);
  const { db, secret } = notices;
  const { references, repeated, damaged } = await readReturned(file);
  const result: ReturnedLetters = {
    file,
    references: references.size,
    bounced: 0,
    again: 0,
    notSent: 0,
    nextChannel: { email: 0, text: 0, call: 0 },
    unreachable: 0,
    repeated,
    lines: damaged.map((line) => ({ line, why: 'damaged' as const })),
  };
  const codes = createNoticeReferences(secret);
  const open = new Map([...references].map(([reference, line]) => [Number(reference.slice(0, -1)), line]));
  const enter = (letter: SentLetter, { line, reason }: { line: number; reason: string | null }): void => {
    if (letter.state === 'bounced') result.again++;
    else if (letter.state === 'planned' || letter.state === 'leased') {
      result.notSent++;
      result.lines.push({ line, why: 'not sent' });
    } else {
      const reply = reason === null ? 'came back' : `came back: ${reason}`;
      const moved = changeSends(db, ({ move }) =>
        move({ send: letter.send, what: 'bounced', at: now(), code: 'returned', reply }),
      );
      if (moved === null) return;
      result.bounced++;
      const next = moved.next === null ? null : channelNames[moved.next];
      if (next !== null) result.nextChannel[next]++;
      else if (recipientOf(db, letter.recipient)?.state === 'unreachable') result.unreachable++;
    }
  };
  try {
    for (const letters of sentLetters(db)) {
      signal?.throwIfAborted();
      const numbers = codes.numbers(
        Float64Array.from(letters, ({ recipient }) => recipient),
        Int32Array.from(letters, ({ salt }) => salt),
        letters.length,
      );
      db.transaction(() => {
        for (const [i, letter] of letters.entries()) {
          const line = open.get(numbers[i]!);
          if (line === undefined) continue;
          open.delete(numbers[i]!);
          enter(letter, line);
        }
      }).immediate();
    }
  } finally {
    const { bounced, again, notSent, unreachable } = result;
    const counts = { references: references.size, bounced, again, notSent, unreachable };
    appendCustody(
      home,
      { who, case: record.case, what: 'notify.returned', result: 'done', counts, details: { file } },
      record.key,
    );
  }
  for (const { line } of open.values()) result.lines.push({ line, why: 'unknown' });
  result.lines.sort((a, b) => a.line - b.line);
  return result;
}
