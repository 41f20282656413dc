// Parts of one archive are read together, as the first of them. In: the names in a folder, and the files of it that were
// found. Out: the same files, put together; parts that are not there.

import { basename, dirname, join } from 'node:path';
import { partsOf } from '../read/index.ts';
import { type FoundInput, inClear } from './found-input.ts';
import type { UnreadableInput } from './unreadable-input.ts';

/** Those of the paths that are parts of a split archive. */
export function partPaths(paths: string[]): Set<string> {
  const byFolder = Map.groupBy(paths, (path) => dirname(path));
  return new Set(
    [...byFolder].flatMap(([folder, inside]) =>
      partsOf(inside.map((path) => basename(path))).flatMap(({ parts }) =>
        parts.map((part) => join(folder, part)),
      ),
    ),
  );
}

/** Changes `inputs`. */
export function joinParts(folder: string, names: string[], inputs: FoundInput[]): UnreadableInput[] {
  const sets = partsOf(names);
  if (sets.length === 0) return [];
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  const missing: UnreadableInput[] = [];
  for (const set of sets) {
    const [first] = set.parts;
    const head = byPath.get(join(folder, first!));
    const parts = set.parts.map((part) => join(folder, part));
    if (head) {
      head.parts = parts;
      head.places = parts.map((part) => byPath.get(part)?.places[0] ?? inClear(part));
      for (const part of set.missing)
        missing.push({
          path: join(folder, part),
          bytes: 0,
          reason: 'a part of an archive that is not there',
        });
    }
    for (const path of parts.slice(1)) {
      const part = byPath.get(path);
      if (!part) continue;
      part.partOf = parts[0]!;
      part.format = `part of ${first}`;
    }
  }
  return missing;
}
