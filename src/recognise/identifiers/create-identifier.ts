/*
 * Makes an identifier of its facts, its shape and its check: reading, separators and the normal form are the same for
 * all numbers that are digits and capitals. In: the rules. Out: the identifier.
 */

import { characters, compileShape, readCharacters, type Shape } from './characters.ts';
import type { Identifier } from './identifier.ts';

export interface IdentifierRules extends Omit<Identifier, 'kinds' | 'kind' | 'normalise'> {
  /** Just the label when left out. */
  kinds?: readonly string[];
  shape: Shape;
  /**
   * Puts what was read into the normal form, in `characters`, where a number has more than one form (digits that may
   * be left out), and returns its length; 0 for none.
   */
  arrange?: (length: number) => number;
  /** 0 none, else index + 1 into `kinds`, of the number in `characters`. */
  check: (length: number) => number;
}

export function createIdentifier(rules: IdentifierRules): Identifier {
  const { shape, arrange, check, ...facts } = rules;
  const compiled = compileShape(shape);
  const read = (bytes: Uint8Array, start: number, end: number): number => {
    const length = readCharacters(bytes, start, end, compiled);
    return length === 0 || arrange === undefined ? length : arrange(length);
  };
  return {
    ...facts,
    kinds: rules.kinds ?? [rules.label],
    kind(bytes, start, end) {
      const length = read(bytes, start, end);
      return length === 0 ? 0 : check(length);
    },
    normalise(bytes, start, end, out) {
      const length = read(bytes, start, end);
      if (length === 0 || check(length) === 0) return 0;
      for (let at = 0; at < length; at++) out[at] = characters[at]!;
      return length;
    },
  };
}
