// Finds what is real in any bytes: output, letters, names of files. In: the real values, then spans of bytes of whatever
// form. Out: each place where a real value stands, in the spellings that docs/guides/mask.md lists and no others, also
// inside percent, entities, `\u`, quoted-printable, base64, hex and what is compressed in those, three deep. A hit is real
// but for odds of 2^-64 times the count of values. Linear; looks at nothing but the span.

import { loadWordScan } from '../../kernel/index.ts';
import type { MaskKeys } from '../cipher/mask-keys.ts';
import { visitOddRegions } from './odd-characters.ts';
import { OpenRealValues } from './open-real-values.ts';
import { type RealSort, realSorts } from './real-sort.ts';
import type { RealValues } from './real-values.ts';
import { createWordScan, prepareScan, type WordScan } from './search/word-scan.ts';
import { openPacked } from './search/packed-search.ts';
import { unescape, unescaped } from './search/unescape.ts';
import type { SurvivorForm, VisitSurvivor } from './search/visit-survivor.ts';

export interface SurvivorSearch {
  search(bytes: Uint8Array, start: number, end: number, visit: VisitSurvivor): void;
}

/** Forms within forms. */
const deepest = 3;
/** Bytes beside an escape that are read with it. */
const context = 100;
const plainKept = 64;

export function createSurvivorSearch(real: RealValues, _keys?: MaskKeys): SurvivorSearch {
  if (!(real instanceof OpenRealValues))
    throw new TypeError('survivors are searched with opened real values');
  return searchOf(real);
}

function searchOf(real: OpenRealValues): SurvivorSearch {
  const scratch: Uint8Array[] = [];
  const scans: WordScan[] = [];
  const unescapes = Array.from({ length: deepest + 1 }, (_, level) => unescapeAt(level));
  const code = loadWordScan();
  prepareScan(code, real);
  for (let depth = 0; depth <= deepest; depth++)
    scans.push(createWordScan(real, code, { report, unescape: unescapes[depth]!, unpack: unpackAt(depth) }));
  let visit: VisitSurvivor = ignore;
  /** Where the last plain ones began. */
  const plain = new Float64Array(plainKept);
  let plainCount = 0;
  /** The form that packs what is being read, and where it stands; 0 deep: nothing does. */
  let depth = 0;
  let outerStart = 0;
  let outerEnd = 0;
  let outerForm: SurvivorForm = 'plain';
  /** Set while an escaped text is read that stands in the span itself. */
  let source: { bytes: Uint8Array; start: number; end: number; isQuoted: boolean } | null = null;

  return {
    search(bytes, start, end, onSurvivor) {
      if (real.count === 0) return;
      visit = onSurvivor;
      depth = 0;
      source = null;
      plain.fill(-1);
      scan(0, bytes, start, end);
      visit = ignore;
    },
  };

  function scan(level: number, bytes: Uint8Array, start: number, end: number): void {
    scans[level]!.scan(bytes, start, end);
    if (level === deepest) return;
    visitOddRegions(bytes, start, end, (first, last) =>
      unescapes[level]!(bytes, start, end, first, last, false),
    );
  }

  function report(sort: RealSort, start: number, end: number): void {
    if (depth === 0) {
      plain[plainCount++ & (plainKept - 1)] = plainKey(sort, start);
      visit(sort, start, end, 'plain');
    } else if (depth === 1 && source !== null) {
      const place = placeOf(start);
      // beside an escape what is plain is read a second time
      if (!plain.includes(plainKey(sort, place))) visit(sort, place, placeOf(end), outerForm);
    } else visit(sort, outerStart, outerEnd, outerForm);
  }

  /** Where the byte of an escaped text was written. */
  function placeOf(offset: number): number {
    const { bytes, start, end, isQuoted } = source!;
    unescape(bytes, start, end, room(2 * deepest + 2, end - start + 8), isQuoted, offset);
    return unescaped.read;
  }

  function unescapeAt(level: number) {
    return (
      bytes: Uint8Array,
      from: number,
      to: number,
      first: number,
      last: number,
      isQuoted: boolean,
    ): void => {
      if (level === deepest) return;
      const start = reach(bytes, Math.max(from, first - context), from, -1);
      const end = reach(bytes, Math.min(to, last + context), to, 1);
      const out = room(2 * level, end - start + 8);
      const length = unescape(bytes, start, end, out, isQuoted);
      const own = source;
      if (level === 0) {
        outerStart = first;
        outerEnd = Math.min(last + 1, to);
        outerForm = isQuoted ? 'quoted-printable' : 'escaped';
        source = { bytes, start, end, isQuoted };
      }
      depth = level + 1;
      scan(level + 1, out, 0, length);
      depth = level;
      source = own;
    };
  }

  function unpackAt(level: number) {
    return (bytes: Uint8Array, start: number, end: number): void => {
      if (level === deepest) return;
      const out = room(2 * level + 1, end - start + 8);
      openPacked(bytes, start, end, out, level > 0, (unpacked, from, to, form) => {
        const own = source;
        if (level === 0) {
          outerStart = start;
          outerEnd = end;
          outerForm = form;
          source = null;
        } else if (level === 1 && source !== null) {
          // where the run itself stands
          outerStart = placeOf(start);
          outerEnd = placeOf(end);
          outerForm = form;
          source = null;
        }
        depth = level + 1;
        scan(level + 1, unpacked, from, to);
        depth = level;
        source = own;
      });
    };
  }

  function room(which: number, length: number): Uint8Array {
    const own = scratch[which];
    if (own !== undefined && own.length >= length) return own;
    return (scratch[which] = new Uint8Array(Math.max(4096, 2 * length)));
  }
}

function ignore(): void {}

function plainKey(sort: RealSort, start: number): number {
  return start * realSorts.length + realSorts.indexOf(sort);
}

/** To the end of the word at `at`, within `bound`. */
function reach(bytes: Uint8Array, at: number, bound: number, way: 1 | -1): number {
  let end = at;
  for (let steps = 0; steps < context && end !== bound; steps++) {
    const byte = way === 1 ? bytes[end]! : bytes[end - 1]!;
    const isWord = byte >= 128 || (byte >= 48 && byte < 58) || ((byte | 32) >= 97 && (byte | 32) <= 122);
    if (!isWord) break;
    end += way;
  }
  return end;
}
