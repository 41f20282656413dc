// What an examination into a case has to do with its evidence: what it reads is entered by itself, by the hashes that it
// makes anyway; without a path it reads what no delivery has read yet; and files of earlier deliveries are had again from
// wherever they still are.

import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import {
  enterEvidence,
  type Evidence,
  type EvidenceBytes,
  listEvidence,
  openEvidence,
  type TakenBy,
} from '../../intake/index.ts';
import { type CaseRecord, type InstanceHome, listDeliveries, openVault } from '../../store/index.ts';
import { partPaths } from '../joined-inputs.ts';
import type { FoundFiles } from '../find-inputs.ts';
import type { FoundInput } from '../found-input.ts';
import { evidenceInputs, type PlacedFile } from './evidence-inputs.ts';

/** A file that was read. */
export interface ReadFile {
  input: FoundInput;
  /** Null where it could not be read to its end. */
  sha256: string | null;
}

/** What was read where it lies is evidence by reference; what came from a sealed copy is evidence already. */
export function enterRead(home: InstanceHome, record: CaseRecord, files: ReadFile[], by: TakenBy): void {
  const hashed = files.flatMap(({ input: { places, bytes, modifiedMs }, sha256 }) => {
    const [place] = places;
    if (!sha256 || !place || place.seal) return [];
    return [{ path: resolve(place.path), bytes, sha256, modifiedMs, copy: null }];
  });
  enterEvidence(home, record, hashed, by);
}

/** Evidence that no delivery of the case has read. */
export function unreadEvidence(record: CaseRecord): Evidence[] {
  using vault = openVault(record);
  const read = new Set(listDeliveries(vault.db).flatMap(({ inputs }) => inputs.map(({ sha256 }) => sha256)));
  return listEvidence(record).filter(({ sha256 }) => !read.has(sha256));
}

/** All of it, opened through the custody log. What can be had nowhere is told as a file that cannot be read. */
export async function findUnread(home: InstanceHome, record: CaseRecord, who: string): Promise<FoundFiles> {
  const unread = unreadEvidence(record);
  if (unread.length === 0)
    throw new TocsinError(
      'NOTHING_READABLE',
      `the case ${record.case} has no evidence that was not examined yet`,
      {
        hint: 'name files to examine, or take some in with tocsin evidence add',
      },
    );
  const missing: FoundFiles['unreadable'] = [];
  const opened = await openEvidence(home, record, unread, {
    who,
    what: 'evidence.read',
    onMissing: ({ path, bytes }, { message: reason }) => missing.push({ path, bytes, reason }),
  });
  const found = evidenceInputs(placedFiles(opened));
  if (found.inputs.length === 0)
    throw new TocsinError(
      'EVIDENCE_CHANGED',
      `none of the evidence that was not examined yet can be read: ${missing[0]?.reason ?? ''}`,
    );
  return { inputs: found.inputs, unreadable: [...found.unreadable, ...missing] };
}

/** The same bytes are read once; but two parts of one archive may hold the same, and it needs both. */
function placedFiles(opened: EvidenceBytes[]): PlacedFile[] {
  const parts = partPaths(opened.flatMap(({ evidence }) => evidence.places.map(({ path }) => path)));
  return opened.flatMap(({ evidence: { places, bytes }, path, seal }) => {
    const first = places.find((place) => place.path === path) ?? places[0]!;
    return places
      .filter((place) => place === first || parts.has(place.path))
      .map((place) => ({ path: place.path, place: { path, seal }, bytes, modifiedMs: place.modifiedMs }));
  });
}

/** The files of an earlier delivery under the paths it knows them by; null where one of them can be had nowhere. */
export async function findDelivered(
  home: InstanceHome,
  record: CaseRecord,
  delivered: { path: string; sha256: string; bytes: number }[],
  who: string,
): Promise<FoundFiles | null> {
  const bySha256 = new Map(listEvidence(record).map((evidence) => [evidence.sha256, evidence]));
  const wanted = delivered.map(({ sha256 }) => bySha256.get(sha256));
  if (wanted.includes(undefined)) return null;
  const evidence = [...new Set(wanted as Evidence[])];
  let isWhole = true;
  const onMissing = () => void (isWhole = false);
  const opened = await openEvidence(home, record, evidence, { who, what: 'evidence.read', onMissing });
  if (!isWhole) return null;
  const placeOf = new Map(opened.map(({ evidence: { sha256 }, path, seal }) => [sha256, { path, seal }]));
  return evidenceInputs(
    delivered.map(({ path, sha256, bytes }) => {
      const place = placeOf.get(sha256)!;
      const { places } = bySha256.get(sha256)!;
      const { modifiedMs } = places.find((other) => other.path === place.path) ?? places[0]!;
      return { path, place, bytes, modifiedMs };
    }),
  );
}
