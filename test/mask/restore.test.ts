/*
 * A masked dump is a dump: real servers load it, hold it to its constraints, count and join the same rows, and dump the same
 * data again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import {
  hasMariadb,
  hasPostgres,
  type RealDatabase,
  startDebianPostgres,
  startMariadb,
} from './database.fixture.ts';
import { madePeople, peopleScript } from './people-database.fixture.ts';

const folder = scratchFolder();
const people = madePeople(300);
const patience = 120_000;

const servers: { name: 'mariadb' | 'postgresql'; isHere: boolean; start: () => Promise<RealDatabase> }[] = [
  { name: 'mariadb', isHere: hasMariadb, start: startMariadb },
  { name: 'postgresql', isHere: hasPostgres, start: startDebianPostgres },
];

/** What must be the same before and after. */
const sameAnswers = [
  'select count(*) from people',
  'select count(*) from accounts',
  'select count(*) from orders',
  'select count(distinct email), count(distinct nir), count(distinct iban), count(phone) from people',
  'select count(*) from orders o join people p on o.contact_email = p.email join accounts a on a.email = p.email',
  'select o.id, o.person_id, p.id, o.amount from orders o join people p on o.contact_email = p.email order by o.id',
  'select count(*) from buyers',
  'select id, sex, created_at from people order by id',
];

describe.each(servers)('$name', ({ name, isHere, start }) => {
  test.skipIf(!isHere)(
    'restores the masked dump and dumps the same data again',
    async () => {
      await using database = await start();
      database.create('original');
      database.load('original', peopleScript(people, name));
      const home = { env: { TOCSIN_HOME: join(folder, `home-${name}`) } };
      const source = join(folder, `${name}.sql`);
      const plan = join(folder, `${name}.yaml`);
      const out = join(folder, `${name}-masked.sql`);
      writeFileSync(source, database.dump('original'));
      const planned = await runTocsin(['mask', 'plan', source, '--out', plan], '.', home);
      expect(planned).toMatchObject({ exit: 0 });
      const masked = await runTocsin(
        ['mask', source, '--out', out, '--key', 'tests', '--plan', plan],
        '.',
        home,
      );
      expect(masked).toMatchObject({ exit: 0 });

      const script = readFileSync(out);
      database.create('masked');
      database.load('masked', script);
      for (const sql of sameAnswers)
        expect(database.query('masked', sql), sql).toEqual(database.query('original', sql));
      expect(sorted(database.dump('masked'))).toEqual(sorted(script.toString()));

      const text = script.toString().toLowerCase();
      for (const { email, nir, iban, phone, firstName, lastName } of people)
        for (const real of [email, nir, iban, phone, phone.replaceAll(' ', ''), `${firstName} ${lastName}`])
          expect(text.includes(real.toLowerCase()), `a value of ${name} is left`).toBe(false);
    },
    patience,
  );
});

/**
 * Lines in order: tables are dumped in the order of their primary keys, which are other ones after masking. Who defined a
 * trigger is not told in the copy; a server then names who loaded it.
 */
function sorted(dump: string): string[] {
  return dump
    .replaceAll(/DEFINER=\S+/gu, 'DEFINER')
    .split('\n')
    .map((line) => line.replace(/[,;]$/u, ''))
    .toSorted();
}
