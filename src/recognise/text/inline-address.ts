/*
 * An address in one line: `Nora Quellmont, 12 rue des Tanneurs, 75011 Paris`. In: text, where it may begin, where the
 * postal code begins. Out: its street, the name before it, whether somebody is said to live there; or null.
 */

import { isFullName, isOrganisation, nameBefore, type PersonName } from './person-name.ts';
import { hasGermanNumber, isComplement, isStreet, leading } from './street-line.ts';

export interface InlineAddress {
  street: { start: number; end: number };
  name: PersonName | null;
  isOffice: boolean;
  isHome: boolean;
  start: number;
}

/** Before a street: somebody lives there. */
const home =
  /^\s*(?:wohnhaft(?: in(?: der)?)?|demeurant(?: au| à)?|domicilié(?:e|\(e\))?(?: au| à)?|résidant(?: au| à)?|residing at|resident at|living at|whose address is|of)\s+/iu;

/** `…, geb. 11.11.1950, Birkenweg 8, …`: what is before the street ends in a year. */
const birthday = /(?:n[ée]|geb|born).{0,30}\d{4}\s*$/i;

/** `Nora Quellmont, 12 rue des Tanneurs, 75011 Paris`: the parts between commas before the code. */
export function inlineAddress(text: string, from: number, to: number): InlineAddress | null {
  const begin = Math.max(from, to - 160);
  const before = text.slice(begin, to);
  if (!/\p{L}{2}/u.test(before)) return null;
  const parts = [...before.matchAll(/[^,;•–·]+/g)].filter((part) => part[0].trim() !== '');
  const lastStreet = parts.findLastIndex((part) => isStreet(part[0]));
  const isPart = lastStreet > 0 && isComplement(parts[lastStreet]![0]) && isStreet(parts[lastStreet - 1]![0]);
  const streetAt = isPart ? lastStreet - 1 : lastStreet;
  if (streetAt < 0 || parts.length - lastStreet > 2) return null;
  const part = parts[streetAt]!;
  const homeLead = home.exec(part[0])?.[0].length ?? 0;
  const lead = /^.*?(?=\d{1,4} ?(?:bis|ter|[a-z])?,? (?:\p{L}))/iu.exec(part[0]);
  const isNumberAlone = streetAt > 0 && /^\s*\d{1,4} ?(?:bis|ter|[a-z])?$/iu.test(parts[streetAt - 1]![0]);
  const isFlatFirst = streetAt > 0 && homeLead === 0 && isComplement(parts[streetAt - 1]![0]);
  const first = isNumberAlone || isFlatFirst ? parts[streetAt - 1]! : part;
  const skip =
    isNumberAlone || isFlatFirst || lead === null || !/\p{L}{2}/u.test(lead[0])
      ? leading(first[0])
      : lead[0].length;
  const isNumberLast = /^\s*\p{L}/u.test(first[0]) && hasGermanNumber(first[0]);
  const start =
    begin +
    first.index +
    (homeLead > 0 && first === part ? homeLead : isNumberLast ? leading(first[0]) : skip);
  const tail = isPart ? parts[lastStreet]! : part;
  const end = begin + tail.index + tail[0].replace(/[\s–—-]+$/, '').length;
  const named = parts[streetAt - (first === part ? 1 : 2)];
  const name =
    named === undefined ? null : nameBefore(text, begin + named.index, begin + named.index + named[0].length);
  return {
    street: { start, end },
    name: name !== null && isFullName(name) ? name : null,
    isOffice: isOrganisation(before.slice(0, first.index)),
    isHome:
      homeLead > 0 ||
      (first !== part && home.test(first[0])) ||
      (named !== undefined && birthday.test(named[0])),
    start: name !== null && isFullName(name) ? name.start : start,
  };
}
