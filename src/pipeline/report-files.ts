// The files of an examination, for the report: the evidence, what lay inside it, and places that could not be
// read. In: what was found. Out: a line for each file, with what it held and, if it was not read whole, why.

import type { ReportFile, ReportInput, ReportSkipped } from '../report/index.ts';
import { isUnfinished, tailOfFile } from './dump-end.ts';
import type { FoundInput, UnreadableInput } from './find-inputs.ts';
import type { Findings } from './findings.ts';
import type { FoundLeaf } from './inside.ts';
import type { LeafCounts } from './read-job.ts';
import { isUnpacked } from './read-inputs.ts';

type SkippedByPath = Map<string, ReportSkipped[]>;
type Counts = Pick<LeafCounts, 'rows' | 'documents' | 'tail'>;

/** The files as they lie on disk. */
export function evidenceFiles(found: Findings, places: ReportSkipped[]): ReportInput[] {
  const counts = countsByLeaf(found);
  const skipped = Map.groupBy(places, (place) => place.path);
  return found.inputs
    .map((input, i) => evidenceFile(input, i, found, counts, skipped))
    .concat(found.unreadable.map(unreadableFile));
}

function evidenceFile(
  input: FoundInput,
  index: number,
  found: Findings,
  counts: Map<string, Counts>,
  skipped: SkippedByPath,
): ReportInput {
  const leaf = found.inside.leaves.get(input.path);
  const container = found.inside.containers.get(input.path);
  const own = counts.get(input.path);
  const format = leaf?.head.format ?? container?.format ?? input.format;
  const note = found.changed[index]
    ? 'the file changed while it was read: read it again from a copy'
    : input.format === 'empty'
      ? 'the file is empty'
      : (leaf?.end?.broken ??
        container?.broken ??
        unreadNote(found.hashes[index]) ??
        found.inside.unread.get(input.path)?.reason ??
        endNote(
          input.path,
          format,
          leaf?.end?.bytes ?? input.bytes,
          skipped,
          own?.tail?.bytes ?? tailOf(input),
        ));
  const told =
    note ?? (input.sameAs === null ? null : `the same bytes as ${input.sameAs}: its rows count once`);
  return {
    path: input.path,
    bytes: input.bytes,
    sha256: found.hashes[index] ?? '',
    format,
    encoding: leaf?.head.encoding ?? (input.open === null ? (input.recode ?? input.charset) : ''),
    rows: own?.rows ?? 0,
    documents: own?.documents ?? 0,
    complete: note === null,
    ...(told === null ? {} : { note: told }),
  };
}

/** A hash is of the whole file. */
function unreadNote(hash: string | null | undefined): string | null {
  return hash === null ? 'parts of it cannot be read from the disk: read it again from a copy' : null;
}

/** What lay inside them, however deep: leaves, containers, and what could not be had; in the order of the paths. */
export function filesInside(found: Findings, places: ReportSkipped[]): ReportFile[] {
  const { leaves, containers, unread } = found.inside;
  const evidence = new Set(found.inputs.map((input) => input.path));
  const counts = countsByLeaf(found);
  const skipped = Map.groupBy(places, (place) => place.path);
  const files: ReportFile[] = [];
  for (const [path, leaf] of leaves) {
    if (!evidence.has(path)) files.push(leafFile(leaf, counts.get(path), skipped));
  }
  for (const { path, format, bytes, broken } of containers.values()) {
    if (!evidence.has(path) && !leaves.has(path)) files.push(fileOf(path, bytes, format, broken));
  }
  for (const { path, bytes, reason } of unread.values()) {
    if (!evidence.has(path)) files.push(fileOf(path, bytes, 'not read', reason));
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function leafFile({ head, end }: FoundLeaf, counts: Counts | undefined, skipped: SkippedByPath): ReportFile {
  const { path, format, encoding } = head;
  const bytes = end?.bytes ?? 0;
  const broken =
    end?.broken ?? endNote(path, format, bytes, skipped, counts?.tail?.bytes ?? new Uint8Array(0));
  return {
    ...fileOf(path, bytes, format, broken),
    encoding,
    rows: counts?.rows ?? 0,
    documents: counts?.documents ?? 0,
  };
}

function fileOf(path: string, bytes: number, format: string, note: string | null): ReportFile {
  const complete = note === null;
  return {
    path,
    bytes,
    format,
    encoding: '',
    rows: 0,
    documents: 0,
    complete,
    ...(complete ? {} : { note }),
  };
}

/** Why the end of a dump was not read, or is not there; null where nothing speaks against it. */
function endNote(
  path: string,
  format: string,
  bytes: number,
  skipped: SkippedByPath,
  tail: Uint8Array,
): string | null {
  if (!/\b(?:dump|pg_dump|mysqldump|SQL|script)\b/u.test(format)) return null;
  const last = skipped.get(path)?.findLast((part) => part.offset + part.bytes >= bytes);
  if (last?.reason.startsWith('cut off')) return 'the dump ends in the middle of a statement';
  if (last) return `the end of the file could not be read as rows (${last.reason})`;
  return isUnfinished(format, tail) ? 'the line with which a dump says that it is complete is missing' : null;
}

function tailOf(input: FoundInput): Uint8Array {
  return isUnpacked(input) ? new Uint8Array(0) : tailOfFile(input.places[0]!, input.bytes);
}

function unreadableFile(input: UnreadableInput): ReportInput {
  return { ...fileOf(input.path, input.bytes, 'not read', input.reason), sha256: '' };
}

function countsByLeaf(found: Findings): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { leaves } of found.read.results) {
    for (const { leaf, rows, documents, tail } of leaves) {
      const known = counts.get(leaf);
      if (!known) counts.set(leaf, { rows, documents, tail });
      else {
        known.rows += rows;
        known.documents += documents;
        // a leaf that was read in several runs ends where it was read furthest
        if (tail && tail.end >= (known.tail?.end ?? 0)) known.tail = tail;
      }
    }
  }
  return counts;
}

/** Places that could not be read as rows, those that touch put together, in the order of files and offsets. */
export function skippedPlaces(found: Findings): ReportSkipped[] {
  const order = new Map(found.inputs.map((input, i) => [input.path, i]));
  const parts = found.read.results.flatMap((result) => result.skipped);
  const ordered = parts.toSorted(
    (a, b) =>
      (order.get(a.leaf) ?? order.size) - (order.get(b.leaf) ?? order.size) ||
      (a.leaf < b.leaf ? -1 : a.leaf > b.leaf ? 1 : a.part.offset - b.part.offset),
  );
  const skipped: ReportSkipped[] = [];
  for (const { leaf, part } of ordered) {
    const last = skipped.at(-1);
    const isNext =
      last && last.path === leaf && last.reason === part.reason && last.offset + last.bytes === part.offset;
    if (isNext) last.bytes += part.bytes;
    else skipped.push({ path: leaf, ...part });
  }
  const { leaves, containers, unread } = found.inside;
  for (const [path, { end }] of leaves)
    if (end?.broken) skipped.push({ path, offset: end.bytes, bytes: 0, reason: end.broken });
  for (const { path, broken } of containers.values())
    if (broken) skipped.push({ path, offset: 0, bytes: 0, reason: broken });
  for (const { path, bytes, reason } of [...unread.values(), ...found.unreadable])
    skipped.push({ path, offset: 0, bytes, reason });
  return skipped;
}
