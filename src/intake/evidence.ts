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

export function listEvidence(record: CaseRecord): Evidence[] {
  const byId = new Map<string, Evidence>();
  for (const { kind, who, at, body } of readEvents(record)) {
    if (kind !== evidenceKind) continue;
    const { taken, source, why } = body as TakenBody;
    for (const { id, path, bytes, sha256, modifiedMs, how } of taken) {
      const place: EvidencePlace = { path, modifiedMs, takenAt: at, who, source, why };
      const known = byId.get(id);
      if (!known) {
        byId.set(id, { id, path, sha256, bytes, source, takenAt: at, who, how, places: [place] });
        continue;
      }
      if (how === 'copy') known.how = how;
      known.source ??= source;
      known.places = [...known.places.filter((other) => other.path !== path), place];
    }
  }
  return [...byId.values()];
}

/** Throws EVIDENCE_NOT_FOUND. */
export function findEvidence(record: CaseRecord, id: string): Evidence {
  const found = listEvidence(record).find((evidence) => evidence.id === id);
  if (found) return found;
  throw new TocsinError('EVIDENCE_NOT_FOUND', `the case ${record.case} has no evidence of that id`);
}
