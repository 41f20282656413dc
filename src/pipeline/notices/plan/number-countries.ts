// In which country somebody has a number of his own, such as a NIR: a sign of where he lives, the last one. In: an open
// vault. Out: by person a country, null where he has no such number or several countries gave him one. One byte a person.

import { identifierOf, type ValidatorName, validatorIds } from '../../../recognise/index.ts';
import { sortsIn, type Vault } from '../../../store/index.ts';

const several = 255;

/** `people`: numbers run from 0 to this. */
export function readNumberCountries(
  { db }: Pick<Vault, 'db'>,
  people: number,
): (person: number) => string | null {
  const countries: string[] = [''];
  const countryOf = new Uint8Array(people);
  for (const sort of sortsIn(db)) {
    const id = validatorIds[sort as ValidatorName];
    const identifier = id === undefined ? null : identifierOf(id);
    if (identifier === null || identifier.subject !== 'person' || identifier.country === null) continue;
    let place = countries.indexOf(identifier.country);
    if (place < 0) place = countries.push(identifier.country) - 1;
    const persons = db
      .prepare('SELECT person FROM identifier WHERE sort = (SELECT sort FROM sort WHERE name = ?)')
      .pluck()
      .iterate(sort) as Iterable<number>;
    for (const person of persons) {
      const known = countryOf[person]!;
      countryOf[person] = known === 0 || known === place ? place : several;
    }
  }
  return (person) => countries[countryOf[person]!] || null;
}
