// Places on a map. In: degrees as decimals, one or more in a cell (`48.8566`, `48.8566,2.3522`, `POINT(2.35 48.85)`). Out: others,
// moved by a tenth to a whole degree, with as many decimals; on the earth still.

import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { isDigit } from '../ascii.ts';
import { createDraws } from './draws.ts';

const longestCell = 256;
const poleDegrees = 90;
const steps = 900_000;
/** In millionths of a degree. */
const leastStep = 100_000;

export function createCoordinatesReplacer(masking: Masking): Replacer {
  const draws = createDraws(masking.keys.of('coordinates', 16));
  const moved = (text: string): string => {
    const degrees = Number(text);
    const step = (leastStep + draws.next(steps)) / 1e6;
    const isDown = degrees + step > poleDegrees - 1 ? degrees <= poleDegrees : draws.next(2) === 0;
    const decimals = text.length - text.indexOf('.') - 1;
    return (isDown ? degrees - step : degrees + step).toFixed(decimals);
  };
  return {
    replace(bytes, start, end, out) {
      if (end - start > longestCell) return false;
      const from = out.length;
      let isMoved = false;
      for (let at = start; at < end;) {
        const to = numberEnd(bytes, at, end);
        const text = Buffer.from(bytes.subarray(at, to)).toString('latin1');
        if (to === at) out.put(bytes[at++]!);
        else {
          const hasDecimals = text.includes('.') && Math.abs(Number(text)) <= 180;
          if (hasDecimals) draws.begin(bytes, at, to);
          out.write(hasDecimals ? moved(text) : text);
          isMoved ||= hasDecimals;
          at = to;
        }
      }
      if (!isMoved) out.length = from;
      return isMoved;
    },
  };
}

/** Past a sign, digits, a dot and digits; `at` where none stand. */
function numberEnd(bytes: Uint8Array, at: number, end: number): number {
  let to = bytes[at] === 45 ? at + 1 : at;
  const first = to;
  while (to < end && isDigit(bytes[to]!)) to++;
  if (to === first) return at;
  if (bytes[to] !== 46 || to + 1 >= end || !isDigit(bytes[to + 1]!)) return to;
  to++;
  while (to < end && isDigit(bytes[to]!)) to++;
  return to;
}
