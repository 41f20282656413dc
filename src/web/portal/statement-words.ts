// The words of a person's statement on the web, in each language. In: names, numbers, dates. Out: text, plain and calm,
// no more certain than the files allow.

import type { BreachModel, mentionedFlag } from '../../register/index.ts';
import { calendarDay, frenchOf, type Language, type StatementFlag } from '../../report/index.ts';
import { withFrenchSpaces } from '../page/french-spaces.ts';

export interface StatementPageWords {
  title: string;
  /** `breaches`: how many. */
  found: (breaches: number) => string;
  foundByCode: string;
  nothing: string;
  nothingLead: string;
  nothingMeans: string;
  nothingNext: string;
  about: (address: string) => string;
  asOf: (date: string) => string;
  since: (lost: string, added: string) => string;
  /** Of when it was lost only the day is known by which it was. */
  sinceAtLatest: (lost: string, added: string) => string;
  ownerUnknown: string;
  dataOf: (controllers: readonly string[]) => string;
  dataOfThrough: (controllers: readonly string[], chain: readonly string[]) => string;
  through: (chain: readonly string[]) => string;
  unverified: string;
  fabricated: string;
  spamList: string;
  stealerLog: string;
  malware: string;
  several: string;
  person: (number: number, of: number) => string;
  flags: Readonly<Record<StatementFlag | typeof mentionedFlag, string>>;
  lost: string;
  nothingStands: string;
  elsewhere: string;
  websites: (names: string) => string;
  pastes: (names: string) => string;
  paste: (source: string, id: string, day: string | null) => string;
  more: (count: number) => string;
  whatToDo: string;
  neverAsk: string;
  notSaid: string;
  notSaidText: string;
  rights: string;
  contact: (contact: string) => string;
  complaint: (authority: string) => string;
  usualAuthority: string;
  print: string;
}

const english: StatementPageWords = {
  title: 'What was lost about you',
  found: (breaches) =>
    breaches === 1 ? 'This address is in one breach.' : `This address is in ${breaches} breaches.`,
  foundByCode: 'Your letter is about this breach.',
  nothing: 'Nothing found',
  nothingLead: 'This address is in no breach on record here.',
  nothingMeans:
    'That is weaker than not being in any: this service knows only the files that were handed to it, as far as they could be read, and you may be in them without this address.',
  nothingNext: 'You can ask with your other addresses, with a number, or with the code of a letter.',
  about: (address) => `About ${address}`,
  asOf: (date) => `As of ${date}`,
  since: (lost, added) => `In the hands of others since ${lost}; on record here since ${added}.`,
  sinceAtLatest: (lost, added) =>
    `In the hands of others since ${lost} at the latest, perhaps for longer; on record here since ${added}.`,
  ownerUnknown: 'Whose data it is, of those who held it, is not known.',
  dataOf: (controllers) => `The data is that of ${listText(controllers, ' and ')}.`,
  dataOfThrough: (controllers, chain) =>
    `The data is that of ${listText(controllers, ' and ')}; it was lost through ${chain.join(', then ')}.`,
  through: (chain) => `It was lost through ${chain.join(', then ')}.`,
  unverified: 'It is not verified that this breach is what it is said to be.',
  fabricated: 'This breach is most likely made up; what is true in it may come from elsewhere.',
  spamList: 'This is a list that was used to send unwanted mail.',
  stealerLog:
    'This was taken by a hostile program from a device on which your data was typed in. Have that device checked before you change passwords on it.',
  malware: 'This was taken by a hostile program, not from a website.',
  several:
    'Several people stand there under the same address, and nothing shows that they are one. They are told apart; only one of them may be you.',
  person: (number, of) => `Person ${number} of ${of}`,
  flags: {
    test: 'These rows look like those of a test, not of a person.',
    minor: 'By the date of birth in the files, this person is a minor.',
    deceased: 'The files say that this person has died.',
    office: 'This is the mailbox of an office; the rows name no person.',
    organisation: 'The rows name an organisation, not a person.',
    unattributed:
      'These rows name nobody: to whom of those who share the mailbox they belong cannot be told.',
    mentioned:
      'This address or number stands in a text, or in a row that is not told to be anybody’s: no row about you was found under it. What else is said of you there is not listed.',
  },
  lost: 'What was lost',
  nothingStands: 'The files hold nothing else about this person that was recognised.',
  elsewhere: 'Where else the address stood',
  websites: (names) =>
    `It was typed in, with a password, at these websites, on a device where a hostile program read along: ${names}. Have the device checked, then change the passwords there.`,
  pastes: (names) => `It stood in texts that somebody made public: ${names}.`,
  paste: (source, id, day) => `${source} ${id}${day === null ? '' : ` of ${day}`}`,
  more: (count) => `and ${count} more`,
  whatToDo: 'What you can do',
  neverAsk:
    'Nobody from this service will call you, and it never asks for a password, a code or money. Whoever does so in its name deceives you.',
  notSaid: 'What this does not say',
  notSaidText:
    'It covers the breaches on record here, as far as their files could be read. Listed is what stands in rows about you, exactly, or that your address or number stands in a text; what only resembles you is left out, so that nobody learns what somebody else lost. What is not listed is not proven to be absent.',
  rights: 'Your rights',
  contact: (contact) => `Questions, and what else you may ask of whoever lost your data: ${contact}.`,
  complaint: (authority) => `You may complain to the data protection authority: ${authority}.`,
  usualAuthority: 'in France the CNIL, www.cnil.fr/plaintes; elsewhere that of your country',
  print: 'This page can be shown only once. Print it or save it now; you can ask again at any time.',
};

