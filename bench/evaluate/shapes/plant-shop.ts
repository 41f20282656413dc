// A leak of the shop shape with its truth in the evaluator's form. In: a folder, a seed, how many, and a format.

import { join } from 'node:path';
import type { FormatName } from '../../../samples/formats/formats.ts';
import { createShop } from '../../../samples/shop/create-shop.ts';
import { generateShop } from '../../../samples/shop/generate-shop.ts';
import { shopPeople } from '../../../samples/shop/shop-people.ts';
import type { PlantedIdentifier, PlantedLeak } from '../planted-leak.ts';

export async function plantShop(
  folder: string,
  seed: number,
  people: number,
  format: FormatName,
): Promise<PlantedLeak> {
  const path = join(folder, 'shop');
  const truth = await generateShop(path, { seed, people, format });
  const planted = shopPeople(createShop(seed, people));
  return {
    name: `shop as ${format}, seed ${seed}`,
    shape: 'shop',
    dirt: 'default',
    seed,
    isUsualDirt: true,
    paths: [path],
    now: new Date('2023-01-01T00:00:00Z'),
    people,
    testAccounts: truth.testAccounts,
    unprovable: truth.duplicatesUnprovable,
    mentioned: truth.mentioned,
    minors: null,
    deceased: null,
    columns: truth.tables,
    classes: truth.classes,
    forEachPerson(visit) {
      planted.forEach(({ emails, phones, names, birthDates, classes, places }, number) => {
        const own: PlantedIdentifier[] = [...emails].map((text, i) => ({
          sort: 'email',
          text,
          isLink: i === 0,
        }));
        for (const text of phones) own.push({ sort: 'phone', text, isLink: false });
        visit({
          number,
          identifiers: own,
          names: names.flatMap(({ first, last }) =>
            [...birthDates].map((date) => `${first}\t${last}\t${date}`),
          ),
          hasLooseRow: emails.size > 1,
          classes: [...classes],
          places: [...places],
        });
      });
    },
  };
}
