// Enters files as evidence: into the case's events and the custody log. In: files whose hash is known, each with its
// sealed copy where there is one. Out: their ids, once all of it is on the disk. Of what a killed process entered, the
// log is told at the next time.

import { checkDetails, type CustodyEntry, logPending } from '../custody/index.ts';
import {
  appendEvents,
  type CaseRecord,
  type InstanceHome,
  type NewEvent,
  refuseGone,
  withInstance,
} from '../store/index.ts';
import type { WholeFile } from '../base/files/index.ts';
import { copyPath } from './evidence-copy.ts';
import {
  addTaken,
  evidenceKind,
  type KnownEvidence,
  knownEvidence,
  learnEvidence,
  type TakenBody,
  type TakenFile,
} from './evidence.ts';

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

/** What whoever enters group after group keeps between them, so that each costs what is new in it. */
export interface EnteredSoFar {
  known: KnownEvidence;
  /** Ids of which a copy was put in its place. */
  renewed: Set<string>;
}

export function enteredSoFar(): EnteredSoFar {
  return { known: knownEvidence(), renewed: new Set() };
}

/** Throws USAGE where source or reason are too long, CASE_DESTROYED; then none is entered. */
export function enterEvidence(
  home: InstanceHome,
  record: CaseRecord,
  files: HashedFile[],
  { who, source = null, why = null }: TakenBy,
  soFar: EnteredSoFar = enteredSoFar(),
): EnteredFile[] {
  if (files.length === 0) return [];
  checkDetails({ source, why });
  // ids are given one process at a time
  const entered = withInstance(home, () => {
    refuseGone(home, record);
    learnEvidence(record, soFar.known);
    const by = { who, takenAt: new Date().toISOString(), source, why };
    const all = files.map((file) => enterFile(record, file, by, soFar));
    // what is known, from where it is known, is no event: a case may be examined every night
    const said = all.filter(({ isNews }) => isNews).map(({ file }) => file);
    for (let from = 0; from < said.length; from += groupSize) {
      const group = said.slice(from, from + groupSize);
      const body: TakenBody = { taken: group.map(takenOf), source, why };
      const event: NewEvent = { kind: evidenceKind, who, at: by.takenAt, body };
      const [number] = appendEvents(record, [event], () => logEntry(record, event, group));
      soFar.known.event = number!;
    }
    return all.map(({ file }) => file);
  });
  logPending(home, record);
  return entered;
}

/** A copy that was there is replaced: it may have been damaged, and this one was just made of the same bytes. */
function enterFile(
  record: CaseRecord,
  { path, bytes, sha256, modifiedMs, copy }: HashedFile,
  by: Parameters<typeof addTaken>[2],
  { known, renewed }: EnteredSoFar,
): { file: EnteredFile; isNews: boolean } {
  const isKnown = known.idOf.has(sha256);
  const id = known.idOf.get(sha256) ?? `E${known.idOf.size + 1}`;
  const before = known.byId.get(id);
  const hadCopy = before?.how === 'copy';
  const isNews = before?.places.get(path)?.modifiedMs !== modifiedMs || (copy !== null && !hadCopy);
  if (copy && !renewed.has(id)) {
    copy.keepAs(copyPath(record, id));
    renewed.add(id);
  }
  const how = hadCopy || copy ? 'copy' : 'reference';
  const file = { id, path, bytes, sha256, modifiedMs, how } as const;
  if (isNews) addTaken(known, file, by);
  return { file: { ...file, isKnown }, isNews };
}

function takenOf({ id, path, bytes, sha256, modifiedMs, how }: EnteredFile): TakenFile {
  return { id, path, bytes, sha256, modifiedMs, how };
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
