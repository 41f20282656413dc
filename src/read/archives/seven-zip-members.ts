// Turns a run of 7-Zip into members for the sink. In: what 7-Zip opens, writes, closes and prints. Out: each
// file as a member, with the fault that 7-Zip tells after it has closed it. It holds one piece of one file.

import type { UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { openMemberPipe, type MemberPipe } from './member-pipe.ts';
import { createRatioGuard } from './ratio-guard.ts';
import { createSevenZipMessages, encryptedReason } from './seven-zip-messages.ts';
import type { Taker } from './seven-zip-world.ts';

export interface MemberTaker extends Taker {
  /** To be awaited when the run is over; the reason the archive as a whole could not be read, if any. */
  finish(): Promise<string | null>;
}

export interface TakerOptions extends Pick<UnpackOptions, 'signal'> {
  /** Bytes unpacked so far are held against these. */
  packedBytes: () => number;
  /** Members whose bytes would be noise, since no password opens them. */
  locked: ReadonlySet<string>;
  /** Set where 7-Zip has no name for the one thing that is packed. */
  onlyPath?: string;
}

interface Current {
  path: string;
  pipe: MemberPipe | null;
  fault: string | null;
  closed: boolean;
}

/** Where 7-Zip is told to put what it unpacks. */
export const outFolder = '/out';

export function memberTaker(sink: UnpackSink, options: TakerOptions): MemberTaker {
  let current: Current | null = null;
  let before: Current | null = null;
  const guard = createRatioGuard(options.packedBytes);

  const nameOf = (path: string): string =>
    options.onlyPath ?? (path.startsWith(`${outFolder}/`) ? path.slice(outFolder.length + 1) : path);

  const onFault = (name: string, reason: string): void => {
    const about =
      current?.closed === true && isSamePath(current.path, options.onlyPath ?? name) ? current : null;
    if (about !== null) about.fault ??= reason;
    else sink.unread(options.onlyPath ?? name, null, reason);
  };
  const locked = new Set([...options.locked].map(withoutSteps));
  const isLocked = (path: string): boolean => locked.has(withoutSteps(path));
  const messages = createSevenZipMessages(onFault);

  /** Ends the member before, whose faults are all told once the next one is opened. */
  const settle = async (member: Current | null): Promise<void> => {
    if (member === null) return;
    if (isLocked(member.path)) return sink.unread(member.path, null, encryptedReason);
    if (member.pipe === null && member.fault !== null) return sink.unread(member.path, null, member.fault);
    member.pipe ??= openMemberPipe(sink, member.path, 0);
    await member.pipe.end(member.fault === null ? null : new UnreadableError(member.fault));
  };
  const settleBefore = async (): Promise<void> => {
    const member = before;
    before = null;
    await settle(member);
  };

  return {
    opened: (path) => {
      before = current;
      current = { path: nameOf(path), pipe: null, fault: null, closed: false };
    },
    wrote: async (bytes) => {
      options.signal?.throwIfAborted();
      await settleBefore();
      if (current === null) return;
      guard.add(bytes.length);
      if (isLocked(current.path)) return;
      current.pipe ??= openMemberPipe(sink, current.path, null);
      await current.pipe.push(bytes);
    },
    closed: async () => {
      await settleBefore();
      if (current !== null) current.closed = true;
    },
    link: (path) => onFault(nameOf(path), 'is a symbolic link, which is not followed'),
    said: messages.said,
    finish: async () => {
      await settleBefore();
      const member = current;
      current = null;
      await settle(member);
      return messages.archiveReason();
    },
  };
}

/** 7-Zip leaves steps up and the like out of the names under which it writes, and prints them as they are. */
function isSamePath(a: string, b: string): boolean {
  return withoutSteps(a) === withoutSteps(b);
}

function withoutSteps(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}
