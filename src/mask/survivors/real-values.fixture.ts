// Real values of a made-up source, opened for search.

import { createMaskKeys } from '../cipher/mask-keys.ts';
import type { MethodName } from '../method.ts';
import { mergeRealValues } from './merge-real-values.ts';
import { openRealValues, type OpenRealValues } from './open-real-values.ts';
import { RealValuesGatherer } from './real-values-gatherer.ts';
import type { RealSort } from './real-sort.ts';
import { createSurvivorSearch } from './survivor-search.ts';
import type { SurvivorForm } from './search/visit-survivor.ts';

export const keys = createMaskKeys(new Uint8Array(32).fill(7));

/** One value of the source: `names` is first and last name with a tab between. */
export type SourceValue = readonly [method: MethodName | 'names', value: string];

export function gatherInto(gatherer: RealValuesGatherer, values: Iterable<SourceValue>): void {
  for (const [method, value] of values) {
    const bytes = Buffer.from(value);
    if (method !== 'names') gatherer.gather(method, bytes, 0, bytes.length);
    else {
      const tab = bytes.indexOf(9);
      gatherer.gather('first-name', bytes, 0, tab);
      gatherer.gather('last-name', bytes, tab + 1, bytes.length);
      gatherer.gatherNames(bytes, 0, tab, tab + 1, bytes.length);
    }
  }
}

export function realOf(values: Iterable<SourceValue>): OpenRealValues {
  const gatherer = new RealValuesGatherer(keys);
  gatherInto(gatherer, values);
  return openRealValues(mergeRealValues([gatherer.take()]), keys);
}

export interface Survivor {
  sort: RealSort;
  text: string;
  form: SurvivorForm;
}

/** What is real in a text. */
export function survivorsIn(real: OpenRealValues): (text: string | Uint8Array) => Survivor[] {
  const search = createSurvivorSearch(real, keys);
  return (text) => {
    const bytes = Buffer.from(text as string);
    const found: Survivor[] = [];
    search.search(bytes, 0, bytes.length, (sort, start, end, form) => {
      found.push({ sort, text: bytes.subarray(start, end).toString(), form });
    });
    return found;
  };
}
