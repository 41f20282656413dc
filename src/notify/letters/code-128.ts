// A reference as a bar code that any scanner reads: Code 128 (ISO/IEC 15417), two digits a symbol. In: digits. Out: the
// widths of bars and spaces in modules, beginning with a bar.

const symbols = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const codeB = 100;
const startC = 105;
const stop = 106;

/** `digits`: at least two. A last one that is alone is set in code B. */
export function code128(digits: string): string {
  const values = [startC];
  for (let i = 0; i + 1 < digits.length; i += 2) values.push(Number(digits.slice(i, i + 2)));
  // in code B the digits begin at 16
  if (digits.length % 2 === 1) values.push(codeB, 16 + Number(digits.at(-1)));
  const check = values.reduce((sum, value, i) => sum + value * Math.max(1, i), 0) % 103;
  return [...values, check, stop].map((value) => symbols[value]).join('');
}

/** Modules of a code of so many digits, without the quiet zones of ten on both sides. */
export function code128Modules(digits: number): number {
  return 11 * (2 + Math.floor(digits / 2) + (digits % 2) * 2) + 13;
}
