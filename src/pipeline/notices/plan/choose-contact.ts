// How one person is called and reached best, from all that is said of him. In: rows of directories and of the evidence.
// Out: one name, address and number of each sort. The controller's own directory goes before what leaked; of several
// values the one that most rows say, then the latest.

import { emailValue, isRoleMailbox, isTestIdentity } from '../../../recognise/index.ts';
import { languageCode } from '../../directory/language-code.ts';
import { type ContactField, contactFields, type ContactRow } from './contact-fields.ts';
import { countryCalled, countryNamed, countryOfDomain, languageOf } from './country-signs.ts';
import { addressedName } from './person-name.ts';
import { countryByForm, dialledNumber, hasNationalForm, takesTexts } from './phone-number.ts';
import { type PostalAddress, postalAddress } from './postal-address.ts';

export interface Contact {
  name: string | null;
  /** In lower case. */
  email: string | null;
  /** E.164. */
  phone: string | null;
  takesTexts: boolean;
  lines: string[];
  /** Something of an address is written, and no letter arrives there. */
  isAddressPart: boolean;
  /** ISO 3166: of the address where there is one, else as far as anything tells. */
  country: string | null;
  /** Codes in the order in which they count: of the directory, of the leak, of the country. */
  languages: string[];
  customer: string | null;
  /** A directory of his controller's has him. */
  isKnown: boolean;
}

/** `ownCountry`: by a number of his own; `usualCountry`: of the case, where nothing else tells one. */
export function chooseContact(
  rows: readonly ContactRow[],
  { ownCountry, usualCountry }: { ownCountry: string | null; usualCountry: string | null },
): Contact {
  const directory = rows.filter(({ source }) => source > 0);
  const leaked = rows.filter(({ source }) => source === 0);
  const groups = [directory, leaked].filter((group) => group.length > 0);
  const firstOf = <T>(choose: (group: readonly ContactRow[]) => T | null): T | null => {
    for (const group of groups) {
      const chosen = choose(group);
      if (chosen !== null) return chosen;
    }
    return null;
  };
  const email = firstOf(chooseEmail);
  const language = languageIn(directory) ?? languageIn(leaked);
  const sure = firstOf(toldCountry) ?? countryWritten(rows);
  const likely = sure ?? countryOfSigns(rows, email) ?? ownCountry;
  const address = firstOf((group) => chooseAddress(group, { sure, likely: likely ?? usualCountry }));
  const country = sure ?? address?.country ?? likely;
  const phone = firstOf((group) =>
    choosePhone(group, {
      language,
      sure: sure ?? address?.country ?? (likely === null ? usualCountry : null),
      likely,
    }),
  );
  return {
    name: firstOf(chooseName),
    email,
    ...(phone ?? { phone: null, takesTexts: false }),
    lines: address?.lines ?? [],
    isAddressPart: address === null && rows.some((row) => valuesOf(row, contactFields.street).length > 0),
    country: address === null ? country : address.country,
    languages: [languageIn(directory), languageIn(leaked), languageOf(country)].filter(
      (language) => language !== null,
    ),
    customer: best(directory, contactFields.customer),
    isKnown: directory.length > 0,
  };
}

function valuesOf({ values }: ContactRow, field: ContactField): string[] {
  return values.filter((value) => value.field === field).map(({ value }) => value);
}

/** The value that most rows say; of several the one that `isLast` does not hold for, then the latest. */
function mostSaid<T>(said: Iterable<{ key: string; rank: number; isLast: boolean; what: T }>): T | null {
  const all = new Map<string, { count: number; rank: number; isLast: boolean; what: T }>();
  for (const { key, rank, isLast, what } of said) {
    const known = all.get(key);
    if (known === undefined) all.set(key, { count: 1, rank, isLast, what });
    else {
      known.count++;
      if (rank >= known.rank) Object.assign(known, { rank, what });
    }
  }
  const [first] = [...all].toSorted(
    ([a, x], [b, y]) =>
      Number(x.isLast) - Number(y.isLast) || y.count - x.count || y.rank - x.rank || (a < b ? -1 : 1),
  );
  return first === undefined ? null : first[1].what;
}

function best(rows: readonly ContactRow[], field: ContactField): string | null {
  return mostSaid(
    rows.flatMap((row) =>
      valuesOf(row, field).map((value) => ({ key: value, rank: row.rank, isLast: false, what: value })),
    ),
  );
}

/** Addresses of an office, of tests and of nobody only where there is no other. */
function chooseEmail(rows: readonly ContactRow[]): string | null {
  return mostSaid(
    rows.flatMap((row) =>
      valuesOf(row, contactFields.email).flatMap((value) => {
        const email = value.toLowerCase();
        if (!isDeliverable(email)) return [];
        return [{ key: email, rank: row.rank, isLast: isLastResort(email), what: email }];
      }),
    ),
  );
}

const longestEmail = 254;
const longestLocal = 64;

