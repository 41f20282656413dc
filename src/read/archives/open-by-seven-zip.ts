// Opens an archive that 7-Zip reads. In: its parts, by the names under which 7-Zip looks for them. Out: its
// members. Which password opens it is found on its listing and its smallest member, before anything is told.

import type { RandomAccess } from '../random-access.ts';
import type { UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { faultCode, runSevenZip } from './seven-zip.ts';
import { memberTaker, outFolder } from './seven-zip-members.ts';
import { createSevenZipMessages, encryptedReason } from './seven-zip-messages.ts';
import type { Taker, World } from './seven-zip-world.ts';

export interface SevenZipArchive {
  /** 7-Zip's name of the format. */
  type: string;
  files: ReadonlyMap<string, RandomAccess>;
  /** The file that it is given, among `files`. */
  first: string;
  /** Whether the names are encrypted too, so that a wrong password makes noise of the directory. */
  namesEncrypted?: boolean;
  /** Set where the archive holds but one thing, and this is what it is called. */
  onlyPath?: string;
}

/** Encrypted members that are known by name where others are not encrypted; more of them lock all. */
const lockedLimit = 10_000;

/** yes to all, no progress, names as they are, `-o` and `-p` follow. */
const quiet = ['-y', '-bd', '-bb0', '-spd', '-spf'];

export async function openBySevenZip(
  archive: SevenZipArchive,
  sink: UnpackSink,
  options: UnpackOptions,
): Promise<void> {
  const listing = await listWithPassword(archive, options.passwords);
  const password = await findPassword(archive, listing, options.passwords);
  if (password === null && listing.allEncrypted) throw new UnreadableError(encryptedReason);
  let packedBytes = 0;
  for (const file of archive.files.values()) packedBytes += file.sizeBytes;
  const taker = memberTaker(sink, {
    packedBytes: () => packedBytes,
    locked: password === null ? listing.encrypted : new Set(),
    ...(archive.onlyPath === undefined ? {} : { onlyPath: archive.onlyPath }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const code = await runSevenZip(
    [
      'x',
      `-t${archive.type}`,
      ...quiet,
      '-aoa',
      `-o${outFolder}`,
      `-p${password ?? ''}`,
      '--',
      archive.first,
    ],
    worldOf(archive, taker),
  );
  const reason = (await taker.finish()) ?? (code === faultCode ? 'is damaged: it is read no further' : null);
  if (reason !== null) throw new UnreadableError(reason);
}

interface Listing {
  /** With which names and all could be listed. */
  password: string;
  encrypted: Set<string>;
  allEncrypted: boolean;
  /** The smallest of the encrypted members seen first. */
  probe: { name: string; sizeBytes: number } | null;
}

async function listWithPassword(archive: SevenZipArchive, passwords: readonly string[]): Promise<Listing> {
  for (const password of ['', ...passwords]) {
    const { listing, reason, code } = await list(archive, password);
    // 7-Zip breaks down on some kinds of noise
    const isNoise = archive.namesEncrypted === true && code === faultCode;
    if (reason !== encryptedReason && !isNoise) return listing;
  }
  throw new UnreadableError(encryptedReason);
}

/** Encrypted members among which the smallest is looked for: the later ones of a solid archive cost more. */
const probeLimit = 100;

async function list(
  archive: SevenZipArchive,
  password: string,
): Promise<{ listing: Listing; reason: string | null; code: number }> {
  const listing: Listing = { password, encrypted: new Set(), allEncrypted: false, probe: null };
  let plain = 0;
  let inMembers = false;
  let name = '';
  let sizeBytes = 0;
  const messages = createSevenZipMessages(
    () => {},
    (line) => {
      if (line === '----------') inMembers = true;
      const [, key, value = ''] = /^(Path|Size|Encrypted|Folder) = (.*)$/u.exec(line) ?? [];
      if (!inMembers || key === undefined) return;
      if (key === 'Path') [name, sizeBytes] = [value, 0];
      if (key === 'Size') sizeBytes = Number(value);
      if (key === 'Encrypted' && value === '-' && sizeBytes > 0) plain += 1;
      if (key !== 'Encrypted' || value !== '+') return;
      if (listing.encrypted.size < lockedLimit) listing.encrypted.add(name);
      else plain = Number.NEGATIVE_INFINITY;
      const smaller = listing.probe === null || sizeBytes < listing.probe.sizeBytes;
      if (sizeBytes > 0 && smaller && listing.encrypted.size <= probeLimit) {
        listing.probe = { name, sizeBytes };
      }
    },
  );
  const code = await runSevenZip(
    ['l', '-slt', `-t${archive.type}`, ...quiet, `-p${password}`, '--', archive.first],
    worldOf(archive, { ...nobody, said: messages.said }),
  );
  listing.allEncrypted = listing.encrypted.size > 0 && plain <= 0;
  return { listing, reason: messages.archiveReason(), code };
}

/** The first password that opens the probe; '' where nothing is encrypted, null where none opens it. */
async function findPassword(
  archive: SevenZipArchive,
  listing: Listing,
  passwords: readonly string[],
): Promise<string | null> {
  if (listing.probe === null) return listing.password;
  for (const password of new Set([listing.password, ...passwords])) {
    if (password === '') continue;
    const code = await runSevenZip(
      ['t', `-t${archive.type}`, ...quiet, `-p${password}`, `-i!${listing.probe.name}`, '--', archive.first],
      worldOf(archive, nobody),
    );
    if (code === 0) return password;
  }
  return null;
}

const nobody: Taker = {
  opened: () => {},
  wrote: async () => {},
  closed: async () => {},
  link: () => {},
  said: () => {},
};

function worldOf(archive: SevenZipArchive, taker: Taker): World {
  return { files: archive.files, input: null, taker };
}
