/*
 * The order in which rows stand in a file, or threads read them, decides nothing about people.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const head = 'NIR;NOM;PRENOM;DATE_NAISSANCE';

/** A valid number for a made-up holder. */
function nir(order: number): string {
  const body = `18505780060${String(order).padStart(2, '0')}`;
  return body + String(97 - (Number(body) % 97)).padStart(2, '0');
}

/** Of one number: a row like two others that are unlike; another person's row; a date with day and month swapped. */
const alike = [
  `${nir(1)};MARTELAIN;JEANNE;1985-05-02`,
  `${nir(1)};MARTELAIN;JEANNETTE;1985-05-02`,
  `${nir(1)};OUBRACHE;JEANNETTE;1985-05-02`,
  `${nir(1)};VORLANDE;PIERRICK;1971-11-23`,
  `${nir(2)};TALVESQUE;ODETTE;1985-05-02`,
  `${nir(2)};KERVADEC;ODETTE;1985-02-05`,
];
const letters = 'BCDFGKLMNPRSTV';
const others = Array.from({ length: 60 }, (_, i) => {
  const name = `${letters[i % 14]}A${letters[(i * 5) % 14]}E${letters[Math.floor(i / 14)]}OR`;
  return `${nir(10 + i)};${name};${name}INE;19${40 + (i % 50)}-0${1 + (i % 9)}-1${i % 9}`;
});

async function peopleOf(rows: readonly string[]) {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, `${[head, ...rows].join('\n')}\n`);
  const { count, min, max } = (await examine([path])).people;
  return { count, min, max };
}

describe('rows with one number of a person', () => {
  test('are the same people in any order', async () => {
    const usual = await peopleOf([...alike, ...others]);
    expect(usual.count).toBe(others.length + 3);
    for (let turn = 1; turn < alike.length; turn++) {
      const turned = [...alike.slice(turn), ...alike.slice(0, turn)];
      expect(await peopleOf([...turned, ...others]), `turned by ${turn}`).toEqual(usual);
      expect(await peopleOf([...turned.toReversed(), ...others]), `reversed, by ${turn}`).toEqual(usual);
    }
  });
});