function isDeliverable(email: string): boolean {
  const bytes = Buffer.from(email);
  if (bytes.length > longestEmail || emailValue(bytes, 0, bytes.length) < 0) return false;
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  // RFC 6761: no mail server is ever found there
  return (
    Buffer.byteLength(email.slice(0, at)) <= longestLocal &&
    !/(?:^|\.)(?:invalid|localhost|local)$/u.test(domain)
  );
}

function isLastResort(email: string): boolean {
  return isRoleMailbox(email.slice(0, email.lastIndexOf('@'))) || isTestIdentity({ email });
}

function toldCountry(rows: readonly ContactRow[]): string | null {
  return mostSaid(
    rows.flatMap((row) =>
      valuesOf(row, contactFields.country).flatMap((value) => {
        const country = countryNamed(value);
        return country === null ? [] : [{ key: country, rank: row.rank, isLast: false, what: country }];
      }),
    ),
  );
}

/** By a calling code, or the form of an address: both tell it for sure. */
function countryWritten(rows: readonly ContactRow[]): string | null {
  const phones = rows.flatMap((row) => valuesOf(row, contactFields.phone));
  const dialled = phones.map((phone) => dialledNumber(phone, null));
  return firstKnown([
    ...rows.map((row) => addressOf(row, null)?.country ?? null),
    ...dialled.map((number) => (number === null ? null : countryCalled(number))),
  ]);
}

function countryOfSigns(rows: readonly ContactRow[], email: string | null): string | null {
  const phones = rows.flatMap((row) => valuesOf(row, contactFields.phone));
  return firstKnown([
    email === null ? null : countryOfDomain(email),
    ...phones.map((phone) => countryByForm(phone, null)),
  ]);
}

function firstKnown(countries: readonly (string | null)[]): string | null {
  return countries.find((country) => country !== null) ?? null;
}

function addressOf(row: ContactRow, country: string | null): PostalAddress | null {
  const of = (field: ContactField) => valuesOf(row, field);
  const street = of(contactFields.street);
  if (street.length === 0) return null;
  return postalAddress(
    {
      street,
      postalCode: of(contactFields.postalCode)[0] ?? '',
      town: of(contactFields.town)[0] ?? '',
      region: of(contactFields.region)[0] ?? '',
      country: of(contactFields.country)[0] ?? '',
    },
    country,
  );
}

/** What only seems to be the country does not make an address of another one wrong: then it has none. */
function chooseAddress(
  rows: readonly ContactRow[],
  { sure, likely }: { sure: string | null; likely: string | null },
): PostalAddress | null {
  return mostSaid(
    rows.flatMap((row) => {
      const address = addressOf(row, likely) ?? (sure === null ? addressOf(row, null) : null);
      const key = address?.lines.join('\n').toLowerCase() ?? '';
      return address === null ? [] : [{ key, rank: row.rank, isLast: false, what: address }];
    }),
  );
}

/** One that takes text messages before others. */
function choosePhone(
  rows: readonly ContactRow[],
  known: NumberSigns,
): { phone: string; takesTexts: boolean } | null {
  return mostSaid(
    rows.flatMap((row) =>
      valuesOf(row, contactFields.phone).flatMap((value) => {
        const phone = dialledNumber(value, countryOfNumber(value, known));
        if (phone === null) return [];
        const isMobile = takesTexts(phone);
        return [{ key: phone, rank: row.rank, isLast: !isMobile, what: { phone, takesTexts: isMobile } }];
      }),
    ),
  );
}

interface NumberSigns {
  language: string | null;
  /** Of the case, or what his address and other numbers say: taken as it is. */
  sure: string | null;
  /** What only seems so: taken where the number has the form of that country. */
  likely: string | null;
}

/** Null where signs speak against each other: a wrong number is somebody else's. */
function countryOfNumber(written: string, { language, sure, likely }: NumberSigns): string | null {
  const byForm = countryByForm(written, language);
  if (byForm === 'US') return byForm;
  if (sure !== null) return sure;
  if (likely === null) return byForm;
  if (byForm !== null) return byForm === likely ? likely : null;
  return hasNationalForm(written, likely) ? likely : null;
}

function chooseName(rows: readonly ContactRow[]): string | null {
  return mostSaid(
    rows.flatMap((row) => {
      const of = (field: ContactField) => valuesOf(row, field)[0] ?? '';
      const first = of(contactFields.firstName);
      const last = of(contactFields.lastName);
      const name = addressedName(first, last, of(contactFields.fullName));
      // a first name alone is how friends are called
      const isPart = (first === '') !== (last === '') && of(contactFields.fullName) === '';
      return name === null ? [] : [{ key: name.toLowerCase(), rank: row.rank, isLast: isPart, what: name }];
    }),
  );
}

function languageIn(rows: readonly ContactRow[]): string | null {
  return mostSaid(
    rows.flatMap((row) =>
      valuesOf(row, contactFields.language).flatMap((value) => {
        const language = languageCode(value);
        return language === '' ? [] : [{ key: language, rank: row.rank, isLast: false, what: language }];
      }),
    ),
  );
}
