// Everything that replaces, as one thread has it from the moment that all that is real is known. In: what was settled. Out:
// replacers by method, that of texts, and the search for survivors.

import {
  createMaskKeys,
  createReplacer,
  createSurvivorSearch,
  createTextReplacer,
  type Masking,
  type MethodName,
  openRealValues,
  type Replacer,
  type SurvivorSearch,
  type TextReplacer,
} from '../../../mask/index.ts';
import type { MaskJob, Settled } from './mask-job.ts';
import { type UniqueColumns, uniqueColumns } from './unique-columns.ts';

export interface RunReplacers {
  masking: Masking;
  isUnique: UniqueColumns;
  of: (method: MethodName, unique: boolean) => Replacer;
  text: TextReplacer;
  /** Null where the output is not searched. Made when it is first asked for. */
  readonly search: SurvivorSearch | null;
}

export function openReplacers(job: MaskJob, { real, facts }: Pick<Settled, 'real' | 'facts'>): RunReplacers {
  const keys = createMaskKeys(job.secret);
  const masking: Masking = {
    keys,
    real: openRealValues(real, keys),
    images: { stoodAside: 0 },
    language: job.language,
  };
  const isUnique = uniqueColumns(job.plan, facts);
  const of = (method: MethodName, unique: boolean) => createReplacer(method, masking, { isUnique: unique });
  let search: SurvivorSearch | null = null;
  return {
    masking,
    isUnique,
    of,
    text: createTextReplacer(masking, (method) => of(method, isUnique.method(method))),
    get search() {
      return job.isChecked ? (search ??= createSurvivorSearch(masking.real, keys)) : null;
    },
  };
}
