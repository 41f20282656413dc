// What the files of the output are called: as those of the source, without the people in their names. In: the source's files.
// Out: their places, in order, and what stands against them.

import { maskFileName } from '../../../mask/index.ts';
import type { Survivor } from './mask-job.ts';
import type { MaskFile } from './mask-file.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { RunReplacers } from './run-replacers.ts';
import { survivorsOf } from './survivors-of.ts';

export interface OutputPlaces {
  places: string[];
  refusals: Refusal[];
  survivors: Survivor[];
}

export function outputPlaces(
  files: readonly MaskFile[],
  { text, search }: Pick<RunReplacers, 'text' | 'search'>,
): OutputPlaces {
  const found: OutputPlaces = { places: [], refusals: [], survivors: [] };
  const taken = new Set<string>();
  for (const { path, place } of files) {
    const masked = place
      .split('/')
      .map((part) => maskFileName(part, text))
      .join('/');
    if (taken.has(masked))
      found.refusals.push(refusal(path, 'another file would have the same name once it is masked'));
    taken.add(masked);
    found.places.push(masked);
    if (search)
      found.survivors.push(
        ...survivorsOf(search, Buffer.from(masked), path, () => ({ table: null, column: null })),
      );
  }
  return found;
}
