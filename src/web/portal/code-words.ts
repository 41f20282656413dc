// The words of the page for whoever has a letter with a code, in each language. In: nothing. Out: text. There is one
// sentence for every way in which a code and a date fail.

import type { Language } from '../../report/index.ts';
import { withFrenchSpaces } from '../page/french-spaces.ts';

export interface CodeWords {
  title: string;
  text: string;
  code: string;
  codeHint: string;
  birth: string;
  birthHint: string;
  day: string;
  month: string;
  year: string;
  button: string;
  wrongCode: string;
  wrongBirth: string;
  failed: string;
  noLetter: string;
}

const english: CodeWords = {
  title: 'I have a letter with a code',
  text: 'The letter has a code of 13 digits. Together with your date of birth it shows what was lost about you, and what you can do.',
  code: 'Code of the letter',
  codeHint: '13 digits, such as 1234 5678 9012 3',
  birth: 'Your date of birth',
  birthHint: 'For example 27 3 1985',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  button: 'Show what was lost',
  wrongCode: 'There is a mistake in the code: check its 13 digits against the letter.',
  wrongBirth: 'This is not a date: check day, month and year.',
  failed:
    'For this code and this date of birth nothing can be shown. Check both; after several tries, wait until tomorrow. If it does not work then, ask whoever sent you the letter.',
  noLetter: 'Neither code nor date is kept; of each try it is counted that it was made.',
};

const french: CodeWords = {
  title: 'J’ai une lettre avec un code',
  text: 'La lettre porte un code de 13 chiffres. Avec votre date de naissance, il montre ce qui a été perdu à votre sujet et ce que vous pouvez faire.',
  code: 'Code de la lettre',
  codeHint: '13 chiffres, par exemple 1234 5678 9012 3',
  birth: 'Votre date de naissance',
  birthHint: 'Par exemple 27 3 1985',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  button: 'Montrer ce qui a été perdu',
  wrongCode: 'Il y a une erreur dans le code : comparez ses 13 chiffres à ceux de la lettre.',
  wrongBirth: 'Ce n’est pas une date : vérifiez le jour, le mois et l’année.',
  failed:
    'Pour ce code et cette date de naissance, rien ne peut être montré. Vérifiez les deux ; après plusieurs essais, attendez demain. Si cela ne marche pas alors, demandez à l’expéditeur de la lettre.',
  noLetter: 'Ni le code ni la date ne sont gardés ; de chaque essai, on compte seulement qu’il a eu lieu.',
};

export const codeWords: Readonly<Record<Language, CodeWords>> = { en: english, fr: withFrenchSpaces(french) };
