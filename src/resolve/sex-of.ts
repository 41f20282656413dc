// The sex that a cell of a column about it names.
// In: a span. Out: 1 female, 2 male, 0 not told. ISO 5218 and most registers have 1 for male, 2 for female.

/** First letters: femme, female, weiblich, vrouw, kobieta, donna; male, homme, hombre, uomo. Mujer and mulher are not male. */
export function sexOf(bytes: Uint8Array, start: number, end: number): 0 | 1 | 2 {
  if (end <= start) return 0;
  switch (bytes[start]! | 0x20) {
    case 0x66: // f
    case 0x77: // w
    case 0x6b: // k
    case 0x76: // v
    case 0x32: // 2
      return 1;
    case 0x6d: // m
      return end - start > 1 && (bytes[start + 1]! | 0x20) === 0x75 ? 1 : 2;
    case 0x68: // h
    case 0x75: // u
    case 0x31: // 1
      return 2;
    default:
      return 0;
  }
}
