// Imports a corpus of password hashes. In: files of `HASH:COUNT` lines of one hash function. Out: a source of that name in
// the register, whole or not at all. Files in order go straight in; others are put in order first, on the disk as noise
// where they are more than memory holds. The same files twice change nothing; a run that was stopped goes on.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { hashBytes } from '../../lookup/index.ts';
import type { InstanceHome } from '../../store/index.ts';
import type { PasswordCounts, PasswordMode, RegisterDatabase } from '../../store/register/index.ts';
import { type BadLines, createHashLineReader, type VisitHash } from './hash-lines.ts';
import { createLoad, knownSources, type SourceLoad } from './load-source.ts';
import { digestOfFiles, findPasswordFiles, type PasswordFile, passwordPieces } from './password-files.ts';
import { createRangeBuilder, type RangeBuilder } from './range-builder.ts';
import { RecordSorter } from './record-sorter.ts';

export interface ImportOptions {
  who: string;
  /** Of the source; one of the same name is replaced. Without one it is called after its content. */
  name?: string;
  now: Date;
  signal?: AbortSignal;
  /** Of all steps together, 0 to 1. */
  onProgress?: (done: number) => void;
  /** For tests: records put in order in memory at a time. */
  atOnce?: number;
}

export interface ImportedPasswords extends PasswordCounts {
  /** Where it was there before, the name it was there under. */
  name: string;
  mode: PasswordMode | null;
  /** Whether it was there before, from the same files: a second time every count would be doubled. */
  wasThere: boolean;
  lines: number;
  bad: BadLines;
}

/** Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, INPUT_EMPTY, REGISTER_BUSY. */
export async function importPasswords(
  home: InstanceHome,
  register: RegisterDatabase,
  paths: readonly string[],
  { who, name, signal, onProgress = () => {}, ...options }: ImportOptions,
): Promise<ImportedPasswords> {
  const files = findPasswordFiles(paths);
  const progress = createProgress(files, onProgress);
  const digest = await digestOfFiles(files, { onBytes: progress.add, ...(signal ? { signal } : {}) });
  const source = name ?? `import-${digest.slice(0, 12)}`;
  const { presentAs, loading } = await knownSources(register, source, [digest, inOtherOrder(digest)]);
  if (presentAs !== null)
    return {
      name: presentAs,
      mode: null,
      wasThere: true,
      lines: 0,
      bad: noBadLines,
      sha1: 0,
      ntlm: 0,
      seen: 0,
    };
  const reading: Reading = {
    register,
    files,
    name: source,
    signal,
    progress,
    folder: home.path,
    ...options,
  };
  const read =
    (loading === inOtherOrder(digest) ? null : await loadInOrder(reading, digest)) ??
    (await loadSorted(reading, inOtherOrder(digest)));
  appendCustody(home, {
    who,
    case: null,
    what: 'passwords.import',
    result: 'done',
    counts: { sha1: read.sha1, ntlm: read.ntlm, lines: read.lines, bad: read.bad.count },
    hashes: { files: digest },
    details: { source, files: files.slice(0, mostNamed).map(({ path }) => path) },
  });
  return { name: source, wasThere: false, ...read };
}

/** A folder may hold a million. */
const mostNamed = 100;

const noBadLines: BadLines = { count: 0, first: [] };

/** A load of hashes that had to be put in order is no beginning of one that takes them as they come. */
function inOtherOrder(digest: string): string {
  return `${digest}, put in order`;
}

interface Reading extends Pick<ImportOptions, 'now' | 'atOnce'> {
  /** Where what is put in order waits. */
  folder: string;
  register: RegisterDatabase;
  files: PasswordFile[];
  name: string;
  signal: AbortSignal | undefined;
  progress: Progress;
}

type Read = Pick<ImportedPasswords, 'mode' | 'lines' | 'bad' | 'sha1' | 'ntlm' | 'seen'>;

class NotInOrder extends Error {}

