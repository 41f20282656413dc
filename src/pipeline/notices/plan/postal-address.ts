// A postal address as it stands on an envelope, from what is written in one field or several. In: lines, postcode, town,
// region and country as texts. Out: lines without the name and the country, the street first and the town last, or null
// where it is not whole: without a street, a postcode and a town no letter arrives.

import { checkAddress } from '../../../notify/index.ts';
import { countryNamed } from './country-signs.ts';

export interface WrittenAddress {
  /** Each may hold several lines, or the whole address with commas. */
  street: readonly string[];
  postalCode: string;
  town: string;
  region: string;
  country: string;
}

export interface PostalAddress {
  lines: string[];
  /** ISO 3166, where the address tells it or it was given. */
  country: string | null;
}

/** `usual`: the country where nothing written tells one. */
export function postalAddress(written: WrittenAddress, usual: string | null): PostalAddress | null {
  const pieces = written.street
    .flatMap((text) => text.split(/[\n\r,;]+|\\n|<br ?\/?>/iu))
    .map((piece) => piece.replaceAll(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  let country = countryNamed(written.country);
  const last = pieces.at(-1);
  const named = last === undefined || pieces.length < 2 ? null : countryNamed(last);
  if (named !== null && last!.length > 2) {
    pieces.pop();
    country ??= named;
  }
  const apart = written.postalCode === '' ? null : written.postalCode;
  const found = apart === null ? takeTown(pieces, country ?? usual) : null;
  if (apart === null && found === null) return null;
  country ??= found?.country ?? (apart === null ? null : countryOfPostcode(apart)) ?? usual;
  const town = found?.lines ?? townLines(withoutTown(pieces, written), written, country);
  return settled(pieces, town, country);
}

/** The street may say the town once more, where a field of its own has it. */
function withoutTown(pieces: string[], { postalCode, town }: WrittenAddress): WrittenAddress {
  const at = pieces.findIndex((piece, i) => i > 0 && piece.includes(postalCode));
  const [repeated] = at < 0 ? [] : pieces.splice(at, 1);
  const own = (repeated ?? '').replace(postalCode, '').trim();
  return { street: [], postalCode, town: town === '' ? own : town, region: '', country: '' };
}

function townLines(
  { postalCode, town }: WrittenAddress,
  { region }: WrittenAddress,
  country: string | null,
): string[] {
  if (town === '') return [];
  const code = postalCode.trim();
  if (country === 'GB') return [town, code.toUpperCase()];
  if (country === 'US' || country === 'CA')
    return [`${town}${/^[A-Z]{2}$/iu.test(region) ? `, ${region.toUpperCase()}` : ''} ${code}`];
  return [`${code} ${town}`];
}

/** The last lines of an address in one field, told by its postcode; they are taken away. */
function takeTown(
  pieces: string[],
  usual: string | null,
): { lines: string[]; country: string | null } | null {
  for (let at = pieces.length - 1; at > 0; at--) {
    const piece = pieces[at]!;
    const british = /^(.*?) ?\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/iu.exec(piece);
    if (british !== null) {
      const code = `${british[2]} ${british[3]}`.toUpperCase();
      const own = british[1]!.trim();
      const before = own === '' && at > 1 ? pieces[at - 1]! : own;
      pieces.length = own === '' && at > 1 ? at - 1 : at;
      return { lines: [before, code], country: 'GB' };
    }
    const american = /^(?:(.*?) )?([A-Z]{2}) (\d{5}(?:-\d{4})?)$/u.exec(piece);
    if (american !== null) {
      const own = american[1]?.trim() ?? '';
      const town = own === '' && at > 1 ? pieces[at - 1]! : own;
      pieces.length = own === '' && at > 1 ? at - 1 : at;
      return { lines: [`${town}, ${american[2]} ${american[3]}`], country: 'US' };
    }
    const before = /^(?:([A-Z]{1,2})[- ])?(\d{4,5}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|\d{3} \d{2}) (\p{L}.*)$/u.exec(
      piece,
    );
    if (before !== null && piece.length < longestTown) {
      pieces.length = at;
      const country =
        before[1] === undefined ? countryOfPostcode(before[2]!, usual) : countryNamed(before[1]);
      return { lines: [`${before[2]} ${before[3]}`], country };
    }
  }
  return null;
}

const longestTown = 60;

/** The form alone tells few countries apart. */
function countryOfPostcode(code: string, usual: string | null = null): string | null {
  if (/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/iu.test(code.trim())) return 'GB';
  return usual;
}

/** Long lines are broken where a word ends; whatever is wrong then makes it none. */
function settled(
  pieces: readonly string[],
  town: readonly string[],
  country: string | null,
): PostalAddress | null {
  const widest = country === 'FR' || country === 'MC' ? 38 : 50;
  const lines = [...pieces.flatMap((piece) => broken(piece, widest)), ...town];
  if (pieces.length === 0 || town.length === 0 || !/\d/u.test(town.at(-1)!)) return null;
  return checkAddress(lines, country).length === 0 ? { lines, country } : null;
}

function broken(line: string, widest: number): string[] {
  if (line.length <= widest) return [line];
  const at = line.lastIndexOf(' ', widest);
  return at <= 0 ? [line] : [line.slice(0, at), ...broken(line.slice(at + 1), widest)];
}
