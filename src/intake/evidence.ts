// The evidence of a case: every file as it was received, by what it holds. In: the case's events. Out: the list. The same
// bytes taken twice are one evidence, with all paths they were taken from.

import { TocsinError } from '../base/index.ts';
import { type CaseRecord, readEvents } from '../store/index.ts';

export interface Evidence {
  /** E1, E2 and so on, in the order in which they were taken. */
  id: string;
  /** The first path it was taken from. */
  path: string;
  /** Hex. */
  sha256: string;
  bytes: number;
  /** Who handed it over, as told when it was taken. */
  source: string | null;
  /** ISO 8601. */
  takenAt: string;
  /** Who took it. */
  who: string;
  /** `copy`: a sealed copy rests in the case; `reference`: only the file where it was found. */
  how: 'copy' | 'reference';
  /** Everywhere it was taken from, in order. */
  places: EvidencePlace[];
}

export interface EvidencePlace {
  path: string;
  /** When the file was last changed, by its file system: as long as this and the size stay, it is taken to be the same. */
  modifiedMs: number;
  takenAt: string;
  who: string;
  source: string | null;
  why: string | null;
}

/** What an event of the kind `evidence` holds. */
export interface TakenBody {
  taken: TakenFile[];
  source: string | null;
  why: string | null;
}

export interface TakenFile {
  id: string;
  path: string;
  bytes: number;
  sha256: string;
  modifiedMs: number;
  how: Evidence['how'];
}

export const evidenceKind = 'evidence';

/** What is known of the evidence of a case up to one of its events; it goes on from there. */
export interface KnownEvidence {
  /** Number of that event. */
  event: number;
  byId: Map<string, GatheredEvidence>;
  /** By SHA-256. */
  idOf: Map<string, string>;
}

/** A file of no bytes may have been taken from tens of thousands of places. */
interface GatheredEvidence extends Omit<Evidence, 'places'> {
  /** By path. */
  places: Map<string, EvidencePlace>;
}

export function knownEvidence(): KnownEvidence {
  return { event: 0, byId: new Map(), idOf: new Map() };
}

/** Adds what was written down since. */
export function learnEvidence(record: CaseRecord, known: KnownEvidence): void {
  for (const { number, kind, who, at, body } of readEvents(record, known.event)) {
    known.event = number;
    if (kind !== evidenceKind) continue;
    const { taken, source, why } = body as TakenBody;
    for (const file of taken) addTaken(known, file, { who, takenAt: at, source, why });
  }
}

export function addTaken(
  { byId, idOf }: KnownEvidence,
  { id, path, bytes, sha256, modifiedMs, how }: TakenFile,
  by: Pick<EvidencePlace, 'who' | 'takenAt' | 'source' | 'why'>,
): void {
  const { source, takenAt, who } = by;
  const known = byId.get(id) ?? { id, path, sha256, bytes, source, takenAt, who, how, places: new Map() };
  byId.set(id, known);
  idOf.set(sha256, id);
  if (how === 'copy') known.how = how;
  known.source ??= source;
  // in the order in which they were taken last
  known.places.delete(path);
  known.places.set(path, { path, modifiedMs, ...by });
}

export function listEvidence(record: CaseRecord): Evidence[] {
  const known = knownEvidence();
  learnEvidence(record, known);
  return [...known.byId.values()].map(({ places, ...evidence }) => ({
    ...evidence,
    places: [...places.values()],
  }));
}

/** Throws EVIDENCE_NOT_FOUND. */
export function findEvidence(record: CaseRecord, id: string): Evidence {
  const found = listEvidence(record).find((evidence) => evidence.id === id);
  if (found) return found;
  throw new TocsinError('EVIDENCE_NOT_FOUND', `the case ${record.case} has no evidence of that id`);
}
