// Replaces numbers of one kind by others of the same kind: a permutation of all numbers that pass, for each level another
// one. In: entries. Out: their images. Encrypts what may change and walks on until the number passes (cycle walking), so that
// no two become one. Dates of birth go through the permutation of dates that columns of dates go through.

import type { MaskKeys } from '../cipher/mask-keys.ts';
import { createPayloadCipher, Payloads } from '../cipher/payload-cipher.ts';
import { createPrf } from '../cipher/prf.ts';
import { identifiers, type IdentifierName } from '../../recognise/index.ts';
import { createBirthMonths } from '../values/birth-months.ts';
import { layouts } from './layouts/index.ts';
import {
  batchSize,
  complete,
  type NumberMasker,
  readPayload,
  writePayload,
  writeTweak,
} from './number-entry.ts';
import { createOuterRule, type Firms } from './outer-rule.ts';
import { createRankedMasker } from './ranked-masker.ts';

/** Steps after which no number is looked for any more: far beyond what any kind needs. */
const mostSteps = 5000;

/** `firms`: of the kind whose numbers begin with a firm's. */
export function createNumberMasker(
  name: IdentifierName,
  keys: MaskKeys,
  firms: Firms | null = null,
): NumberMasker {
  const identifier = identifiers.find((each) => each.name === name)!;
  const layout = layouts[name];
  const months = createBirthMonths(keys);
  if (layout.ordersOf !== undefined) {
    const run = createRankedMasker(identifier, layout, months, keys);
    return { identifier, layout, run };
  }
  const cipher = createPayloadCipher(keys, `identifier ${name}`);
  const prf = createPrf(keys.of(`identifier tweak ${name}`, 16));
  const outer = createOuterRule(layout, months, firms);
  const payloads = new Payloads(batchSize);
  return {
    identifier,
    layout,
    run(entries, count, level, isForward) {
      if (isForward) outer(entries, count, true);
      let pending: number[] = [];
      for (let index = 0; index < count; index++) {
        const entry = entries[index]!;
        if (entry.isFailed) continue;
        writeTweak(entry, layout, level, prf, payloads, index);
        readPayload(entry, layout, payloads, index);
        pending.push(index);
      }
      for (let step = 0; pending.length > 0 && step < mostSteps; step++) {
        cipher.run(payloads, pending, isForward);
        const left: number[] = [];
        for (const index of pending) {
          const entry = entries[index]!;
          writePayload(entry, layout, payloads, index);
          if (!complete(entry, layout, identifier)) left.push(index);
        }
        pending = left;
      }
      for (const index of pending) entries[index]!.isFailed = true;
      if (isForward) return;
      outer(entries, count, false);
      for (let index = 0; index < count; index++) {
        const entry = entries[index]!;
        if (!entry.isFailed) entry.isFailed = !complete(entry, layout, identifier);
      }
    },
  };
}
