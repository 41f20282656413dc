// A breach that loads: what it is made of, and how its loading is told. In: nothing. Out: types.

import type { WalkColumnsOptions } from './walk-columns.ts';

export interface LoadingBreach {
  breach: number;
  /** Of all that it is made of. */
  digest: string;
  isRange: boolean;
  isStealerLog: boolean;
  /**
   * The number of the first publication under its name, which may be withdrawn since: whoever was taken out of that stays
   * out. Null where this is the first.
   */
  standsFor: number | null;
}

export type PublishStage = 'reading the evidence' | 'loading the register' | 'private look-up' | 'removing';

export interface LoadBreachOptions extends Omit<WalkColumnsOptions, 'onProgress'> {
  onProgress?: ((stage: PublishStage, share: number) => void) | undefined;
}
