// A telephone number written as another one is. In: the real one with its parts, what stands for its code and its national
// digits. Out: those digits between the signs of the real one.

import type { ByteSink } from '../byte-sink.ts';
import type { PhoneParts } from './phone-parts.ts';

/** `code`: of no country, in place of the code that stands there; undefined: that stays. Digits are numbers from 0 to 9. */
export function writeDigits(
  bytes: Uint8Array,
  start: number,
  end: number,
  parts: PhoneParts,
  code: string | undefined,
  national: Uint8Array,
  count: number,
  out: ByteSink,
): void {
  const { exitDigits, nationalFrom } = parts;
  const codeTo = exitDigits + parts.codeDigits;
  const room = parts.count - nationalFrom;
  let digit = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < 48 || byte > 57) {
      // A shorter number ends before the signs between the digits it has not.
      const isLeft = digit > nationalFrom && digit - nationalFrom >= count && digit < parts.count;
      if (!isLeft) out.put(byte);
      continue;
    }
    if (digit === exitDigits && codeTo > exitDigits && code !== undefined) out.write(code);
    const isCode = digit >= exitDigits && digit < codeTo;
    if (digit < nationalFrom) {
      if (!isCode || code === undefined) out.put(byte);
    } else if (digit - nationalFrom < count) out.put(48 + national[digit - nationalFrom]!);
    digit++;
    if (digit === parts.count) for (let more = room; more < count; more++) out.put(48 + national[more]!);
  }
}
