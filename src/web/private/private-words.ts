// The words of the page of the private look-up, in each language. In: names. Out: text, plain and calm. Three sentences
// say how it works.

import type { PrivateKind } from '../../lookup/private/index.ts';
import type { Language } from '../../report/index.ts';
import { withFrenchSpaces } from '../page/french-spaces.ts';

export interface PrivateWords {
  title: string;
  lead: string;
  how: string;
  sentences: readonly [string, string, string];
  whichNumber: string;
  kinds: Readonly<Record<PrivateKind, string>>;
  number: string;
  hints: Readonly<Record<PrivateKind, string>>;
  ask: string;
  asking: string;
  problems: Readonly<Record<PrivateProblem, string>>;
  found: string;
  foundIn: string;
  nothing: string;
  nothingLead: string;
  nothingMeans: string;
  several: string;
  /** `{number}` and `{of}` stand for what the browser counts. */
  person: string;
  ofPerson: string;
  sensitive: string;
  withoutScript: string;
  withoutHttps: string;
  otherWays: string;
  byLetter: string;
  byMail: string;
  byContact: (contact: string) => string;
}

export type PrivateProblem = 'malformed' | 'tooMany' | 'changed' | 'unreachable' | 'unproven';

export const privateProblems: readonly PrivateProblem[] = [
  'malformed',
  'tooMany',
  'changed',
  'unreachable',
  'unproven',
];

const english: PrivateWords = {
  title: 'Ask by number',
  lead: 'Find out whether your social security number or your telephone number is in a breach, without telling us the number.',
  how: 'How your number stays secret',
  sentences: [
    'Your number never leaves this page: your browser hides it under a random value, and this service computes with what is hidden without being able to see what it is.',
    'With the result your browser opens the entries of your number, and no others, in a batch that it fetches together with those of many other people, so that the answer too is known to you alone.',
    'Nobody can try out numbers without this service, and it answers only so many questions an hour.',
  ],
  whichNumber: 'Which number?',
  kinds: { nir: 'Social security number (NIR, France)', phone: 'Telephone number' },
  number: 'Your number',
  hints: {
    nir: '13 digits, or 15 with the key; spaces do not matter.',
    phone: 'With or without the code of the country; spaces do not matter.',
  },
  ask: 'Ask',
  asking: 'Your browser is computing. This takes a few seconds.',
  problems: {
    malformed: 'This is no such number. Look at the digits again, and at the choice above.',
    tooMany:
      'Too many numbers were asked for from your network, or from all together. Try again in an hour, or use one of the other ways below.',
    changed: 'The list of breaches has just changed. Load this page again, then ask once more.',
    unreachable: 'No answer came. Try again in a minute.',
    unproven:
      'The answer came without the proof that it belongs to it, and was not used. Do not ask again from here; tell whoever runs this service.',
  },
  found: 'Your number is in a breach',
  foundIn: 'What stands in the files under this number, breach by breach:',
  nothing: 'Nothing found',
  nothingLead: 'This number is in no breach that can be asked for here.',
  nothingMeans:
    'That is weaker than not being in any: this service knows only the files that were handed to it, as far as they could be read, and you may be in them without this number.',
  several:
    'Several people stand there under this number, and nothing shows that they are one. They are told apart; only one of them may be you.',
  person: 'Person {number} of {of}',
  ofPerson: 'Whose files these were:',
  sensitive:
    'Whoever knows a number can ask about it; breaches that could harm somebody by being known are therefore left out here, and told only by mail or by letter.',
  withoutScript:
    'This page needs JavaScript, because your browser does the hiding itself. Without it, your number would have to be sent to us, and that we do not want.',
  withoutHttps:
    'This page works only where its address begins with https, as your browser computes in secret only there.',
  otherWays: 'Other ways to know',
  byLetter: 'With the code of a letter you have received, and your date of birth',
  byMail: 'With your e-mail address',
  byContact: (contact) => `By asking us: ${contact}`,
};

const french: PrivateWords = {
  title: 'Demander par numéro',
  lead: 'Sachez si votre numéro de sécurité sociale ou de téléphone figure dans une fuite, sans nous communiquer ce numéro.',
  how: 'Comment votre numéro reste secret',
  sentences: [
    'Votre numéro ne quitte jamais cette page : votre navigateur le cache sous une valeur tirée au hasard, et ce service calcule sur ce qui est caché sans pouvoir le voir.',
    'Avec le résultat, votre navigateur ouvre les entrées de votre numéro, et aucune autre, dans un lot qu’il reçoit avec celles de beaucoup d’autres personnes : la réponse aussi n’est connue que de vous.',
    'Personne ne peut essayer des numéros sans ce service, qui ne répond qu’à un nombre limité de questions par heure.',
  ],
  whichNumber: 'Quel numéro ?',
  kinds: { nir: 'Numéro de sécurité sociale (NIR)', phone: 'Numéro de téléphone' },
  number: 'Votre numéro',
  hints: {
    nir: '13 chiffres, ou 15 avec la clé ; les espaces ne comptent pas.',
    phone: 'Avec ou sans l’indicatif du pays ; les espaces ne comptent pas.',
  },
  ask: 'Demander',
  asking: 'Votre navigateur calcule. Cela prend quelques secondes.',
  problems: {
    malformed: 'Ce n’est pas un tel numéro. Vérifiez les chiffres, et le choix ci-dessus.',
    tooMany:
      'Trop de numéros ont été demandés depuis votre réseau, ou par l’ensemble. Réessayez dans une heure, ou choisissez une autre voie ci-dessous.',
    changed: 'La liste des fuites vient de changer. Rechargez cette page, puis demandez encore une fois.',
    unreachable: 'Aucune réponse n’est venue. Réessayez dans une minute.',
    unproven:
      'La réponse est venue sans la preuve qui doit l’accompagner, et n’a pas été utilisée. Ne demandez plus d’ici ; prévenez la personne qui gère ce service.',
  },
  found: 'Votre numéro figure dans une fuite',
  foundIn: 'Ce que les fichiers contiennent sous ce numéro, fuite par fuite :',
  nothing: 'Rien trouvé',
  nothingLead: 'Ce numéro ne figure dans aucune fuite que l’on puisse demander ici.',
  nothingMeans:
    'Cela ne prouve pas que vous n’êtes dans aucune : ce service ne connaît que les fichiers qui lui ont été remis, pour autant qu’ils aient pu être lus, et vous pouvez y figurer sans ce numéro.',
  several:
    'Plusieurs personnes y figurent sous ce numéro, et rien ne montre qu’il s’agit d’une seule. Elles sont présentées séparément ; une seule peut être vous.',
  person: 'Personne {number} sur {of}',
  ofPerson: 'À qui étaient ces fichiers :',
  sensitive:
    'Qui connaît un numéro peut demander à son sujet ; les fuites qu’il serait nuisible de voir connues ne figurent donc pas ici, et ne sont dites que par courriel ou par lettre.',
  withoutScript:
    'Cette page a besoin de JavaScript, parce que c’est votre navigateur qui cache le numéro. Sans lui, il faudrait nous l’envoyer, et nous ne le voulons pas.',
  withoutHttps:
    'Cette page ne fonctionne que si son adresse commence par https : votre navigateur ne calcule en secret que là.',
  otherWays: 'Autres façons de savoir',
  byLetter: 'Avec le code d’une lettre reçue et votre date de naissance',
  byMail: 'Avec votre adresse e-mail',
  byContact: (contact) => `En nous demandant : ${contact}`,
};

export const privateWords: Readonly<Record<Language, PrivateWords>> = {
  en: english,
  fr: withFrenchSpaces(french),
};
