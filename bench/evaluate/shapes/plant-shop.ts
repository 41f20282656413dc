// A leak of the shop shape with its truth in the evaluator's form. In: a folder, a seed, how many, and a format.

import { join } from 'node:path';
import type { FormatName } from '../../../samples/formats/formats.ts';
import { createShop } from '../../../samples/shop/create-shop.ts';
import { generateShop } from '../../../samples/shop/generate-shop.ts';
import { shopPeople } from '../../../samples/shop/shop-people.ts';
import type { PlantedLeak } from '../planted-leak.ts';
import { contactIdentifiers, leakOfUsualDirt } from './leak-of-usual-dirt.ts';

export async function plantShop(
  folder: string,
  seed: number,
  people: number,
  format: FormatName,
): Promise<PlantedLeak> {
  const path = join(folder, 'shop');
  const truth = await generateShop(path, { seed, people, format });
  const planted = shopPeople(createShop(seed, people));
  return leakOfUsualDirt(truth, {
    name: `shop as ${format}, seed ${seed}`,
    seed,
    paths: [path],
    now: new Date('2023-01-01T00:00:00Z'),
    people,
    forEachPerson(visit) {
      planted.forEach(({ emails, phones, names, birthDates, classes, places }, number) => {
        visit({
          number,
          identifiers: contactIdentifiers(emails, phones),
          names: names.flatMap(({ first, last }) =>
            [...birthDates].map((date) => `${first}\t${last}\t${date}`),
          ),
          hasLooseRow: emails.size > 1,
          classes: [...classes],
          places: [...places],
        });
      });
    },
  });
}
