/**
 * Where people were born, as the NIR writes it: some 36,000 communes of France, Corsica and overseas, and the
 * countries. In: nothing. Out: five digits a place. Which commune a number stands for does not matter here.
 */
import { drawBelow } from '../random.ts';

export interface BirthPlaces {
  home: Uint32Array;
  abroad: Uint32Array;
  /** Corsica in `home`: from the first of 2A, from the first of 2B, to the end. */
  corsica: { a: number; b: number; end: number };
}

/** Communes of the departments 971 to 976; 975 is not numbered this way. */
const overseas: readonly (readonly [department: number, communes: number])[] = [
  [971, 32],
  [972, 34],
  [973, 22],
  [974, 24],
  [976, 17],
];

/** Country codes by continent, first and last. */
const countries: readonly (readonly [first: number, last: number])[] = [
  [101, 157],
  [201, 262],
  [301, 352],
  [401, 442],
  [501, 517],
];

/** An arbitrary constant: the map is the same for every seed. */
const map = 0x46524131;
const fewestCommunes = 120;
const moreCommunes = 520;

export function createBirthPlaces(): BirthPlaces {
  const home: number[] = [];
  const addDepartment = (department: number) => {
    const communes = fewestCommunes + drawBelow(map, 1, department, moreCommunes);
    for (let commune = 1; commune <= communes; commune++) home.push(department * 1000 + commune);
  };
  for (let department = 1; department <= 95; department++) if (department !== 20) addDepartment(department);
  const a = home.length;
  for (let commune = 1; commune <= 124; commune++) home.push(20_000 + commune);
  const b = home.length;
  for (let commune = 1; commune <= 236; commune++) home.push(20_000 + commune);
  const end = home.length;
  for (const [department, communes] of overseas) {
    for (let commune = 1; commune <= communes; commune++) home.push(department * 100 + commune);
  }
  const abroad = countries.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => 99_000 + first + i),
  );
  return { home: Uint32Array.from(home), abroad: Uint32Array.from(abroad), corsica: { a, b, end } };
}
