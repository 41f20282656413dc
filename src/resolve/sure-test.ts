// Whether a test identity is one beyond doubt: two of address, user name and full name are made of nothing but test words,
// and not all of pet names. In: what a row says of each. Out: yes or no. One sign alone may be somebody who hides.

import { isTestIdentity, validatorIds } from '../recognise/index.ts';
import type { Gathered } from './table-plan.ts';

/** Test words by which somebody may be known to friends. */
const petName = /^\W*(?:toto|tutu|titi|tata|foo)\d*\W*$/iu;

/** `textOf` decodes what the row has in a gathered column. */
export function isSureTest(gathered: readonly Gathered[], textOf: (entry: Gathered) => string): boolean {
  const texts = (is: (entry: Gathered) => boolean) => gathered.filter(is).map(textOf);
  const locals = [
    texts(({ normal }) => normal === 'email').map((address) => address.split('@')[0]!),
    texts(({ validator }) => validator === validatorIds.username),
  ];
  const accounts = locals.filter(
    (words) => words.length > 0 && words.every((word) => isTestIdentity({ email: `${word}@example.test` })),
  );
  const names = texts(({ normal }) => normal.endsWith(' name')).filter((name) => name.trim() !== '');
  const isNamed = /\p{L}\P{L}+\p{L}/u.test(names.join(' ')) && isTestIdentity({ names });
  if (accounts.length + (isNamed ? 1 : 0) < 2) return false;
  return isNamed || !accounts.flat().every((word) => petName.test(word));
}
