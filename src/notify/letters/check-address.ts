// Whether a letter can be addressed: the rules of NF Z 10-011 (six lines, 38 characters, the town last) where it goes to
// France, and what every post needs elsewhere. In: the lines below the name, and the country. Out: what is wrong with
// them; nothing is put right here.

/** `long`: a line has more characters than the window holds. `characters`: one that nobody can print. */
export type AddressFault = 'empty' | 'many' | 'long' | 'characters' | 'street' | 'town' | 'postcode';

/** With the name and, abroad, the country: NF Z 10-011 and DIN 5008 both have six. */
export const mostAddressLines = 6;

/** NF Z 10-011. Elsewhere a line is as long as the window: 80 mm at the smallest type that is still read by machines. */
const mostCharacters: Readonly<Record<string, number>> = { FR: 38, MC: 38 };
const mostCharactersElsewhere = 50;

/** Where every address has a postcode, and how it looks. Others are not checked. */
const postcodes: Readonly<Record<string, RegExp>> = {
  FR: /(?<!\d)\d{5}(?!\d)/u,
  MC: /(?<!\d)980\d\d(?!\d)/u,
  DE: /(?<!\d)\d{5}(?!\d)/u,
  ES: /(?<!\d)\d{5}(?!\d)/u,
  IT: /(?<!\d)\d{5}(?!\d)/u,
  AT: /(?<!\d)\d{4}(?!\d)/u,
  BE: /(?<!\d)\d{4}(?!\d)/u,
  CH: /(?<!\d)\d{4}(?!\d)/u,
  LU: /(?<!\d)\d{4}(?!\d)/u,
  DK: /(?<!\d)\d{4}(?!\d)/u,
  NO: /(?<!\d)\d{4}(?!\d)/u,
  NL: /(?<!\d)\d{4} ?[A-Z]{2}\b/iu,
  PL: /(?<!\d)\d\d-\d{3}(?!\d)/u,
  PT: /(?<!\d)\d{4}(?:-\d{3})?(?!\d)/u,
  SE: /(?<!\d)\d{3} ?\d\d(?!\d)/u,
  GB: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/iu,
  US: /(?<!\d)\d{5}(?:-\d{4})?(?!\d)/u,
  CA: /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/iu,
};

const unprintable = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u2028\u2029\ufffd]/u;

/**
 * `lines`: without the name and the country, the street first, postcode and town last. `country`: ISO 3166-1, two letters,
 * or null. Empty: it can be sent.
 */
export function checkAddress(lines: readonly string[], country: string | null): AddressFault[] {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (written.length === 0) return ['empty'];
  const faults: AddressFault[] = [];
  const most = mostCharacters[country ?? ''] ?? mostCharactersElsewhere;
  // the name and the country take a line each
  if (written.length > mostAddressLines - 2) faults.push('many');
  if (written.some((line) => line.length > most)) faults.push('long');
  if (written.some((line) => unprintable.test(line))) faults.push('characters');
  if (written.length < 2 || !/[\p{L}\d]/u.test(written[0]!)) faults.push('street');
  const postcode = postcodes[country ?? ''];
  // a British postcode has a line of its own
  const last = written.slice(-2).join('\n');
  if (postcode !== undefined && !postcode.test(last)) faults.push('postcode');
  const town = (postcode === undefined ? written.at(-1)! : last.replace(postcode, '')).split('\n').at(-1)!;
  if (!/\p{L}{2}/u.test(country === 'GB' ? last.replace(postcodes['GB']!, '') : town)) faults.push('town');
  return faults;
}
