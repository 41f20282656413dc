// Character references of XML and HTML. In: where an `&` stands. Out: the character and how many bytes it took. Named ones:
// those of letters that names have, and the signs that are written so.

const names = `amp 38 lt 60 gt 62 quot 34 apos 39 nbsp 160 commat 64 period 46 hyphen 45 lowbar 95 Agrave 192
  Aacute 193 Acirc 194 Atilde 195 Auml 196 Aring 197 AElig 198 Ccedil 199 Egrave 200 Eacute 201 Ecirc
  202 Euml 203 Igrave 204 Iacute 205 Icirc 206 Iuml 207 ETH 208 Ntilde 209 Ograve 210 Oacute 211 Ocirc
  212 Otilde 213 Ouml 214 Oslash 216 Ugrave 217 Uacute 218 Ucirc 219 Uuml 220 Yacute 221 THORN 222
  szlig 223 agrave 224 aacute 225 acirc 226 atilde 227 auml 228 aring 229 aelig 230 ccedil 231 egrave
  232 eacute 233 ecirc 234 euml 235 igrave 236 iacute 237 icirc 238 iuml 239 eth 240 ntilde 241 ograve
  242 oacute 243 ocirc 244 otilde 245 ouml 246 oslash 248 ugrave 249 uacute 250 ucirc 251 uuml 252
  yacute 253 thorn 254 yuml 255 OElig 338 oelig 339 Scaron 352 scaron 353 Yuml 376 Zcaron 381 zcaron
  382 ccaron 269 cacute 263 lstrok 322 Lstrok 321 nacute 324 rsquo 8217 lsquo 8216 ndash 8211 mdash
  8212 shy 173`;

const named = createNamed();

function createNamed(): Map<string, number> {
  const words = names.split(/\s+/);
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, Number(words[index + 1])]] : [])));
}

const longestName = 8;
const entity = { codePoint: 0, width: 0 };

/** `width` 0: none stands there. The object is the same one at each call. */
export function readEntity(
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly codePoint: number; readonly width: number } {
  entity.width = 0;
  if (bytes[at + 1] === 35) readNumber(bytes, at, end);
  else readName(bytes, at, end);
  return entity;
}

function readNumber(bytes: Uint8Array, at: number, end: number): void {
  const isHex = (bytes[at + 2]! | 32) === 120;
  const from = isHex ? at + 3 : at + 2;
  let value = 0;
  let to = from;
  for (const last = Math.min(end, from + 8); to < last; to++) {
    const digit = digitOf(bytes[to]!);
    if (digit < 0 || (digit > 9 && !isHex)) break;
    value = value * (isHex ? 16 : 10) + digit;
  }
  if (to === from || value === 0 || value > 0x10_ff_ff) return;
  // browsers read a number without its semicolon too
  const isEnded = to < end && bytes[to] === 59;
  entity.codePoint = value;
  entity.width = to + (isEnded ? 1 : 0) - at;
}

function digitOf(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

function readName(bytes: Uint8Array, at: number, end: number): void {
  let name = '';
  for (let to = at + 1; to < end && name.length <= longestName; to++) {
    const byte = bytes[to]!;
    if (byte === 59) {
      const codePoint = named.get(name);
      if (codePoint === undefined) return;
      entity.codePoint = codePoint;
      entity.width = to + 1 - at;
      return;
    }
    const lower = byte | 32;
    if (lower < 97 || lower > 122) return;
    name += String.fromCharCode(byte);
  }
}
