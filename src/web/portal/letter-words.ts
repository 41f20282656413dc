// The words of the page that says whether a letter is real, and of the texts that were published, in each language. In:
// nothing. Out: text.

import type { Language } from '../../report/index.ts';
import { withFrenchSpaces } from '../page/french-spaces.ts';

export interface LetterWords {
  title: string;
  text: string;
  reference: string;
  referenceHint: string;
  wrongReference: string;
  button: string;
  notKept: string;
  known: string;
  knownText: (organisation: string | null, day: string, channels: string) => string;
  kinds: Record<'first' | 'more' | 'correction', string | null>;
  channels: Record<string, string>;
  and: string;
  notShown: string;
  carefulTitle: string;
  neverTitle: string;
  careful: string[];
  unknown: string;
  unknownText: string[];
  tooMany: string;
  tooManyText: string;
  again: string;
  textsLink: string;
  textsTitle: string;
  textsIntro: string;
  noTexts: string;
  noticeLine: (sender: string, day: string, channels: string) => string;
  nobodyNamed: string;
  textTitle: (organisation: string) => string;
  textIntro: string;
  lost: string;
  audiences: Record<string, string>;
  sha256: string;
  name: string;
  referenceMark: string;
  toTexts: string;
}

const english: LetterWords = {
  title: 'Is this letter real?',
  text: 'Every notice that was sent from here – letter, e-mail or text message – has a reference of 13 digits. Type it, and this page says whether it is one of ours.',
  reference: 'Reference',
  referenceHint: '13 digits, such as 1234 5678 9012 3',
  wrongReference: 'There is a mistake in the reference: compare its 13 digits with your letter.',
  button: 'Check',
  notKept: 'The reference is not kept; it is counted that one was checked.',
  known: 'Yes, this reference is one of ours',
  knownText: (organisation, day, channels) =>
    `It belongs to a notice that ${organisation ?? 'the organisation named in it'} has sent since ${day} by ${channels}.`,
  kinds: {
    first: null,
    more: 'It adds to a notice that was sent before.',
    correction: 'It corrects a notice that was sent before.',
  },
  channels: { e: 'e-mail', l: 'letter', s: 'text message', c: 'telephone' },
  and: 'and',
  notShown: 'Whose notice it is and what it says is not shown here.',
  carefulTitle: 'Stay careful all the same',
  neverTitle: 'What our notices never do',
  careful: [
    'Our notices have no link and no attachment.',
    'They never ask for a password, a bank number, a payment or any other data, and nobody calls to ask for them.',
    'A reference can be copied. If what you hold asks for any of this, do not answer it, even if the reference is real.',
  ],
  unknown: 'We do not know this reference',
  unknownText: [
    'Compare the digits with your letter once more.',
    'If they are right, take the letter for one that is not from us: do not answer it, follow no link and call no number in it. Keep it, and tell the organisation that it claims to come from, by a number or an address that you know from elsewhere.',
  ],
  tooMany: 'This cannot be checked now',
  tooManyText:
    'Too many references were checked. Please try again in an hour. Until then treat the letter as if it were not real.',
  again: 'Check another reference',
  textsLink: 'Read the texts that were sent',
  textsTitle: 'Texts that were sent',
  textsIntro:
    'These are the exact words of notices that were sent. What differs by person stands in square brackets. A letter that says something else is not one of these.',
  noTexts: 'No texts have been published.',
  noticeLine: (sender, day, channels) => `Since ${day}, by ${channels}. E-mails come from ${sender}.`,
  nobodyNamed: 'No organisation is named',
  textTitle: (organisation) => `Notice of ${organisation}`,
  textIntro: 'The exact words. What differs by person stands in square brackets.',
  lost: 'For people of whom the files held',
  audiences: {
    person: '',
    guardian: 'To those who care for a minor',
    heirs: 'To the family of somebody who died',
  },
  sha256: 'SHA-256 of the text as it was approved',
  name: '[name]',
  referenceMark: '[reference]',
  toTexts: 'All texts',
};

