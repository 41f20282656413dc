/*
 * Every sentence of a person's statement, in each language it is given in. In: numbers and names. Out: text.
 * Said to somebody who has just learned of it: plain, calm, no more certain than the files allow.
 */
import { countText } from '../number-text.ts';
import type { PasswordStrength } from '../password-meaning.ts';
import type { StatementFlag } from './person-statement.ts';

export type Language = 'en' | 'fr';

export interface StatementWords {
  /** What the question was about, with its article; for any other sort `identifier` and its name. */
  sorts: Readonly<Record<string, string>>;
  identifier: string;
  or: string;
  caseOf: (id: string, name: string | null) => string;
  found: (people: number, asked: string) => string;
  severalPeople: string;
  onlyFirst: (shown: number, inAll: number) => string;
  onlyMentioned: (asked: string) => string;
  notFound: (asked: string) => string;
  notFoundMeans: string;
  person: (number: number, of: number) => string;
  ofReading: (date: string) => string;
  flags: Readonly<Record<StatementFlag, string>>;
  whatStands: string;
  nothingStands: string;
  /** After the place, with what stands between. */
  rows: (count: number) => string;
  moreFiles: (count: number) => string;
  passwords: Readonly<Record<PasswordStrength, string>>;
  mentions: string;
  mentionsMean: string;
  caveat: string;
  files: string;
  readOn: (date: string) => string;
  skipped: (places: number) => string;
  noReading: string;
}

const english: StatementWords = {
  sorts: {
    email: 'this e-mail address',
    phone: 'this telephone number',
    username: 'this username',
    nameAndBirth: 'this name and date of birth',
  },
  identifier: 'this number',
  or: ' or ',
  caseOf: (id, name) => `Case ${id}${name === null ? '' : ` (${name})`}`,
  found: (people, asked) =>
    people === 1 ? `Found: one person with ${asked}` : `Found: ${countText(people)} people with ${asked}`,
  severalPeople:
    'They are listed apart: nothing in the files shows that they are one person. Tell each only what is under its own heading, once you know who is asking.',
  onlyFirst: (shown, inAll) => `The first ${shown} of ${countText(inAll)} are listed.`,
  onlyMentioned: (asked) => `No row is about a person with ${asked}; it only stands in the places below.`,
  notFound: (asked) => `Not in the files examined: ${asked}`,
  notFoundMeans:
    'No row and no text in the files below holds it, as far as they could be read. That is weaker than not being there: the person may be in them under another address or number.',
  person: (number, of) => `Person ${number} of ${of}`,
  ofReading: (date) => `in the files read on ${date}`,
  flags: {
    test: 'The rows look like those of a test identity, not of a person.',
    minor: 'By the date of birth in the files, this person is a minor.',
    deceased: 'The files say that this person has died.',
    office: 'This is the mailbox of an office; the rows name no person.',
    organisation: 'The rows name an organisation, not a person.',
    unattributed:
      'These rows name nobody. They belong to one of the people who share the mailbox; whose they are cannot be told.',
  },
  whatStands: 'What stands in the files about this person',
  nothingStands: 'Nothing that was recognised as personal data.',
  rows: (count) => (count === 1 ? ': 1 row' : `: ${countText(count)} rows`),
  moreFiles: (count) => `and ${count} more`,
  passwords: {
    readable:
      'Count it as known. Change it at once, here and wherever else it was used, and never use it again.',
    weak: 'It will probably be found out. Change it now, here and wherever else it was used.',
    slowed: 'A short or common one will be found out. Change it, here and wherever else it was used.',
    slow: 'It is well protected, unless it is very weak. Change it, here and wherever else it was used.',
  },
  mentions: 'Where it also stands',
  mentionsMean:
    'In texts, or in a row beside the address of somebody else. These rows may be about other people and are not counted above.',
  caveat:
    'Listed are rows joined to this person by the same identifier or key, exactly. Rows that only resemble them are left out, so that nobody learns what somebody else lost; what is not listed is not proven to be absent.',
  files: 'Files examined',
  readOn: (date) => `read on ${date}`,
  skipped: (places) =>
    places === 1
      ? '1 place in them could not be read as rows; it was searched as text.'
      : `${places} places in them could not be read as rows; they were searched as text.`,
  noReading: 'No file has been examined into this case yet.',
};

