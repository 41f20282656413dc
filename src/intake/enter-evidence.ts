// Enters files as evidence: into the case's events and the custody log. In: files whose hash is known, each with its
// sealed copy where there is one. Out: their ids, once all of it is on the disk. Of what a killed process entered, the
// log is told at the next time.

import { appendCustody, type CustodyEntry } from '../custody/index.ts';
import {
  appendEvents,
  type CaseRecord,
  type InstanceHome,
  type NewEvent,
  settlePending,
  withInstance,
} from '../store/index.ts';
import type { WholeFile } from '../base/files/index.ts';
import { copyPath } from './evidence-copy.ts';
import { evidenceKind, listEvidence, type TakenBody, type TakenFile } from './evidence.ts';

export interface HashedFile {
  path: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  modifiedMs: number;
  /** Written to its end, in the case's folder of copies; moved into its place, or not needed. */
  copy: WholeFile | null;
}

export interface TakenBy {
  /** The acting user. */
  who: string;
  /** Who handed it over. */
  source?: string | null;
  why?: string | null;
}

export interface EnteredFile extends TakenFile {
  /** Its bytes were evidence of the case already. */
  isKnown: boolean;
}

/** Files that one event and one entry of the log are about: an entry is a line of at most a megabyte. */
const groupSize = 1000;

export function enterEvidence(
  home: InstanceHome,
  record: CaseRecord,
  files: HashedFile[],
  { who, source = null, why = null }: TakenBy,
): EnteredFile[] {
  if (files.length === 0) return [];
  // ids are given one process at a time
  const entered = withInstance(home, () => {
    const known = knownEvidence(record);
    const all = files.map((file) => enterFile(record, file, known));
    // what is known, from where it is known, is no event: a case may be examined every night
    const said = all.filter(({ isNews }) => isNews).map(({ file }) => file);
    for (let from = 0; from < said.length; from += groupSize) {
      const group = said.slice(from, from + groupSize);
      const body: TakenBody = { taken: group.map(takenOf), source, why };
      const event: NewEvent = { kind: evidenceKind, who, at: new Date().toISOString(), body };
      appendEvents(record, [event], () => logEntry(record, event, group));
    }
    return all.map(({ file }) => file);
  });
  tellLog(home, record);
  return entered;
}

interface KnownEvidence {
  /** By SHA-256. */
  idOf: Map<string, string>;
  /** Ids of which a copy rests in the case, and of those whose copy was put there just now. */
  copied: Set<string>;
  renewed: Set<string>;
  places: Set<string>;
}

function knownEvidence(record: CaseRecord): KnownEvidence {
  const known = listEvidence(record);
  return {
    idOf: new Map(known.map(({ sha256, id }) => [sha256, id])),
    copied: new Set(known.flatMap(({ id, how }) => (how === 'copy' ? [id] : []))),
    renewed: new Set(),
    places: new Set(
      known.flatMap((evidence) => evidence.places.map((place) => placeKey(evidence.id, place))),
    ),
  };
}

/** A copy that was there is replaced: it may have been damaged, and this one was just made of the same bytes. */
function enterFile(
  record: CaseRecord,
  { path, bytes, sha256, modifiedMs, copy }: HashedFile,
  { idOf, copied, renewed, places }: KnownEvidence,
): { file: EnteredFile; isNews: boolean } {
  const isKnown = idOf.has(sha256);
  const id = idOf.get(sha256) ?? `E${idOf.size + 1}`;
  idOf.set(sha256, id);
  const isNews = !places.has(placeKey(id, { path, modifiedMs })) || (copy !== null && !copied.has(id));
  if (copy && !renewed.has(id)) {
    copy.keepAs(copyPath(record, id));
    copied.add(id);
    renewed.add(id);
  }
  places.add(placeKey(id, { path, modifiedMs }));
  const how = copied.has(id) ? 'copy' : 'reference';
  return { file: { id, path, bytes, sha256, modifiedMs, how, isKnown }, isNews };
}

function takenOf({ id, path, bytes, sha256, modifiedMs, how }: EnteredFile): TakenFile {
  return { id, path, bytes, sha256, modifiedMs, how };
}

function placeKey(id: string, { path, modifiedMs }: { path: string; modifiedMs: number }): string {
  return JSON.stringify([id, path, modifiedMs]);
}

function logEntry(record: CaseRecord, { who, at, body }: NewEvent, files: EnteredFile[]): CustodyEntry {
  const { source, why } = body as TakenBody;
  const [first] = files;
  return {
    who,
    at,
    case: record.case,
    what: 'evidence.take',
    ...(files.length === 1 ? { on: first!.id } : {}),
    result: 'done',
    counts: { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
    hashes: Object.fromEntries(files.map(({ id, sha256 }) => [id, sha256])),
    details: {
      ...(source === null ? {} : { source }),
      ...(why === null ? {} : { why }),
      how: first!.how,
      ...(files.length === 1 ? { path: first!.path } : {}),
    },
  };
}

/** Tells the log what was entered and it has not been told of. */
export function tellLog(home: InstanceHome, record: CaseRecord): void {
  // the lock of the instance before that of the case, as whoever enters takes them
  withInstance(home, () => {
    settlePending(record, (entry) => appendCustody(home, entry as CustodyEntry, record.key));
  });
}