const french: LetterWords = {
  title: 'Ce courrier est-il authentique ?',
  text: 'Chaque avis envoyé d’ici – lettre, e-mail ou SMS – porte une référence de 13 chiffres. Saisissez-la : cette page dit si elle est des nôtres.',
  reference: 'Référence',
  referenceHint: '13 chiffres, par exemple 1234 5678 9012 3',
  wrongReference: 'Il y a une erreur dans la référence : comparez ses 13 chiffres à ceux de votre courrier.',
  button: 'Vérifier',
  notKept: 'La référence n’est pas gardée ; on compte seulement qu’une vérification a eu lieu.',
  known: 'Oui, cette référence est des nôtres',
  knownText: (organisation, day, channels) =>
    `Elle est celle d’un avis que ${organisation ?? 'l’organisme qui y est nommé'} envoie depuis le ${day} par ${channels}.`,
  kinds: {
    first: null,
    more: 'Il complète un avis envoyé auparavant.',
    correction: 'Il corrige un avis envoyé auparavant.',
  },
  channels: { e: 'e-mail', l: 'lettre', s: 'SMS', c: 'téléphone' },
  and: 'et',
  notShown: 'À qui s’adresse cet avis et ce qu’il dit n’est pas montré ici.',
  carefulTitle: 'Restez prudent malgré tout',
  neverTitle: 'Ce que nos avis ne font jamais',
  careful: [
    'Nos avis n’ont ni lien ni pièce jointe.',
    'Ils ne demandent jamais de mot de passe, de numéro bancaire, de paiement ni d’autre donnée, et personne n’appelle pour en demander.',
    'Une référence peut être recopiée. Si ce que vous avez reçu demande une de ces choses, n’y répondez pas, même si la référence est vraie.',
  ],
  unknown: 'Nous ne connaissons pas cette référence',
  unknownText: [
    'Comparez encore une fois les chiffres à ceux de votre courrier.',
    'S’ils sont justes, considérez que le courrier ne vient pas de nous : n’y répondez pas, ne suivez aucun lien et n’appelez aucun numéro qui s’y trouve. Gardez-le, et prévenez l’organisme dont il se réclame, par un numéro ou une adresse que vous connaissez par ailleurs.',
  ],
  tooMany: 'La vérification n’est pas possible maintenant',
  tooManyText:
    'Trop de références ont été vérifiées. Réessayez dans une heure. D’ici là, traitez le courrier comme s’il n’était pas authentique.',
  again: 'Vérifier une autre référence',
  textsLink: 'Lire les textes envoyés',
  textsTitle: 'Textes envoyés',
  textsIntro:
    'Voici les mots exacts des avis envoyés. Ce qui change d’une personne à l’autre est entre crochets. Un courrier qui dit autre chose n’en fait pas partie.',
  noTexts: 'Aucun texte n’a été publié.',
  noticeLine: (sender, day, channels) =>
    `Depuis le ${day}, par ${channels}. Les e-mails viennent de ${sender}.`,
  nobodyNamed: 'Aucun organisme n’est nommé',
  textTitle: (organisation) => `Avis de ${organisation}`,
  textIntro: 'Les mots exacts. Ce qui change d’une personne à l’autre est entre crochets.',
  lost: 'Pour les personnes dont les fichiers contenaient',
  audiences: {
    person: '',
    guardian: 'Aux responsables d’un mineur',
    heirs: 'À la famille d’une personne décédée',
  },
  sha256: 'SHA-256 du texte tel qu’il a été approuvé',
  name: '[nom]',
  referenceMark: '[référence]',
  toTexts: 'Tous les textes',
};

export const letterWords: Readonly<Record<Language, LetterWords>> = {
  en: english,
  fr: withFrenchSpaces(french),
};