const french: StatementWords = {
  sorts: {
    email: 'cette adresse e-mail',
    phone: 'ce numéro de téléphone',
    username: 'ce nom d’utilisateur',
    nameAndBirth: 'ce nom et cette date de naissance',
  },
  identifier: 'ce numéro',
  or: ' ou ',
  caseOf: (id, name) => `Dossier ${id}${name === null ? '' : ` (${name})`}`,
  found: (people, asked) =>
    people === 1
      ? `Trouvé : une personne avec ${asked}`
      : `Trouvé : ${frenchCount(people)} personnes avec ${asked}`,
  severalPeople:
    'Elles sont présentées séparément : rien dans les fichiers ne montre qu’il s’agit d’une seule personne. Ne dites à chacune que ce qui figure sous son propre titre, une fois sûr de qui demande.',
  onlyFirst: (shown, inAll) => `Les ${shown} premières sur ${frenchCount(inAll)} sont présentées.`,
  onlyMentioned: (asked) =>
    `Aucune ligne ne concerne une personne avec ${asked} ; on ne le trouve qu’aux endroits ci-dessous.`,
  notFound: (asked) => `Absent des fichiers examinés : ${asked}`,
  notFoundMeans:
    'Aucune ligne et aucun texte des fichiers ci-dessous ne le contient, pour autant qu’ils aient pu être lus. Cela ne prouve pas que la personne n’y figure pas : elle peut y être sous une autre adresse ou un autre numéro.',
  person: (number, of) => `Personne ${number} sur ${of}`,
  ofReading: (date) => `dans les fichiers lus le ${date}`,
  flags: {
    test: 'Ces lignes ressemblent à celles d’une identité de test, non d’une personne.',
    minor: 'D’après la date de naissance des fichiers, cette personne est mineure.',
    deceased: 'Les fichiers indiquent que cette personne est décédée.',
    office: 'C’est la boîte aux lettres d’un service ; ces lignes ne nomment personne.',
    organisation: 'Ces lignes nomment une organisation, non une personne.',
    unattributed:
      'Ces lignes ne nomment personne. Elles sont à l’une des personnes qui partagent la boîte aux lettres ; on ne peut dire à laquelle.',
  },
  whatStands: 'Ce que les fichiers contiennent sur cette personne',
  nothingStands: 'Rien qui ait été reconnu comme une donnée personnelle.',
  rows: (count) => (count === 1 ? ' : 1 ligne' : ` : ${frenchCount(count)} lignes`),
  moreFiles: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
  passwords: {
    readable:
      'Considérez-le comme connu. Changez-le tout de suite, ici et partout où il a servi, et ne l’utilisez plus jamais.',
    weak: 'Il sera sans doute découvert. Changez-le maintenant, ici et partout où il a servi.',
    slowed: 'S’il est court ou courant, il sera découvert. Changez-le, ici et partout où il a servi.',
    slow: 'Il est bien protégé, sauf s’il est très faible. Changez-le, ici et partout où il a servi.',
  },
  mentions: 'Où on le trouve aussi',
  mentionsMean:
    'Dans des textes, ou dans une ligne à côté de l’adresse de quelqu’un d’autre. Ces lignes peuvent concerner d’autres personnes et ne sont pas comptées ci-dessus.',
  caveat:
    'Sont présentées les lignes reliées à cette personne par le même identifiant ou la même clé, exactement. Les lignes qui ne font que leur ressembler sont laissées de côté, pour que personne n’apprenne ce qu’un autre a perdu ; ce qui n’est pas cité n’est pas pour autant absent.',
  files: 'Fichiers examinés',
  readOn: (date) => `lu le ${date}`,
  skipped: (places) =>
    places === 1
      ? '1 endroit n’a pas pu être lu en lignes ; il a été parcouru comme du texte.'
      : `${places} endroits n’ont pas pu être lus en lignes ; ils ont été parcourus comme du texte.`,
  noReading: 'Aucun fichier n’a encore été examiné dans ce dossier.',
};

/** Thousands apart by a space that no line is broken at. */
function frenchCount(count: number): string {
  return countText(count).replaceAll(',', '\u00a0');
}

export const statementWords: Readonly<Record<Language, StatementWords>> = { en: english, fr: french };
