// Replaces numbers with a structure of their own by others of the same kind that pass the same checks. In: values of one kind.
// Out: numbers that are nobody's, written the same way. No two become one, and none stays itself. What is costly alone is
// done for many values at once, in `prepare`.

import type { IdentifierName } from '../../recognise/index.ts';
import type { Masking } from '../masking.ts';
import type { Replacer, ValueSpans } from '../replacer.ts';
import { batchSize, begin, createEntry } from './number-entry.ts';
import { createIsReal } from './is-real.ts';
import { createNumberMasker } from './number-masker.ts';
import type { Firms } from './outer-rule.ts';
import { PreparedImages } from './prepared-images.ts';
import { createStandAside } from './stand-aside.ts';
import { WrittenNumber } from './written-number.ts';

export function createIdentifierReplacer(name: IdentifierName, masking: Masking): Replacer {
  const masker = createNumberMasker(name, masking.keys, name === 'siret' ? openFirms(masking) : null);
  const { identifier, layout } = masker;
  const written = new WrittenNumber(identifier);
  const isReal = createIsReal(identifier, masking.real);
  const standAside = createStandAside(masker, isReal);
  const entries = Array.from({ length: batchSize }, createEntry);
  const prepared = new PreparedImages();

  const imageOf = (): Uint8Array | null => {
    const { form, length } = written;
    const usual = prepared.take(form, length);
    if (usual !== null && !isReal(usual, length) && !isSame(form, usual, length)) return usual;
    const found = standAside.mask(form, length);
    if (found !== null && found.level > 0) masking.images.stoodAside++;
    return found?.image ?? null;
  };

  return {
    prepare({ bytes, starts, ends, count }: ValueSpans) {
      prepared.clear();
      for (let at = 0; at < count;) {
        let filled = 0;
        for (; at < count && filled < batchSize; at++) {
          if (!written.read(bytes, starts[at]!, ends[at]!)) continue;
          begin(entries[filled++]!, layout, written.form, written.length, written.kind);
          prepared.addSource(written.form, written.length);
        }
        masker.run(entries, filled, 0, true);
        for (let index = 0; index < filled; index++) {
          const { image, isFailed } = entries[index]!;
          prepared.addImage(isFailed ? null : image);
        }
      }
    },
    replace(bytes, start, end, out, room) {
      if (!written.read(bytes, start, end)) return false;
      const image = imageOf();
      const from = out.length;
      if (image === null || !written.write(bytes, start, end, image, out, room)) return false;
      if (written.isRight(out, from)) return true;
      out.length = from;
      return false;
    },
  };
}

/** Firms are replaced in numbers of their establishments as they are alone. */
function openFirms({ keys, real }: Masking): Firms {
  const masker = createNumberMasker('siren', keys);
  const isReal = createIsReal(masker.identifier, real);
  const { mask, unmask } = createStandAside(masker, isReal);
  const entries = Array.from({ length: batchSize }, createEntry);
  return {
    mask(firms) {
      for (const [index, firm] of firms.entries())
        begin(entries[index]!, masker.layout, firm, firm.length, 1);
      masker.run(entries, firms.length, 0, true);
      return firms.map((firm, index) => {
        const usual = entries[index]!.image;
        const isFree = !isReal(usual, firm.length) && !isSame(firm, usual, firm.length);
        return isFree ? usual : (mask(firm, firm.length)?.image ?? null);
      });
    },
    unmask: (firm) => unmask(firm, firm.length),
  };
}

function isSame(one: Uint8Array, other: Uint8Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}
