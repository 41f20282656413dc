// How the cells of a workbook show their numbers: as dates, times, numbers with leading zeros, or as they are.
// In: the styles part (ECMA-376 part 1, 18.8). Out: one format for each style.

import { attributesOf } from '../markup/attributes.ts';
import { decodePart, type PartHandler } from './parse-part.ts';

/** `zeros`: so many digits, zeros in front. */
export type NumberFormat = 'plain' | 'date' | 'time' | 'datetime' | { zeros: number };

/** Excel allows as many. */
const maxStyles = 65_536;

export interface NumberFormats {
  of(style: number): NumberFormat;
}

export function createNumberFormats(): { handler: PartHandler; formats: NumberFormats } {
  const codes = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  let isCells = false;
  const handler: PartHandler = {
    open(name, raw) {
      if (name === 'cellXfs') isCells = true;
      else if (name === 'numFmt' && codes.size < maxStyles) {
        const attributes = attributesOf(raw, decodePart);
        codes.set(Number(attributes.get('numFmtId')), formatOfCode(attributes.get('formatCode') ?? ''));
      } else if (name === 'xf' && isCells && styles.length < maxStyles) {
        const id = Number(attributesOf(raw, decodePart).get('numFmtId') ?? 0);
        styles.push(codes.get(id) ?? builtIn(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
    text: () => {},
    end: () => {},
  };
  return { handler, formats: { of: (style) => styles[style] ?? 'plain' } };
}

/** Numbers of formats that no workbook defines, some of them by language (18.8.30). */
function builtIn(id: number): NumberFormat {
  if (id === 22) return 'datetime';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'time' : 'plain';
}

const longestCode = 255;

export function formatOfCode(code: string): NumberFormat {
  const bare = code
    .slice(0, longestCode)
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '')
    .split(';')[0]!
    .trim();
  if (/^0{2,20}$/u.test(bare.replaceAll(/[ .-]/gu, '')) && !bare.includes('.')) {
    return { zeros: bare.replaceAll(/\D/gu, '').length };
  }
  if (/general/iu.test(bare)) return 'plain';
  const hasDay = /[dyj]|[at]{2}/iu.test(bare.replace(/am\/pm|a\/p/giu, ''));
  const hasTime = /[hs]/iu.test(bare);
  if (hasDay) return hasTime ? 'datetime' : 'date';
  if (hasTime) return 'time';
  return /^m+$/iu.test(bare) ? 'date' : 'plain';
}
