// A leak of a shape that knows no dirt but the default, and nobody's age or death. In: the truth its generator tells,
// and what only the shape knows. Out: the same in the evaluator's form.

import type { Truth } from '../../../samples/michael-page/truth.ts';
import type { ShopTruth } from '../../../samples/shop/shop-truth.ts';
import type { PlantedIdentifier, PlantedLeak } from '../planted-leak.ts';

type OfTheShape = Pick<PlantedLeak, 'name' | 'seed' | 'paths' | 'now' | 'people' | 'forEachPerson'>;

export function leakOfUsualDirt(truth: Truth | ShopTruth, ofTheShape: OfTheShape): PlantedLeak {
  return {
    ...ofTheShape,
    shape: truth.shape,
    dirt: 'default',
    isUsualDirt: true,
    testAccounts: truth.testAccounts,
    unprovable: truth.duplicatesUnprovable,
    mentioned: truth.mentioned,
    minors: null,
    deceased: null,
    columns: truth.tables,
    classes: truth.classes,
  };
}

/** The first address links a person's rows; the others and the telephones may be shared. */
export function contactIdentifiers(emails: Iterable<string>, phones: Iterable<string>): PlantedIdentifier[] {
  const own: PlantedIdentifier[] = [...emails].map((text, i) => ({ sort: 'email', text, isLink: i === 0 }));
  for (const text of phones) own.push({ sort: 'phone', text, isLink: false });
  return own;
}
