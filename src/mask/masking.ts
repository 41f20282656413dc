// What replacing asks of the run: the keys, and what the source holds. In each thread there is one.

import type { MaskKeys } from './cipher/mask-keys.ts';
import type { IdentifierImages } from './identifiers/identifier-images.ts';
import type { RealValues } from './survivors/real-values.ts';

export interface Masking {
  readonly keys: MaskKeys;
  /** All that is real in the source: no replacement may be one of these. Empty while they are gathered. */
  readonly real: RealValues;
  /** Counts what stood aside for real numbers: `{ stoodAside: 0 }` at first. */
  readonly images: IdentifierImages;
  /** Names are invented in this language where a name does not tell its own. */
  readonly language: 'fr' | 'en' | 'de';
}
