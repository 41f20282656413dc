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
  /** Instead of the two before, where the files hold nothing of that sort. */
  notFoundUnseen: (asked: string) => string;
  /** Of usernames: texts are not searched for them. */
  notFoundUsername: string;
  /** Instead of the two before, where a name was asked for: it says much less. */
  notFoundName: string;
  notFoundNameMeans: string;
  /** After `notFoundMeans`, where a number was asked for. */
  notFoundNumberMeans: string;
  mistyped: Readonly<Record<'nir' | 'iban' | 'card', string>>;
  /** By sort; for any other `unseenNumber`. */
  unseen: Readonly<Record<string, string>>;
  unseenNumber: (sort: string) => string;
  unseenMeans: string;
  /** `first`: name of one of them, with the reason where it is told in this language. */
  partial: (files: number, first: string) => string;
  special: (category: string, place: string) => string;
  person: (number: number, of: number) => string;
  flags: Readonly<Record<StatementFlag, string>>;
  whatStands: string;
  nothingStands: string;
  /** After the place, with what stands between. */
  rows: (count: number) => string;
  more: (count: number) => string;
  passwords: Readonly<Record<PasswordStrength, string>>;
  mentions: string;
  mentionsMean: string;
  caveat: string;
  files: string;
  readOn: (date: string) => string;
  skipped: (places: number) => string;
  noDelivery: string;
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
  notFoundUnseen: (asked) => `Not found: ${asked}`,
  notFoundUsername:
    'It stands in no column of usernames of the files below, as far as they could be read; texts are not searched for usernames. The person may be in them under an address or a number.',
  notFoundName: 'Not found under exactly this name and date of birth',
  notFoundNameMeans:
    'No row holds exactly this first name, last name and date of birth. Further first names, a name at birth or another spelling are not found this way: ask by number or address as well.',
  notFoundNumberMeans:
    'A number with a typing error, here or in the files, is not found: check it, and ask by address as well.',
  mistyped: {
    nir: 'This looks like a NIR, but its key does not fit: check for a typing error.',
    iban: 'This looks like an IBAN, but its check digits do not fit: check for a typing error.',
    card: 'This looks like a payment card number, but its check digit does not fit: check for a typing error.',
  },
  unseen: {
    email: 'No e-mail address was recognised in these files',
    phone: 'No telephone number was recognised in these files',
    username: 'No column of usernames was recognised in these files',
    nameAndBirth: 'No rows with both a name and a date of birth were recognised in these files',
  },
  unseenNumber: (sort) => `No number of this sort (${sort}) was recognised in these files`,
  unseenMeans: 'so this says nothing of whether the person is in them.',
  partial: (files, first) =>
    `${files === 1 ? 'One file was' : `${countText(files)} files were`} not read whole (${first}): there may be more.`,
  special: (category, place) => `To be looked at: ${category} (${place})`,
  person: (number, of) => `Person ${number} of ${of}`,
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
  more: (count) => `and ${count} more`,
  passwords: {
    readable:
      'Count it as known. Change it at once, here and wherever else it was used, and never use it again.',
    weak: 'It will probably be found out. Change it now, here and wherever else it was used.',
    slowed: 'A short or common one will be found out. Change it, here and wherever else it was used.',
    slow: 'It is well protected, unless it is very weak. Change it, here and wherever else it was used.',
  },
  mentions: 'Where it also stands',
  mentionsMean:
    'In texts, in rows that name nobody, or in a row beside the address of somebody else. These may be about other people and are not counted above.',
  caveat:
    'Listed are rows joined to this person by the same identifier or key, exactly. Rows that only resemble them are left out, so that nobody learns what somebody else lost; what is not listed is not proven to be absent.',
  files: 'Files examined',
  readOn: (date) => `read on ${date}`,
  skipped: (places) =>
    places === 1
      ? '1 place in them could not be read as rows; it was searched as text.'
      : `${places} places in them could not be read as rows; they were searched as text.`,
  noDelivery: 'No file has been examined into this case yet.',
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
    `Aucune ligne ne concerne une personne avec ${asked} ; seuls les endroits ci-dessous en font mention.`,
  notFound: (asked) => `Absent des fichiers examinés : ${asked}`,
  notFoundMeans:
    'La recherche n’a rien trouvé, ni dans les lignes ni dans les textes des fichiers ci-dessous, pour autant qu’ils aient pu être lus. Cela ne prouve pas que la personne n’y figure pas : elle peut y être sous une autre adresse ou un autre numéro.',
  notFoundUnseen: (asked) => `Rien trouvé : ${asked}`,
  notFoundUsername:
    'Aucune colonne de noms d’utilisateur des fichiers ci-dessous ne le contient, pour autant qu’ils aient pu être lus ; les textes ne sont pas parcourus à la recherche de noms d’utilisateur. La personne peut y figurer sous une adresse ou un numéro.',
  notFoundName: 'Rien sous exactement ce nom et cette date de naissance',
  notFoundNameMeans:
    'Aucune ligne ne contient exactement ce prénom, ce nom et cette date de naissance. D’autres prénoms, un nom de naissance ou une autre orthographe ne sont pas trouvés ainsi : cherchez aussi par numéro ou par adresse.',
  notFoundNumberMeans:
    'Un numéro qui comporte une faute de frappe, ici ou dans les fichiers, n’est pas trouvé : vérifiez-le, et cherchez aussi par adresse.',
  mistyped: {
    nir: 'Ceci ressemble à un NIR, mais la clé n’est pas la bonne : vérifiez qu’il n’y a pas de faute de frappe.',
    iban: 'Ceci ressemble à un IBAN, mais la clé n’est pas la bonne : vérifiez qu’il n’y a pas de faute de frappe.',
    card: 'Ceci ressemble à un numéro de carte bancaire, mais la clé n’est pas la bonne : vérifiez qu’il n’y a pas de faute de frappe.',
  },
  unseen: {
    email: 'Aucune adresse e-mail n’a été reconnue dans ces fichiers',
    phone: 'Aucun numéro de téléphone n’a été reconnu dans ces fichiers',
    username: 'Aucune colonne de noms d’utilisateur n’a été reconnue dans ces fichiers',
    nameAndBirth:
      'Aucune ligne avec à la fois un nom et une date de naissance n’a été reconnue dans ces fichiers',
  },
  unseenNumber: (sort) => `Aucun numéro de cette sorte (${sort}) n’a été reconnu dans ces fichiers`,
  unseenMeans: 'cela ne dit donc pas si la personne y figure.',
  partial: (files, first) =>
    `${files === 1 ? 'Un fichier n’a pas été lu' : `${frenchCount(files)} fichiers n’ont pas été lus`} en entier (${first}) : il peut y en avoir davantage.`,
  special: (category, place) => `À examiner : ${category} (${place})`,
  person: (number, of) => `Personne ${number} sur ${of}`,
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
  more: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
  passwords: {
    readable:
      'Considérez-le comme connu. Changez-le tout de suite, ici et partout où il a servi, et ne l’utilisez plus jamais.',
    weak: 'Il sera sans doute découvert. Changez-le maintenant, ici et partout où il a servi.',
    slowed: 'S’il est court ou courant, il sera découvert. Changez-le, ici et partout où il a servi.',
    slow: 'Il est bien protégé, sauf s’il est très faible. Changez-le, ici et partout où il a servi.',
  },
  mentions: 'Autres endroits',
  mentionsMean:
    'Dans des textes, dans des lignes qui ne nomment personne, ou à côté de l’adresse de quelqu’un d’autre. Ces passages peuvent concerner d’autres personnes et ne sont pas comptés ci-dessus.',
  caveat:
    'Sont présentées les lignes reliées à cette personne par le même identifiant ou la même clé, exactement. Les lignes qui ne font que leur ressembler sont laissées de côté, pour que personne n’apprenne ce qu’un autre a perdu ; ce qui n’est pas cité n’est pas pour autant absent.',
  files: 'Fichiers examinés',
  readOn: (date) => `lu le ${date}`,
  skipped: (places) =>
    places === 1
      ? '1 endroit n’a pas pu être lu en lignes ; il a été parcouru comme du texte.'
      : `${places} endroits n’ont pas pu être lus en lignes ; ils ont été parcourus comme du texte.`,
  noDelivery: 'Aucun fichier n’a encore été examiné dans ce dossier.',
};

/** Thousands apart by a space that no line is broken at. */
function frenchCount(count: number): string {
  return countText(count).replaceAll(',', '\u00a0');
}

export const statementWords: Readonly<Record<Language, StatementWords>> = { en: english, fr: french };
