/**
 * The names of the shape, ready to be written: in the capitals without accents of a mainframe, and as people
 * write them, in Windows-1252. Drawn by weight, the first of a list far more often than the last, so that the
 * same name comes as often as it does among real people.
 */
import {
  commonLastNames,
  firstNamesAbroad,
  firstNamesUntil,
  lastNamesAbroad,
  lastNameSyllables,
} from './words.ts';

/** One text behind another; name `i` is from `ends[i - 1]` to `ends[i]`. */
export interface NameBytes {
  bytes: Uint8Array;
  ends: Uint32Array;
}

export interface NameList {
  count: number;
  capitals: NameBytes;
  written: NameBytes;
  /** Number of a name by the upper 16 bits of a draw, heavier names more often. */
  byWeight: Uint16Array;
}

export interface NamePools {
  last: NameList;
  lastAbroad: NameList;
  women: { until: number; list: NameList }[];
  men: { until: number; list: NameList }[];
  womenAbroad: NameList;
  menAbroad: NameList;
}

export function createNamePools(): NamePools {
  const listed = (words: string, from: number) => nameList(words.split(' '), { from, falling: 1 });
  const byPeriod = (of: 'women' | 'men') =>
    firstNamesUntil.map((period) => ({ until: period.year, list: listed(period[of], 8) }));
  return {
    // of 10 million people some 30,000 carry the commonest name, as in France
    last: nameList([...commonLastNames.split(' '), ...combined(lastNameSyllables)], {
      from: 60,
      falling: 0.9,
    }),
    lastAbroad: nameList(combined(lastNamesAbroad), { from: 60, falling: 0.8 }),
    women: byPeriod('women'),
    men: byPeriod('men'),
    womenAbroad: listed(firstNamesAbroad.women, 5),
    menAbroad: listed(firstNamesAbroad.men, 5),
  };
}

/** Middles vary slowest, so that the first and commonest names differ in more than an ending. */
function combined({ heads, middles, tails }: typeof lastNameSyllables): string[] {
  const [head, tail] = [heads.split(' '), tails.split(' ')];
  const short = tail.flatMap((end) => head.map((start) => start + end));
  const long = middles.split(' ').flatMap((middle) => short.map((_, i) => longName(head, middle, tail, i)));
  return [...short, ...long];
}

function longName(heads: string[], middle: string, tails: string[], index: number): string {
  return heads[index % heads.length]! + middle + tails[Math.floor(index / heads.length)]!;
}

const slots = 65_536;

/**
 * The share of the name at rank r falls as (r + from)^-falling. Names past 65,535, and those that come out
 * with less than one slot, are not drawn.
 */
function nameList(texts: readonly string[], { from, falling }: { from: number; falling: number }): NameList {
  const distinct = [...new Set(texts)].slice(0, slots - 1);
  const power = 1 - falling;
  // the running sum of the shares, as its integral
  const sum = (rank: number) => (power === 0 ? Math.log(rank + from) : (rank + from) ** power / power);
  const [least, most] = [sum(0), sum(distinct.length)];
  const byWeight = new Uint16Array(slots);
  for (let rank = 0, slot = 0; slot < slots; slot++) {
    const reached = least + ((slot + 0.5) / slots) * (most - least);
    while (sum(rank + 1) < reached) rank++;
    byWeight[slot] = rank;
  }
  return {
    count: distinct.length,
    capitals: packed(distinct.map(inCapitals)),
    written: packed(distinct),
    byWeight,
  };
}

export function inCapitals(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
}

/** All names are of Latin-1, which Windows-1252 holds. */
function packed(texts: readonly string[]): NameBytes {
  return {
    bytes: Uint8Array.from(Buffer.from(texts.join(''), 'latin1')),
    ends: Uint32Array.from(
      texts,
      (() => {
        let end = 0;
        return (text: string) => (end += text.length);
      })(),
    ),
  };
}

/** The number of a name for 32 uniform bits. */
export function drawName(list: NameList, bits: number): number {
  return list.byWeight[bits >>> 16]!;
}

export function textOf({ bytes, ends }: NameBytes, name: number): string {
  return Buffer.from(bytes.subarray(name === 0 ? 0 : ends[name - 1], ends[name])).toString('latin1');
}
