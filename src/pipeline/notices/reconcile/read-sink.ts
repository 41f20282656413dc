// What a mail server says that it took, by the Message-IDs in its log or mailbox. In: a file: one ID a line, a log of
// Postfix or Exim, an mbox. Out: how often each send of the ledger stands in it. Lines are cut where they are too long.

import { createReadStream } from 'node:fs';
import { TocsinError } from '../../../base/index.ts';

export interface SunkSends {
  /** By number of the send, up to 255 times. */
  times: Uint8Array;
  /** IDs of other mails. */
  others: number;
}

const id = String.raw`<?([0-9a-f]{32})@[^\s<>@]{1,255}>?`;
/** A header, a field of a log, or a line by itself, which a folded header leaves too. */
const idLine = new RegExp(String.raw`^message-id:\s*${id}|\bmessage-id=${id}|\bid=${id}|^\s*${id}\s*$`, 'iu');
const otherLine = /^message-id:|\bmessage-id=|^<?[^\s<>@]{1,998}@[^\s<>@]{1,255}>?$/iu;

/** RFC 5322, 2.1.1 has 998; a log line has a little more. */
const longestLine = 4096;

/** `most`: the highest number of a send. Throws INPUT_NOT_FOUND. */
export async function readSink(
  path: string,
  { most, sendOf }: { most: number; sendOf: (token: string) => number | null },
): Promise<SunkSends> {
  const sunk: SunkSends = { times: new Uint8Array(most + 1), others: 0 };
  for await (const line of linesOf(path)) {
    const found = idLine.exec(line);
    const send =
      found === null ? null : sendOf((found[1] ?? found[2] ?? found[3] ?? found[4])!.toLowerCase());
    if (send !== null && send <= most) sunk.times[send] = Math.min(255, sunk.times[send]! + 1);
    else if (otherLine.test(line)) sunk.others += 1;
  }
  return sunk;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const piece of createReadStream(path, 'latin1') as AsyncIterable<string>) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop()!.slice(0, longestLine);
      for (const line of lines) yield line.slice(0, longestLine).replace(/\r$/u, '');
    }
  } catch (cause) {
    throw new TocsinError('INPUT_NOT_FOUND', `cannot read the log of the mail server: ${path}`, { cause });
  }
  if (rest !== '') yield rest;
}
