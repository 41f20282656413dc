// Sends of one channel that go out as a list: leased, written into a file, handed over. In: an approved plan, a line for
// each send. Out: one file that is whole or not there, and a ledger that says of exactly its sends that they are in it:
// killed at any moment, the next run sees by the file which of the two it was.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import { WholeFile } from '../../../base/files/index.ts';
import { parseRecipient, sealToFile } from '../../../store/age/index.ts';
import {
  type Channel,
  type ChannelSend,
  changeSends,
  dueOfChannel,
  firstOfChannel,
  lastEvent,
  leasedAfter,
  type Notices,
  plannedOfChannel,
  readControl,
  type SendEvent,
  writeControl,
} from '../../../store/notices/index.ts';

export interface SendList {
  plan: number;
  channel: Channel;
  out: string;
  /** An age recipient to whom the file is sealed. */
  recipient: string | null;
  /** Its first line, then one for each send. */
  head: string;
  line: (send: ChannelSend) => string;
  /** Whether being in the list is being handed over; a call has to be made first. */
  isHandedOver: boolean;
}

export interface SendListOptions {
  now: () => Date;
  /** Told once, before anything of the file is in its place. */
  onCounted?: (sends: number) => void;
  onShare?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface WrittenList {
  /** How many are in it; where 0, there is no file. */
  sends: number;
  bytes: number;
  sha256: string | null;
  /** The file of an earlier run that was killed when its list was whole: it is to be used. */
  earlier: string | null;
}

/** What the ledger keeps while a list is being made. */
interface Unfinished {
  path: string;
  plan: number;
  /** The last event before. */
  event: number;
  isHandedOver: boolean;
}

const sendsAtOnce = 5000;

/** Throws OUTPUT_NOT_WRITABLE, RECIPIENT, INTERRUPTED; then no send is in a list. */
export async function writeSendList(
  { db }: Pick<Notices, 'db'>,
  list: SendList,
  { now, onCounted, onShare, signal }: SendListOptions,
): Promise<WrittenList> {
  const { plan, channel, out, isHandedOver } = list;
  const earlier = settleList({ db }, channel, now);
  const recipients = list.recipient === null ? [] : [parseRecipient(list.recipient)];
  if (existsSync(out))
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a file already: ${out}`, {
      hint: 'a list may be the only one that names these people: choose another name',
    });
  const { sends } = plannedOfChannel(db, { plan, channel });
  if (sends === 0) return { sends, bytes: 0, sha256: null, earlier };
  const unfinished: Unfinished = { path: out, plan, event: lastEvent(db), isHandedOver };
  writeControl(db, nameOf(channel), unfinished);
  try {
    const leased = leaseAll(db, list, now);
    onCounted?.(leased);
    const lines = linesOf(db, list, unfinished, (done) => {
      signal?.throwIfAborted();
      onShare?.(done / leased);
    });
    const { bytes, sha256 } =
      recipients.length > 0
        ? await sealToFile(out, lines, recipients, signal === undefined ? {} : { signal })
        : writePlain(out, lines);
    finish(db, channel, unfinished, now, true);
    return { sends: leased, bytes, sha256, earlier };
  } catch (error) {
    finish(db, channel, unfinished, now, existsSync(out));
    throw error;
  }
}

/** Brings to its end what a run that was killed has left. Null where there is nothing, or its file never came to be. */
export function settleList({ db }: Pick<Notices, 'db'>, channel: Channel, now: () => Date): string | null {
  const unfinished = readControl(db, nameOf(channel)) as Unfinished | null;
  if (unfinished === null) return null;
  const isThere = existsSync(unfinished.path);
  finish(db, channel, unfinished, now, isThere);
  return isThere ? unfinished.path : null;
}

function nameOf(channel: Channel): string {
  return `list ${channel}`;
}

function leaseAll(db: Notices['db'], { plan, channel }: SendList, now: () => Date): number {
  let [leased, after] = [0, firstOfChannel];
  const at = now().getTime();
  for (;;) {
    const batch = dueOfChannel(db, { plan, channel }, { after, now: at, most: sendsAtOnce });
    if (batch.length === 0) return leased;
    changeSends(db, ({ move }) => {
      for (const { send } of batch) if (move({ send, what: 'leased', at }) !== null) leased++;
    });
    after = batch.at(-1)!;
  }
}

function* linesOf(
  db: Notices['db'],
  { channel, head, line }: SendList,
  { plan, event }: Unfinished,
  onLines: (done: number) => void,
): Generator<Buffer, void, undefined> {
  yield Buffer.from(head);
  let [after, done] = [0, 0];
  for (;;) {
    const batch = leasedAfter(db, { plan, channel, event }, { after, most: sendsAtOnce });
    if (batch.length === 0) return;
    yield Buffer.from(batch.map(line).join(''));
    after = batch.at(-1)!.send;
    onLines((done += batch.length));
  }
}

function writePlain(out: string, lines: Iterable<Buffer>): { bytes: number; sha256: string } {
  using file = new WholeFile(out);
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of lines) {
    file.write(piece);
    hash.update(piece);
    bytes += piece.length;
  }
  if (!file.keepOnce(out)) throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a file already: ${out}`);
  return { bytes, sha256: hash.digest('hex') };
}

/** The sends of a list are handed over with its file, or planned as they were. */
function finish(
  db: Notices['db'],
  channel: Channel,
  { path, plan, event, isHandedOver }: Unfinished,
  now: () => Date,
  isThere: boolean,
): void {
  const at = now().getTime();
  const what: SendEvent = isThere ? 'handed' : 'lost';
  const reply = isThere ? `in the list ${basename(path)}` : null;
  let after = 0;
  // a call that is in a list is made later
  for (let isDone = isThere && !isHandedOver; !isDone;) {
    const batch = leasedAfter(db, { plan, channel, event }, { after, most: sendsAtOnce });
    changeSends(db, ({ move }) => {
      for (const { send } of batch) move({ send, what, at, reply });
    });
    after = batch.at(-1)?.send ?? after;
    isDone = batch.length === 0;
  }
  writeControl(db, nameOf(channel), null);
}
