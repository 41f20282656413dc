/*
 * Text that was UTF-8, was read as Windows-1252 or Latin-1, and was stored so: `FranÃ§ois`, `MÃ¼ller`, `â€™`, once or
 * twice over. In: text. Out: whether it shows. Capitals that stand before quotes or no-break spaces (`NÃO`, `MANHÃ»`,
 * `TERMINÉ »`) are not taken for it. One pass, no allocation.
 */

/** What the bytes 0x80 to 0x9F are in Windows-1252, from 0x80 on; the five that are nothing stay control characters. */
const windows =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Of the pairs that also occur in good text so many must stand there. */
const leastDoubtful = 3;

let highBytes: Map<number, number> | undefined;

export function isMojibake(text: string): boolean {
  let doubtful = 0;
  for (let at = 0; at < text.length - 1; at++) {
    const lead = text.charCodeAt(at);
    if (lead < 0xc2 || lead > 0xf4) continue;
    const second = continuation(text, at + 1);
    if (second === 0) continue;
    if (lead < 0xe0) {
      const weight = pairWeight(text, at, lead, second);
      if (weight === 2) return true;
      doubtful += weight;
      at++;
    } else {
      const third = continuation(text, at + 2);
      if (third === 0) continue;
      if (lead < 0xf0) {
        if (lead === 0xe2 && second >= 0x80 && second <= 0x9f) return true;
        doubtful++;
        at += 2;
      } else if (continuation(text, at + 3) > 0) return true;
    }
    if (doubtful >= leastDoubtful) return true;
  }
  return false;
}

/** The byte 0x80 to 0xBF that was read as the character at `at`, or 0. */
function continuation(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x80 && code <= 0xbf) return code;
  if (code < 0x80 || Number.isNaN(code)) return 0;
  highBytes ??= new Map([...windows].map((character, index) => [character.charCodeAt(0), 0x80 + index]));
  return highBytes.get(code) ?? 0;
}

/** 2: nothing else looks so; 1: also seen in good text; 0: good text. */
function pairWeight(text: string, at: number, lead: number, second: number): number {
  if (isMark(second) && isUpperCase(text.charCodeAt(at - 1))) return 0;
  if (lead === 0xc2 || lead === 0xc3) return 2;
  if (lead === 0xc4 || lead === 0xc5) return isMark(second) ? 1 : 2;
  return isMark(second) ? 0 : 1;
}

/** Bytes that are no-break space, quotes, dashes, dots in Windows-1252: what follows the last letter of a word. */
function isMark(byte: number): boolean {
  return (
    byte === 0xa0 ||
    byte === 0xab ||
    byte === 0xbb ||
    byte === 0xb7 ||
    byte === 0xb0 ||
    byte === 0x85 ||
    byte === 0x82 ||
    byte === 0x84 ||
    byte === 0x8b ||
    byte === 0x9b ||
    (byte >= 0x91 && byte <= 0x97)
  );
}

function isUpperCase(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}
