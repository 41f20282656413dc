// What a column of a directory is by its name alone, in French, English and German: for columns whose values are too few
// to tell, and for what is nobody's secret by itself (a language, a country). In: a name. Out: a field, or null.

import type { PlainField } from './directory-field.ts';

/** Names without accents, signs and capitals, words with spaces between them; the first that fits counts. */
const nameTests: readonly (readonly [PlainField, RegExp])[] = [
  ['email', /\b(?:e ?mail|mail|courriel|mel)s?\b/u],
  ['phone', /\b(?:tel|telephone|telefon|phone|mobile|portable|gsm|handy)\b/u],
  [
    'birth-date',
    /\b(?:birth ?(?:date|day)|date (?:of )?birth|dob|date (?:de )?naiss(?:ance)?|ddn|ne le|geburts(?:datum|tag)|geboren)\b|^(?:naissance|birth|born)$/u,
  ],
  ['first-name', /\b(?:prenoms?|first ?names?|given ?names?|forenames?|vornamen?)\b/u],
  [
    'full-name',
    /\b(?:full ?name|nom complet|nom (?:et )?prenoms?|prenoms? (?:et )?nom|nom prenom|vollstandiger name)\b/u,
  ],
  [
    'last-name',
    /\b(?:nom|noms|last ?names?|sur ?names?|family ?names?|nachnamen?|familienname|birth ?name|married ?name|geburtsname)\b/u,
  ],
  [
    'customer',
    /\b(?:(?:num(?:ero)?|no|n|nr|number|id|ident|identifiant|code|ref|reference) (?:de |du |d )?(?:client|customer|adherent|allocataire|assure|abonne|membre|member|demandeur|dossier|contrat|kunden?|policy)|(?:client|customer|adherent|allocataire|assure|abonne|membre|member|demandeur|kunden?) (?:id|no|nr|num|numero|number|nummer|code|ref|key)|kundennummer|customer|client|allocataire|adherent|identifiant)\b/u,
  ],
  ['postal-code', /\b(?:cp|code postal|codepostal|post ?code|postal code|zip|zip ?code|plz|postleitzahl)\b/u],
  ['city', /\b(?:ville|commune|city|town|localite|ort|stadt|wohnort)\b/u],
  ['country', /\b(?:pays|country|land)\b/u],
  ['language', /\b(?:langues?|languages?|lang|locale|sprache)\b/u],
  [
    'address',
    /\b(?:adresses?|address(?:es)?|addr|adr|rue|voie|street|strasse|anschrift|(?:line|ligne)s?(?: ?[1-6])?|complement|lieu dit)\b/u,
  ],
];

/** Of somebody or something else, or no contact at all. */
const others = /\b(?:ip|mac|url|web|site|mere|pere|mother|father|conjoint|spouse|contact d urgence)\b/u;

export function fieldByName(name: string): PlainField | null {
  const plain = name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
  if (others.test(plain)) return null;
  return nameTests.find(([, test]) => test.test(plain))?.[0] ?? null;
}