/** Null where a hash stands behind a greater one. */
async function loadInOrder(reading: Reading, digest: string): Promise<Read | null> {
  const { register, name, signal, now, progress } = reading;
  progress.begin(0.5);
  const load = createLoad(register, { name, digest, caseId: null }, signal);
  let builder: RangeBuilder | null = null;
  const last = new Uint8Array(hashBytes.sha1);
  const lines = await readLines(
    reading,
    (hash, count) => {
      builder ??= createRangeBuilder(hash.length === hashBytes.ntlm ? 'ntlm' : 'sha1');
      if (isAfter(last, hash)) throw new NotInOrder();
      last.set(hash);
      builder.add(hash, 0, count);
    },
    async () => void (builder && (await load.step(builder))),
  ).catch((error: unknown) => {
    if (error instanceof NotInOrder) return null;
    throw error;
  });
  return lines && (await finish(load, builder, lines, now));
}

async function loadSorted(reading: Reading, digest: string): Promise<Read> {
  const { register, name, signal, now, progress, folder, atOnce } = reading;
  progress.begin(0.5);
  let sorter: RecordSorter | null = null;
  try {
    const lines = await readLines(reading, (hash, count) => {
      sorter ??= new RecordSorter(hash.length + countBytes, folder, atOnce ? { atOnce } : {});
      sorter.record.set(hash);
      writeCount(sorter.record, hash.length, count);
      sorter.add();
    });
    // what the callback has assigned, the compiler does not follow
    const filled = sorter as RecordSorter | null;
    const load = createLoad(register, { name, digest, caseId: null }, signal);
    const builder = filled && createRangeBuilder(lines.mode!);
    for (const { bytes, count } of filled?.sorted() ?? []) {
      const { width } = filled!;
      for (let i = 0, at = 0; i < count; i++, at += width)
        builder!.add(bytes, at, readCount(bytes, at + width - countBytes));
      await load.step(builder!);
    }
    return await finish(load, builder, lines, now);
  } finally {
    (sorter as RecordSorter | null)?.[Symbol.dispose]();
  }
}

type Lines = ReturnType<typeof createHashLineReader>;

async function readLines(
  { files, signal, progress }: Reading,
  visit: VisitHash,
  afterPiece: () => Promise<void> = async () => {},
): Promise<Lines> {
  const reader = createHashLineReader(visit);
  for (const file of files) {
    reader.begin(file.path, file.prefix);
    for await (const piece of passwordPieces(file, progress.add)) {
      signal?.throwIfAborted();
      reader.push(piece);
      await afterPiece();
    }
    reader.end();
  }
  return reader;
}

async function finish(
  load: SourceLoad,
  builder: RangeBuilder | null,
  { mode, lines, bad }: Lines,
  now: Date,
): Promise<Read> {
  if (mode === null || builder === null)
    throw new TocsinError('INPUT_EMPTY', 'no line of the files is a hash and a count', {
      hint: 'a line is a SHA-1 or NTLM hash in hexadecimal, a colon, and how often it was seen',
    });
  builder.end();
  const { hashes, seen } = builder;
  const counts = { sha1: mode === 'sha1' ? hashes : 0, ntlm: mode === 'ntlm' ? hashes : 0, seen };
  await load.finish(builder, counts, now);
  return { mode, lines, bad: { ...bad }, ...counts };
}

function isAfter(a: Uint8Array, b: Uint8Array): boolean {
  for (let byte = 0; byte < b.length; byte++) if (a[byte] !== b[byte]) return a[byte]! > b[byte]!;
  return false;
}

/** Up to 2^48, which is more than anybody has counted. */
const countBytes = 6;
const mostCount = 2 ** 48 - 1;

function writeCount(record: Uint8Array, at: number, count: number): void {
  let rest = Math.min(count, mostCount);
  for (let byte = countBytes - 1; byte >= 0; byte--, rest = Math.floor(rest / 256))
    record[at + byte] = rest % 256;
}

function readCount(bytes: Uint8Array, at: number): number {
  let count = 0;
  for (let byte = 0; byte < countBytes; byte++) count = count * 256 + bytes[at + byte]!;
  return count;
}

interface Progress {
  add: (bytes: number) => void;
  /** A step over all files begins, at that share of the way. */
  begin: (from: number) => void;
}

function createProgress(files: readonly PasswordFile[], tell: (done: number) => void): Progress {
  const total = Math.max(
    1,
    files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  );
  let [from, bytes] = [0, 0];
  return {
    add(count) {
      bytes += count;
      tell(Math.min(1, from + ((bytes / total) * (1 - from)) / (from === 0 ? 2 : 1)));
    },
    begin(share) {
      [from, bytes] = [share, 0];
    },
  };
}
