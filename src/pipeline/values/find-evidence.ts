// The files of a delivery, to be read once more: those that hold rows of the tables asked for. In: a delivery and its
// parts. Out: inputs, from the files that were examined where these are unchanged, else from their sealed copies; that
// they are opened is in the custody log before. A file that is gone or changed is told at once, with its evidence;
// whether the bytes are the same to the last shows in the end.

import { existsSync, statSync } from 'node:fs';
import { type FilePlace, TocsinError } from '../../base/index.ts';
import { type Evidence, listEvidence, openEvidence } from '../../intake/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';
import type { DeliveredInput, DeliveredTable, Delivery } from '../deliveries/delivery.ts';
import { type FoundInput, lookAtInput } from '../found-input.ts';

/** Who reads the evidence, and what for: for the custody log. */
export interface ReadFor {
  home: InstanceHome;
  who: string;
  /** As the log has it: `split`, `package`. */
  what: string;
}

export interface FoundEvidence {
  inputs: FoundInput[];
  /** Files whose SHA-256 has to be the one that was examined. */
  unchanged: { path: string; place: FilePlace; sha256: string }[];
}

export async function findEvidence(
  record: CaseRecord,
  { inputs: delivered }: Delivery,
  parts: readonly { delivered: Pick<DeliveredTable, 'sources'> }[],
  { home, who, what }: ReadFor,
): Promise<FoundEvidence> {
  const within = pathsAbove(parts.flatMap((part) => part.delivered.sources));
  const holding = delivered.filter((input) => input.partOf === null && within.has(input.path));
  const paths = new Set(holding.flatMap((input) => [input.path, ...input.parts]));
  const files = delivered.filter(({ path }) => paths.has(path));
  const evidenceOf = evidenceFinder(listEvidence(record));
  const known = new Set(files.flatMap((input) => evidenceOf(input) ?? []));
  const opened = await openEvidence(home, record, [...known], { who, what });
  const placeOfEvidence = new Map(
    opened.map(({ evidence, path, seal }): [Evidence, FilePlace] => [evidence, { path, seal }]),
  );
  const placeOf = new Map(
    files.map((input): [string, FilePlace] => {
      const evidence = evidenceOf(input);
      return [input.path, (evidence && placeOfEvidence.get(evidence)) ?? inPlace(input)];
    }),
  );
  return {
    inputs: holding.map((input) => {
      const places = input.parts.map((path) => placeOf.get(path) ?? { path, seal: null });
      return { ...lookAtInput(input.path, places[0]!, 0), parts: input.parts, places };
    }),
    // a sealed copy proves itself; what could not be read to its end has no hash
    unchanged: files
      .map(({ path, sha256 }) => ({ path, sha256, place: placeOf.get(path)! }))
      .filter(({ place, sha256 }) => place.seal === null && sha256 !== ''),
  };
}

/** By what a file holds; where several hold the same, the one that was taken from there. */
function evidenceFinder(all: readonly Evidence[]): (input: DeliveredInput) => Evidence | undefined {
  const byHash = Map.groupBy(all, ({ sha256 }) => sha256);
  return ({ sha256, path }) => {
    const same = byHash.get(sha256) ?? [];
    return same.find(({ places }) => places.some((place) => place.path === path)) ?? same[0];
  };
}

/** The leaves and whatever they may lie inside of: a leaf is called after its input, and where in it it lies. */
function pathsAbove(leaves: readonly string[]): Set<string> {
  const paths = new Set<string>();
  for (const leaf of leaves) {
    paths.add(leaf);
    for (let at = leaf.lastIndexOf('/'); at > 0; at = leaf.lastIndexOf('/', at - 1)) {
      const above = leaf.slice(0, at);
      if (paths.has(above)) break;
      paths.add(above);
    }
  }
  return paths;
}

/** Of a file that was examined without being taken as evidence. */
function inPlace({ path, bytes }: DeliveredInput): FilePlace {
  if (!existsSync(path) || statSync(path).size !== bytes) throw evidenceChanged(path);
  return { path, seal: null };
}

export function evidenceChanged(path: string): TocsinError {
  return new TocsinError('EVIDENCE_CHANGED', `the file that was examined is gone or has changed: ${path}`);
}
