// Cuts a mailbox into mails: one file of many (mbox, in all its variants), or one mail alone. In: its bytes, in pieces cut
// anywhere. Out: the mails, each with its place; the same for any cutting. It keeps no more than the first part of a mail,
// and counts the rest.

import { maxReturnBytes } from './read-return.ts';

export interface MailPiece {
  /** Of its first byte, or of the line `From …` before it. */
  offset: number;
  /** Without the line `From …`; no more than `maxReturnBytes` of it. */
  bytes: Buffer;
  /** More of it was there than is kept. */
  isCut: boolean;
}

export interface MailSplitter {
  /** Mails that are complete with these bytes; they stay as they are. */
  push(bytes: Buffer): MailPiece[];
  end(): MailPiece[];
}

/** `From address date`, however the date is written. Lengths for servers begin elsewhere (Content-Length) are not
 * believed: whoever sends a mail may write them. */
const dated =
  /^From .{0,500}(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.{0,40}\b\d{1,2}:\d{2}|\b\d{1,2}:\d{2}:\d{2}\b|\b(?:19|20)\d{2}\b)/su;
const field = /^[!-9;-~]{1,100}[ \t]{0,9}:/u;
/** The line itself, and as much of the following one as shows that it is a field. */
const lookAheadBytes = 1_200;
const maxLineBytes = 1_000;
const LF = 0x0a;
const feedFrom = Buffer.from('\nFrom ');

/** Blank lines before the first mail are passed over. */
export function createMailSplitter(): MailSplitter {
  let held: Buffer = Buffer.alloc(0);
  /** Of the first byte that is held. */
  let heldAt = 0;
  /** Up to here no separator begins in what is held. */
  let scanned = 0;
  /** Undecided until the first bytes are there: many mails, or one. */
  let isMbox: boolean | null = null;
  let current: { offset: number; parts: Buffer[]; kept: number; isCut: boolean } | null = null;

  const keep = (bytes: Buffer): void => {
    if (current === null || bytes.length === 0) return;
    const room = maxReturnBytes - current.kept;
    if (bytes.length > room) current.isCut = true;
    // a copy: what is held may be a view of the reader's buffer
    if (room > 0) current.parts.push(Buffer.from(bytes.subarray(0, room)));
    current.kept += Math.min(room, bytes.length);
  };
  const finish = (done: MailPiece[]): void => {
    if (current !== null && current.kept > 0)
      done.push({ offset: current.offset, bytes: Buffer.concat(current.parts), isCut: current.isCut });
    current = null;
  };
  const begin = (offset: number): void => {
    current = { offset, parts: [], kept: 0, isCut: false };
  };
  const drop = (bytes: number): void => {
    held = held.subarray(bytes);
    heldAt += bytes;
    scanned = Math.max(0, scanned - bytes);
  };

  const decide = (isLast: boolean): boolean => {
    if (isMbox !== null) return true;
    let blank = 0;
    while (blank < held.length && (held[blank] === LF || held[blank] === 0x0d)) blank++;
    drop(blank);
    if (held.length < lookAheadBytes && !isLast) return false;
    if (held.length === 0) return false;
    isMbox = separatorEnd(held, 0) > 0;
    if (!isMbox) begin(heldAt);
    return true;
  };

  const scan = (isLast: boolean): MailPiece[] => {
    const done: MailPiece[] = [];
    if (!decide(isLast)) return done;
    if (!isMbox) {
      keep(held);
      drop(held.length);
    } else splitMbox(done, isLast);
    if (isLast) finish(done);
    return done;
  };

  function splitMbox(done: MailPiece[], isLast: boolean): void {
    if (current === null) {
      const body = separatorEnd(held, 0);
      begin(heldAt);
      drop(body);
    }
    for (;;) {
      const feed = held.indexOf(feedFrom, scanned);
      if (feed < 0) break;
      if (held.length - feed < lookAheadBytes && !isLast) {
        scanned = feed;
        keep(held.subarray(0, feed));
        return drop(feed);
      }
      const body = separatorEnd(held, feed + 1);
      if (body < 0) {
        scanned = feed + 1;
        continue;
      }
      keep(held.subarray(0, feed));
      finish(done);
      begin(heldAt + feed + 1);
      drop(body);
    }
    // the beginning of a separator may be at the end
    const sure = isLast ? held.length : Math.max(0, held.length - feedFrom.length);
    keep(held.subarray(0, sure));
    drop(sure);
  }

  return {
    push(bytes) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const done = scan(false);
      held = Buffer.from(held);
      return done;
    },
    end: () => scan(true),
  };
}

/** Behind the line that begins there, where it is one that separates mails; -1 where it is not. */
function separatorEnd(held: Buffer, at: number): number {
  const end = held.indexOf(LF, at);
  if (end < 0 || end - at > maxLineBytes || !dated.test(held.toString('latin1', at, end))) return -1;
  return field.test(held.toString('latin1', end + 1, at + lookAheadBytes)) ? end + 1 : -1;
}
