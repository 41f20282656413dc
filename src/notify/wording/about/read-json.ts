// Reads JSON that a person wrote. In: a value and its place in the file. Out: texts, lists and parts by name, or an error
// that names the place. The value itself is not repeated: the file may be the wrong one.

import { TocsinError } from '../../../base/index.ts';

/** Of one text of several sentences, in characters. */
export const mostTextLength = 5000;

export function toJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/u, '')) as unknown;
  } catch {
    return refuseAbout('', 'is not JSON');
  }
}

export function refuseAbout(place: string, what: string): never {
  throw new TocsinError(
    'NOTICES_ABOUT',
    place === '' ? `the file of facts ${what}` : `${shown(place)} ${what}`,
  );
}

export function namedParts(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuseAbout(place, 'is not in braces, with a name for each part');
  return value as Record<string, unknown>;
}

export function refuseUnknown(parts: Record<string, unknown>, place: string, keys: readonly string[]): void {
  const unknown = Object.keys(parts).find((key) => !keys.includes(key));
  if (unknown === undefined) return;
  const at = place === '' ? unknown : `${place}.${unknown}`;
  refuseAbout(at.slice(0, 100), `is not known; there are ${keys.join(', ')}`);
}

/** Of one line, or of several where `lines` is asked for; not empty. */
export function textAt(mostLength: number, of: 'line' | 'lines' = 'line') {
  return (value: unknown, place: string): string => {
    if (typeof value !== 'string' || value.trim() === '') return refuseAbout(place, 'is not a text');
    if (value.length > mostLength) refuseAbout(place, `is longer than ${mostLength} characters`);
    const isOneLine = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value);
    if (of === 'line' && !isOneLine) refuseAbout(place, 'is not on one line');
    return value.trim();
  };
}

export function listOf<T>(read: (value: unknown, place: string) => T, most: number) {
  return (value: unknown, place: string): T[] => {
    if (!Array.isArray(value)) return refuseAbout(place, 'is not a list');
    if (value.length > most) refuseAbout(place, `has more than ${most} entries`);
    return value.map((entry, i) => read(entry, `${place}[${i}]`));
  };
}

function shown(place: string): string {
  return `"${place.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')}" in the file of facts`;
}
