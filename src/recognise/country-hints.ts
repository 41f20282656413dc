/*
 * Which countries a table seems to come from: languages of its column names, countries of its IBANs and telephone
 * numbers, ends of its e-mail addresses, countries named in it. In: facts of its columns. Out: ISO 3166 codes. A hint
 * decides between numbers that fit equally well; it claims nothing.
 */

import type { ColumnFacts } from './column-facts.ts';

/** Words that only few languages have; a language stands for the countries that speak it. */
const languageWords: readonly (readonly [string, string])[] = [
  ['FR BE LU CH', 'naissance prenom civilite adresse ville courriel nom commune siret siren'],
  ['DE AT CH', 'vorname nachname geburtsdatum strasse plz anrede wohnort geschlecht'],
  ['NL BE', 'voornaam achternaam geboortedatum straat woonplaats geslacht huisnummer'],
  ['ES', 'apellidos apellido nacimiento direccion provincia ciudad correo'],
  ['PT BR', 'sobrenome apelido nascimento endereco morada cidade telemovel'],
  ['IT', 'cognome nascita indirizzo citta comune sesso'],
  ['PL', 'imie nazwisko urodzenia ulica miasto plec'],
  ['SE', 'fornamn efternamn fodelsedatum gatuadress postort'],
  ['DK NO', 'fornavn efternavn etternavn fodselsdato adresse postnr'],
  ['FI', 'etunimi sukunimi syntymaaika osoite kaupunki'],
  ['CZ', 'jmeno prijmeni narozeni ulice mesto'],
  ['RO', 'prenume nume nasterii judet oras'],
  ['GR', 'onoma eponymo eponimo odos poli'],
  ['HU', 'vezeteknev keresztnev szuletesi lakcim'],
  ['US', 'zipcode zip ssn county'],
  ['GB', 'postcode nhs nino surname'],
];
const callingCodes: readonly (readonly [string, string])[] = [
  ['33', 'FR'],
  ['49', 'DE'],
  ['31', 'NL'],
  ['32', 'BE'],
  ['34', 'ES'],
  ['351', 'PT'],
  ['39', 'IT'],
  ['48', 'PL'],
  ['46', 'SE'],
  ['45', 'DK'],
  ['47', 'NO'],
  ['358', 'FI'],
  ['420', 'CZ'],
  ['40', 'RO'],
  ['30', 'GR'],
  ['36', 'HU'],
  ['43', 'AT'],
  ['41', 'CH'],
  ['44', 'GB'],
  ['353', 'IE'],
  ['55', 'BR'],
  ['91', 'IN'],
];
const countryNames: readonly (readonly [string, string])[] = [
  ['FR', 'fr fra france frankreich francia'],
  ['DE', 'de deu germany deutschland allemagne'],
  ['NL', 'nl nld netherlands nederland'],
  ['BE', 'be bel belgium belgique belgie'],
  ['ES', 'es esp spain espana'],
  ['PT', 'pt prt portugal'],
  ['IT', 'it ita italy italia'],
  ['PL', 'pl pol poland polska'],
  ['SE', 'se swe sweden sverige'],
  ['DK', 'dk dnk denmark danmark'],
  ['NO', 'no nor norway norge'],
  ['FI', 'fi fin finland suomi'],
  ['CZ', 'cz cze czechia cesko'],
  ['RO', 'ro rou romania'],
  ['GR', 'gr grc greece ellada'],
  ['GB', 'gb gbr uk'],
  ['IE', 'ie irl ireland'],
  ['US', 'us usa'],
  ['CA', 'ca can canada'],
  ['BR', 'br bra brazil brasil'],
  ['CH', 'ch che switzerland suisse schweiz'],
  ['AT', 'at aut austria osterreich'],
];
/** A few words could be anybody's. */
const leastWords = 2;
const leastShare = 0.6;
const leastValues = 3;

export function countryHints(columns: readonly ColumnFacts[]): ReadonlySet<string> {
  const hints = new Set<string>();
  const headerWords = new Set(columns.flatMap(({ header }) => header.words));
  for (const [countries, words] of languageWords) {
    if (words.split(' ').filter((word) => headerWords.has(word)).length >= leastWords)
      for (const country of countries.split(' ')) hints.add(country);
  }
  for (const column of columns) {
    const { matches } = column.header;
    if (matches.has('iban'))
      addMost(hints, column, (text) => /^[A-Z]{2}(?=\d\d)/i.exec(text)?.[0].toUpperCase());
    if (matches.has('phone')) addMost(hints, column, countryOfPhone);
    if (matches.has('email'))
      addMost(hints, column, (text) => countryOfName(/\.([a-z]{2})$/i.exec(text)?.[1]));
    if (matches.has('place')) addMost(hints, column, countryOfName);
  }
  return hints;
}

function addMost(
  hints: Set<string>,
  { values }: ColumnFacts,
  countryOf: (text: string) => string | undefined,
): void {
  const counts = new Map<string, number>();
  for (const { text } of values) {
    const country = countryOf(text);
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  for (const [country, count] of counts)
    if (count >= leastValues && count >= leastShare * values.length) hints.add(country);
}

function countryOfPhone(text: string): string | undefined {
  const digits = /^(?:\+|00)(\d{2,3})/.exec(text.replaceAll(/[ ().-]/g, ''))?.[1];
  return digits === undefined ? undefined : callingCodes.find(([code]) => digits.startsWith(code))?.[1];
}

function countryOfName(name: string | undefined): string | undefined {
  const folded = name?.toLowerCase();
  return folded === undefined
    ? undefined
    : countryNames.find(([, names]) => names.split(' ').includes(folded))?.[0];
}
