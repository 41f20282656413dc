/*
 * Passwords and their hashes. In: `$2y$10$…`, `{SSHA}…`, 32 hexadecimal digits, a password in clear. Out: a value of the same
 * scheme, cost and length that is the hash of nothing anybody knows; a password in clear becomes another of its shape.
 */

import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import { isDigit } from '../ascii.ts';
import { createDraws } from './draws.ts';

const crypt64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Salt and hash: of what stands between `$`, the last two. */
const secretParts = 2;
const mostCostDigits = 7;
const longestCost = 32;

/** `token` for what is in one piece, `shape` for clear passwords. */
export function createPasswordReplacer(masking: Masking, token: Replacer, shape: Replacer): Replacer {
  const draws = createDraws(masking.keys.of('password', 16));
  return {
    replace(bytes, start, end, out, room) {
      if (bytes[start] === 123) {
        const close = bytes.subarray(start, end).indexOf(125);
        if (close > 0 && close < end - start - 1) {
          out.copy(bytes, start, start + close + 1);
          return token.replace(bytes, start + close + 1, end, out, room - close - 1);
        }
      }
      const signs = positionsOf(bytes, start, end);
      if (signs.length < secretParts) {
        const isHash = isHex(bytes, start, end);
        return (isHash ? token : shape).replace(bytes, start, end, out, room);
      }
      draws.begin(bytes, start, end);
      const bounds = [start - 1, ...signs, end];
      for (let part = 0; part + 1 < bounds.length; part++) {
        const from = bounds[part]! + 1;
        const to = bounds[part + 1]!;
        if (part > 0) out.put(36);
        const isSecret = part >= bounds.length - 1 - secretParts && !isCost(bytes, from, to);
        let at = from;
        // phpass says its cost by the first letter of the last part.
        if (!isSecret) at = to;
        else if (to - from === 31 || to - from === 52) at = from + 1;
        out.copy(bytes, from, at);
        for (; at < to; at++) {
          const isLetter = crypt64.includes(String.fromCharCode(bytes[at]!));
          out.put(isLetter ? crypt64.charCodeAt(draws.next(64)) : bytes[at]!);
        }
      }
      return true;
    },
  };
}

function positionsOf(bytes: Uint8Array, start: number, end: number): number[] {
  const signs: number[] = [];
  for (let at = start; at < end && signs.length < 8; at++) if (bytes[at] === 36) signs.push(at);
  return signs;
}

/** `10`, `P`, `v=19`, `m=65536,t=3,p=4`. */
function isCost(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= 1) return true;
  const sign = bytes.subarray(start, end).indexOf(61);
  if (sign > 0 && sign + 1 < end - start && isDigit(bytes[start + sign + 1]!))
    return end - start < longestCost;
  if (end - start > mostCostDigits) return false;
  for (let at = start; at < end; at++) if (!isDigit(bytes[at]!)) return false;
  return true;
}

/** Thirty-two hexadecimal digits or more, a sign before them or none. */
function isHex(bytes: Uint8Array, start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    const lower = bytes[at]! | 32;
    if (isDigit(bytes[at]!) || (lower >= 97 && lower <= 102)) count++;
    else if (bytes[at] !== 42 && bytes[at] !== 58) return false;
  }
  return count >= 32;
}
