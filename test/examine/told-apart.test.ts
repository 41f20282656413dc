/*
 * People who share something are not made one: a wrong merge would tell one what the other lost.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const consonants = 'BCDFGLMNPRTV';
const vowels = 'AEIOU';

/** A made-up name of two syllables and an ending, another for each number. */
function name(i: number, ending: string): string {
  const syllable = (n: number) => consonants[n % 12]! + vowels[Math.floor(n / 12) % 5]!;
  return syllable(i) + syllable(Math.floor(i / 60)) + ending;
}

async function peopleOf(file: string, text: string) {
  const path = join(folder, file);
  writeFileSync(path, text);
  return (await examine([path])).people;
}

describe('people who share something', () => {
  test('passengers of one booking account are not its holder, though the family’s name is the same', async () => {
    const families = 120;
    const users = Array.from(
      { length: families },
      (_, i) => `(${i + 1},'${name(i, 'RINE')}','${name(i, 'SSON')}','user${i}@example.com')`,
    );
    const passengers = Array.from({ length: families }, (_, i) =>
      ['RINE', 'LOT', 'MIN'].map(
        (ending, k) => `(${i * 3 + k + 1},${i + 1},'${name(i, ending)}','${name(i, 'SSON')}')`,
      ),
    ).flat();
    const people = await peopleOf(
      'booking.sql',
      `CREATE TABLE users (id int NOT NULL, first_name varchar(50), last_name varchar(50), email varchar(99), PRIMARY KEY (id));
INSERT INTO users VALUES ${users.join(',')};
CREATE TABLE passengers (id int NOT NULL, user_id int NOT NULL, first_name varchar(50), last_name varchar(50), PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id));
INSERT INTO passengers VALUES ${passengers.join(',')};\n`,
    );
    expect(people.count).toBe(families * 3);
  });

  test('accounts with a telephone in common are as many people as they have logins', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) =>
        `login${i};0639980${String(i >> 1).padStart(3, '0')};19${50 + (i % 40)}-0${1 + (i % 9)}-1${i % 9}`,
    );
    const people = await peopleOf('accounts.csv', `username;phone;birth_date\n${rows.join('\n')}\n`);
    expect(people.count).toBe(200);
  });

  test('father and son with one name and one address are two, a date mistyped is one', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const person = (born: string) => `${name(i, 'RINE')};${name(i, 'SSON')};house${i}@example.com;${born}`;
      return [
        person(`19${40 + (i % 15)}-03-1${i % 9}`),
        person(`19${70 + (i % 15)}-10-25`),
        person(`19${70 + (i % 15)}-10-26`),
      ];
    }).flat();
    const people = await peopleOf(
      'members.csv',
      `first_name;last_name;email;birth_date\n${rows.join('\n')}\n`,
    );
    expect(people).toMatchObject({ count: 80, max: 80 });
    expect(people.min).toBeLessThanOrEqual(80);
  });
});
