// What stands around every page, in each language. In: nothing. Out: words.

import type { Language } from '../../report/index.ts';
import { withFrenchSpaces } from './french-spaces.ts';

export interface PageWords {
  service: string;
  skip: string;
  places: string;
  ask: string;
  code: string;
  letter: string;
  privateLookUp: string;
  notifyMe: string;
  breaches: string;
  optOut: string;
  otherLanguage: string;
  noCookies: string;
  contact: (contact: string) => string;
}

const english: PageWords = {
  service: 'Am I in it?',
  skip: 'Go to the content',
  places: 'Pages',
  ask: 'Ask by e-mail address',
  code: 'I have a letter',
  letter: 'Is it real?',
  privateLookUp: 'Ask by number',
  notifyMe: 'Tell me from now on',
  breaches: 'All breaches',
  optOut: 'Take me out',
  otherLanguage: 'Français',
  noCookies: 'This site sets no cookies, loads nothing from elsewhere and follows nobody.',
  contact: (contact) => `Contact: ${contact}`,
};

const french: PageWords = {
  service: 'Suis-je concerné ?',
  skip: 'Aller au contenu',
  places: 'Pages',
  ask: 'Demander par adresse e-mail',
  code: 'J’ai reçu une lettre',
  letter: 'Est-elle authentique ?',
  privateLookUp: 'Demander par numéro',
  notifyMe: 'M’avertir désormais',
  breaches: 'Toutes les fuites',
  optOut: 'Me retirer',
  otherLanguage: 'English',
  noCookies: 'Ce site ne dépose aucun cookie, ne charge rien d’ailleurs et ne suit personne.',
  contact: (contact) => `Contact : ${contact}`,
};

export const pageWords: Readonly<Record<Language, PageWords>> = { en: english, fr: withFrenchSpaces(french) };
