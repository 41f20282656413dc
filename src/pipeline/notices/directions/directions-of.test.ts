import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openCase, openHome, openVault } from '../../../store/index.ts';
import { storedHash } from '../../../store/index.ts';
import { createIdentifierHasher } from '../../identifier-hasher.ts';
import { readCsvRows } from './csv-rows.ts';
import { readDirectionLines } from './direction-lines.ts';
import { directionsOf } from './directions-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-directions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const record = openCase(openHome(join(folder, 'home')), null, new Date('2026-11-23T10:00:00Z'));

function file(text: string | Buffer): string {
  const path = join(folder, 'directions.csv');
  writeFileSync(path, text);
  return path;
}

function refusal(text: string): string {
  try {
    readDirectionLines(file(text));
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

/** Null where nothing is thrown. */
function codeOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

function withPeople<T>(emails: string[][], work: (vault: ReturnType<typeof openVault>) => T): T {
  using vault = openVault(record);
  const hash = createIdentifierHasher(vault.seed, { few: true });
  vault.db.exec(
    `DELETE FROM identifier; DELETE FROM person; DELETE FROM sort; INSERT INTO sort VALUES (1, 'email')`,
  );
  const insert = vault.db.prepare('INSERT INTO identifier VALUES (1, ?, ?)');
  for (const [person, own] of emails.entries()) {
    vault.db.prepare('INSERT INTO person VALUES (?, 0, 0)').run(person);
    for (const email of own) insert.run(storedHash(...hash('email', email)!), person);
  }
  return work(vault);
}

describe('directions for single people', () => {
  test('a person is found by number, customer number or any of his addresses', () => {
    const path = file(
      'person;customer;email;direction;reason\n2;;;no-mail;\n;K-7;;former;\n;;Ada@Example.org;language=fr;\n;;nobody@example.net;deceased;\n',
    );
    withPeople([['ada@example.org', 'ada@work.example.org'], ['bert@example.org']], (vault) => {
      const directions = directionsOf(path, vault);
      expect(directions.of(0, null, null)?.language).toBe('fr');
      expect([...directions.of(1, null, null)!.without]).toEqual(['e']);
      expect(directions.of(7, 'K-7', null)?.isFormer).toBe(true);
      expect(directions.of(5, null, null)).toBeNull();
      expect(directions.unmatched()).toEqual([5]);
    });
  });

  test('an address that only a directory gives finds him too', () => {
    const path = file('email,direction\nAda@example.net,no-letter\n');
    withPeople([['ada@example.org']], (vault) => {
      expect([...directionsOf(path, vault).of(0, null, 'ada@Example.net')!.without]).toEqual(['l']);
    });
  });

  test('lines of one person hold together, and who is protected is written to at one place only', () => {
    const path = file(
      'person,direction,name,address,country\n1,protected,Ada Example,"Box 7|75001 PARIS",fr\n1,language=en,,,\n',
    );
    withPeople([['ada@example.org']], (vault) => {
      expect(directionsOf(path, vault).of(0, null, null)).toMatchObject({
        onlyAt: { name: 'Ada Example', lines: ['Box 7', '75001 PARIS'], country: 'FR', email: null },
        language: 'en',
      });
    });
  });

  test('an address of several people names nobody, but turns a channel off for all of them', () => {
    withPeople([['home@example.org'], ['home@example.org']], (vault) => {
      const off = directionsOf(file('email,direction\nhome@example.org,no-letter\n'), vault);
      expect([0, 1].map((person) => off.of(person, null, null)?.without.has('l'))).toEqual([true, true]);
      expect(() => directionsOf(file('email,direction\nhome@example.org,deceased\n'), vault)).toThrow(
        /^line 2 of .* may mean several people/u,
      );
    });
  });

  test.each([
    ['email,direction\nada@example.org,burn\n', 'line 2: its direction is none that is known'],
    ['email,direction\n,deceased\n', 'line 2: it says of nobody'],
    ['email,direction\nada,deceased\n', 'line 2: the e-mail address is none'],
    ['email,direction,reason\nada@example.org,not-to-be-told,\n', 'line 2: it lacks the reason'],
    ['person,direction\n0,deceased\n', 'line 2: the number of the person is none'],
    ['person,direction\n1,guardian\n', 'line 2: it says of nobody who is written to instead'],
    ['person,direction,on,by\n1,told-otherwise,2026-02-30,Ada\n', 'line 2: it lacks the day'],
    ['person,direction,address\n1,protected,Box 7\n', 'line 2: the address has one line only'],
    [
      'person,direction,to-email\n1,deceased,a@example.org\n',
      'line 2: a contact does not go with its direction',
    ],
    ['person,direction\n1,"dece', 'line 2 of'],
    ['name,direction\nAda,deceased\n', 'has to name its columns'],
  ])('%j is refused by its line', (text, fault) => {
    expect(refusal(text)).toContain(fault);
  });

  test('all wrong lines are told at once, and none of what stands in them', () => {
    const message = refusal(
      'email,direction\nada@example.org,burn\nbert@example.org,no-mail\ncarla,former\n',
    );
    expect(message).toContain('line 2');
    expect(message).toContain('line 4');
    expect(message).not.toMatch(/burn|ada|carla/u);
  });

  test('any bytes are read or refused, and what is quoted comes back as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const path = file(Buffer.concat([Buffer.from('person,direction\n'), bytes]));
        expect(['TABLE_WRONG', null]).toContain(codeOf(() => readDirectionLines(path)));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), (values) => {
        const line = values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
        const { rows } = readCsvRows(file(`a,b,c,d\n${line}\n`));
        expect(rows[0]?.values).toEqual(values);
      }),
    );
  });
});