const french: StatementPageWords = {
  title: 'Ce qui a été perdu à votre sujet',
  found: (breaches) =>
    breaches === 1 ? 'Cette adresse figure dans une fuite.' : `Cette adresse figure dans ${breaches} fuites.`,
  foundByCode: 'Votre lettre concerne cette fuite.',
  nothing: 'Rien trouvé',
  nothingLead: 'Cette adresse ne figure dans aucune fuite enregistrée ici.',
  nothingMeans:
    'Cela ne prouve pas que vous n’êtes dans aucune : ce service ne connaît que les fichiers qui lui ont été remis, pour autant qu’ils aient pu être lus, et vous pouvez y figurer sans cette adresse.',
  nothingNext: 'Vous pouvez demander avec vos autres adresses, avec un numéro, ou avec le code d’une lettre.',
  about: (address) => `Au sujet de ${address}`,
  asOf: (date) => `État au ${date}`,
  since: (lost, added) => `Entre les mains de tiers depuis le ${lost} ; enregistré ici depuis le ${added}.`,
  sinceAtLatest: (lost, added) =>
    `Entre les mains de tiers depuis le ${lost} au plus tard, peut-être depuis plus longtemps ; enregistré ici depuis le ${added}.`,
  ownerUnknown: 'On ne sait pas de qui, parmi ceux qui les détenaient, viennent ces données.',
  dataOf: (controllers) => `Il s’agit de données ${frenchList(controllers)}.`,
  dataOfThrough: (controllers, chain) =>
    `Il s’agit de données ${frenchList(controllers)}, perdues par l’intermédiaire ${frenchChain(chain)}.`,
  through: (chain) => `Elles ont été perdues par l’intermédiaire ${frenchChain(chain)}.`,
  unverified: 'Il n’est pas vérifié que cette fuite soit ce qu’on en dit.',
  fabricated: 'Cette fuite est sans doute inventée ; ce qu’elle a de vrai peut venir d’ailleurs.',
  spamList: 'C’est une liste qui a servi à envoyer du courrier indésirable.',
  stealerLog:
    'Un programme malveillant a pris cela sur un appareil où vos données ont été saisies. Faites vérifier cet appareil avant d’y changer des mots de passe.',
  malware: 'Un programme malveillant a pris cela ; cela ne vient pas d’un site.',
  several:
    'Plusieurs personnes y figurent sous la même adresse, et rien ne montre qu’il s’agit d’une seule. Elles sont présentées séparément ; une seule peut être vous.',
  person: (number, of) => `Personne ${number} sur ${of}`,
  flags: {
    test: 'Ces lignes ressemblent à celles d’un test, non d’une personne.',
    minor: 'D’après la date de naissance des fichiers, cette personne est mineure.',
    deceased: 'Les fichiers indiquent que cette personne est décédée.',
    office: 'C’est la boîte aux lettres d’un service ; ces lignes ne nomment personne.',
    organisation: 'Ces lignes nomment une organisation, non une personne.',
    unattributed:
      'Ces lignes ne nomment personne : à qui elles sont, parmi ceux qui partagent la boîte aux lettres, on ne peut le dire.',
    mentioned:
      'Cette adresse ou ce numéro figure dans un texte, ou dans une ligne dont on ne peut dire de qui elle est : aucune ligne à votre sujet n’a été trouvée sous cette adresse ou ce numéro. Ce qui s’y dit d’autre de vous n’est pas indiqué.',
  },
  lost: 'Ce qui a été perdu',
  nothingStands: 'Les fichiers ne contiennent rien d’autre sur cette personne qui ait été reconnu.',
  elsewhere: 'Où l’adresse figurait encore',
  websites: (names) =>
    `Elle a été saisie, avec un mot de passe, sur ces sites, depuis un appareil où un programme malveillant lisait aussi : ${names}. Faites vérifier l’appareil, puis changez-y les mots de passe.`,
  pastes: (names) => `Elle figurait dans des textes rendus publics par quelqu’un : ${names}.`,
  paste: (source, id, day) => `${source} ${id}${day === null ? '' : ` du ${day}`}`,
  more: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
  whatToDo: 'Ce que vous pouvez faire',
  neverAsk:
    'Personne de ce service ne vous appellera, et il ne demande jamais de mot de passe, de code ni d’argent. Qui le fait en son nom vous trompe.',
  notSaid: 'Ce que cela ne dit pas',
  notSaidText:
    'Il s’agit des fuites enregistrées ici, pour autant que leurs fichiers aient pu être lus. Figure ci-dessus ce que contiennent les lignes qui vous concernent, exactement, ou le fait que votre adresse ou votre numéro figure dans un texte ; ce qui ne fait que vous ressembler est laissé de côté, pour que personne n’apprenne ce qu’un autre a perdu. Ce qui n’est pas cité n’est pas pour autant absent.',
  rights: 'Vos droits',
  contact: (contact) =>
    `Pour vos questions, et pour ce que vous pouvez demander à qui a perdu vos données : ${contact}.`,
  complaint: (authority) =>
    `Vous pouvez adresser une plainte à l’autorité de protection des données : ${authority}.`,
  usualAuthority: 'en France la CNIL, www.cnil.fr/plaintes ; ailleurs celle de votre pays',
  print:
    'Cette page ne peut être affichée qu’une fois. Imprimez-la ou enregistrez-la maintenant ; vous pouvez redemander à tout moment.',
};

function listText(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}

/** French says "of" before each of them. */
function frenchList(names: readonly string[]): string {
  return listText(names.map(frenchOf), ' et ');
}

function frenchChain(names: readonly string[]): string {
  return names.map(frenchOf).join(', puis ');
}

export const statementPageWords: Readonly<Record<Language, StatementPageWords>> = {
  en: english,
  fr: withFrenchSpaces(french),
};

/** Since when it is known to be lost, and on record here. */
export function sinceText(model: BreachModel, language: Language): string {
  const words = statementPageWords[language];
  const since = model.BreachDateKnown === false ? words.sinceAtLatest : words.since;
  return since(calendarDay(model.BreachDate, language), calendarDay(model.AddedDate, language));
}

/** What has to be said of a breach wherever it is told of. */
export function cautions(model: BreachModel, language: Language): string[] {
  const words = statementPageWords[language];
  return [
    ...(model.IsFabricated ? [words.fabricated] : model.IsVerified ? [] : [words.unverified]),
    ...(model.IsSpamList ? [words.spamList] : []),
    ...(model.IsStealerLog ? [words.stealerLog] : model.IsMalware ? [words.malware] : []),
  ];
}
