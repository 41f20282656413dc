/*
 * Files that come into a case one delivery after the other give the same people as if they had been examined together:
 * the same counts and bounds, and each person with the same identifiers and the same rows.
 */
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { caseSummary, examineIntoCase, findPerson, resolveCase } from '../../src/pipeline/index.ts';
import { type CaseRecord, openHome, openVault, writeDelivery } from '../../src/store/index.ts';
import { caseOfDeliveries, contentOf } from './case-people.fixture.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = openHome(join(folder, 'home'));

/** One seed that nobody has seen; the title names it, so that a failure can be made again. */
const unseen = Date.now() % 1_000_000_000;

async function expectSame(deliveries: string[][]): Promise<CaseRecord> {
  const apart = await caseOfDeliveries(home, deliveries);
  const together = contentOf(await caseOfDeliveries(home, [deliveries.flat()]));
  const content = contentOf(apart);
  expect(content.totals).toEqual(together.totals);
  expect(content.people.length).toBeGreaterThan(100);
  expect(content.people).toEqual(together.people);
  return apart;
}

/** A dump in two files, at the line after that of `share` of all. */
function cutDump(path: string, share: number): [string, string] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = Math.floor(lines.length * share);
  const parts: [string, string] = [`${path}-first.sql`, `${path}-second.sql`];
  writeFileSync(parts[0], `${lines.slice(0, at).join('\n')}\n`);
  writeFileSync(parts[1], lines.slice(at).join('\n'));
  return parts;
}

/** A dump in two files, of which only the first one says what the tables are. */
function dealStatements(path: string): [string, string] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const isSecond = lines.map((line, i) => line.startsWith('INSERT') && i % 2 === 0);
  const parts: [string, string] = [`${path}-with-tables.sql`, `${path}-rows.sql`];
  writeFileSync(parts[0], lines.filter((_, i) => !isSecond[i]).join('\n'));
  writeFileSync(parts[1], `${lines.filter((_, i) => isSecond[i]).join('\n')}\n`);
  return parts;
}

describe.each([3, unseen])('seed %i', (seed) => {
  test('a register in two extracts, one after the other', async () => {
    const where = join(folder, `register-${seed}`);
    const { truth } = await makeExtracts(where, { seed, people: 1000, dirt: 'default', format: 'both' }, 120);
    const [fixed, csv] = [join(where, 'demandeurs.txt'), join(where, 'inscriptions.csv')];
    for (const deliveries of [
      [[fixed], [csv]],
      [[csv], [fixed]],
    ]) {
      const { people } = caseSummary(await expectSame(deliveries));
      expect(people!.min).toBeLessThanOrEqual(truth.people);
      expect(people!.max).toBeGreaterThanOrEqual(truth.people);
    }
  });

  test('a dump cut in two, and one whose second part does not say what its tables are, in either order', async () => {
    const path = join(folder, `dump-${seed}.sql`);
    await plantSample(path, { seed, people: 400, sizeBytes: 1_000_000 });
    for (const [first, second] of [cutDump(path, 0.5), dealStatements(path)]) {
      await expectSame([[first], [second]]);
      await expectSame([[second], [first]]);
    }
  });

  test('a shop table by table, its rows of nobody first', async () => {
    const path = join(folder, `shop-${seed}`);
    await generateShop(path, { seed, people: 300, format: 'csv' });
    const files = ['orders', 'newsletter', 'products', 'customers'].map((name) => join(path, `${name}.csv`));
    await expectSame(files.map((file) => [file]));
    await expectSame([files.slice(2), files.slice(0, 2)]);
  });
});

test('whatever rows of a table come in which of its parts, in whatever order', async () => {
  const header = 'id;email;nom;prenom;date_naissance;telephone';
  const row = (i: number, email: number, name: number) =>
    `${i};membre${email}@example.org;${['ALDERMOOR', 'BIRCHMERE', 'COLDWICK'][name % 3]};${['Anna', 'Bruno'][name % 2]};19${60 + (name % 30)}-03-${String((name % 28) + 1).padStart(2, '0')};+3363998${String(i % 9000).padStart(4, '0')}`;
  const crowd = (part: number) =>
    Array.from({ length: 60 }, (_, i) => row(1000 * (part + 1) + i, 500 * (part + 1) + i, i + part));
  const rows = fc.array(fc.tuple(fc.nat(2), fc.nat(40), fc.nat(25), fc.nat(9)), { maxLength: 40 });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (given, isReversed) => {
      const where = join(folder, `dealt-${++runs}`);
      mkdirSync(where);
      const files = [0, 1, 2].map((part) => {
        const path = join(where, `membres-part${part}.csv`);
        const dealt = given.filter(([to]) => to === part).map(([, id, email, name]) => row(id, email, name));
        writeFileSync(path, `${[header, ...crowd(part), ...dealt].join('\n')}\n`);
        return path;
      });
      await expectSame((isReversed ? files.toReversed() : files).map((file) => [file]));
    }),
    { numRuns: 4 },
  );
});

describe('a case of several deliveries', () => {
  const people = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => from + i).map(
      (n) =>
        `${n},personne${n}@example.org,Prenom${n} Nom,19${60 + (n % 30)}-02-${String((n % 28) + 1).padStart(2, '0')}`,
    );
  const write = (name: string, rows: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${['id,email,name,birth_date', ...rows].join('\n')}\n`);
    return path;
  };
  const spring = write('spring.csv', people(0, 80));
  const autumn = write('autumn.csv', people(40, 120));

  test('tells of one person what each delivery holds, and counts him once', async () => {
    const record = await caseOfDeliveries(home, [[spring], [autumn]]);
    expect(caseSummary(record).people).toMatchObject({ count: 120 });
    const { people: found, deliveries } = findPerson(record, { identifier: 'personne50@example.org' })!;
    expect(deliveries.map(({ delivery, files }) => [delivery, files.map(({ path }) => path)])).toEqual([
      [1, [spring]],
      [2, [autumn]],
    ]);
    expect(found).toHaveLength(1);
    const email = found[0]!.classes.find((entry) => entry.class === 'Email addresses');
    expect(email!.seen.map(({ delivery, table, files, rows }) => [delivery, table, files, rows])).toEqual([
      [1, 'spring', [spring], 1],
      [2, 'autumn', [autumn], 1],
    ]);
  });

  test('the same files again take the place of their delivery; files of another one too are told', async () => {
    const record = await caseOfDeliveries(home, [[spring], [autumn]]);
    const before = contentOf(record);
    const again = await examineIntoCase([autumn], record, { now: new Date('2026-11-23T10:00:00Z') });
    expect(again.kept).toMatchObject({ delivery: 3, replaced: [{ delivery: 2 }], alsoIn: [], deliveries: 2 });
    expect(contentOf(record)).toEqual(before);
    const winter = write('winter.csv', people(100, 160));
    const { kept } = await examineIntoCase([autumn, winter], record, {});
    expect(kept.replaced.map(({ delivery }) => delivery)).toEqual([3]);
    const both = await examineIntoCase([winter, spring], record, {});
    expect(both.kept).toMatchObject({
      delivery: 5,
      replaced: [{ delivery: 1 }],
      alsoIn: [{ path: winter, delivery: 4 }],
    });
    expect(caseSummary(record).people).toMatchObject({ count: 160 });
  });

  test('a dump that came twice, with others, holds no more people than once', async () => {
    const dump = join(folder, 'twice.sql');
    await plantSample(dump, { seed: 8, people: 200, sizeBytes: 1_500_000 });
    const once = await caseOfDeliveries(home, [[dump, spring]]);
    const twice = await caseOfDeliveries(home, [
      [dump, autumn],
      [dump, spring],
    ]);
    const counted = (record: CaseRecord) => caseSummary(record).people!.count;
    // forty more are in the second list
    expect(counted(twice)).toBe(counted(once) + 40);
  });

  test('another file in the place of one that was read is another table', async () => {
    const path = write('changing.csv', people(0, 60));
    const record = await caseOfDeliveries(home, [[path]]);
    rmSync(path);
    write('changing.csv', people(30, 90));
    appendFileSync(path, '200,somebody@example.org,Somebody Else,1970-01-01\n');
    const { kept } = await examineIntoCase([path], record, {});
    expect(kept).toMatchObject({ delivery: 2, replaced: [], deliveries: 2, people: { count: 91 } });
    const resolved = resolveCase(record);
    expect(resolved.parts.map(({ table }) => table)).toEqual([0, 1]);
  });

  test('resolved again, people have the numbers that they have in the vault', async () => {
    const record = await caseOfDeliveries(home, [[spring], [autumn]]);
    const resolved = resolveCase(record, { bounds: false });
    using vault = openVault(record);
    const owner = vault.db
      .prepare(
        `SELECT person FROM identifier JOIN sort USING (sort) WHERE name = 'email' AND hash = CAST(? AS INTEGER)`,
      )
      .pluck();
    let compared = 0;
    resolved.index.forEachIdentifier((person, sort, low, high) => {
      if (sort !== 'email') return;
      const hash = BigInt.asIntN(64, (BigInt(low) << 32n) | BigInt(high));
      expect(owner.get(hash)).toBe(person);
      compared++;
    });
    expect(compared).toBe(160);
    const rows = resolved.parts.map(({ table, first, count }) =>
      Array.from({ length: count }, (_, i) => resolved.index.personOf(table, first + i)),
    );
    expect(rows.map((of) => new Set(of).size)).toEqual([80, 80]);
    expect(new Set(rows.flat()).size).toBe(120);
  });

  test('a minor is who was one when it happened', async () => {
    const young = write(
      'young.csv',
      Array.from(
        { length: 60 },
        (_, i) => `${i},jeune${i}@example.org,Prenom${i} Nom,2005-0${7 + (i % 3)}-${10 + (i % 19)}`,
      ),
    );
    const now = new Date('2026-11-23T10:00:00Z');
    const record = await caseOfDeliveries(home, [[young]]);
    expect(caseSummary(record).people!.minors).toBe(0);
    await examineIntoCase([young], record, { now, asOf: new Date('2023-06-14T00:00:00Z') });
    expect(caseSummary(record).people!.minors).toBe(60);
  });

  test('what another version kept can be replaced, and nothing is added to it', async () => {
    const record = await caseOfDeliveries(home, [[spring]]);
    const written = Buffer.from(JSON.stringify({ version: 0 }));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(written.length));
    writeDelivery(record, 1, [length, written]);
    const outdated = expect.objectContaining({ code: 'DELIVERY_OUTDATED' });
    expect(() => resolveCase(record)).toThrow(outdated);
    await expect(examineIntoCase([autumn], record, {})).rejects.toThrow(outdated);
    expect(findPerson(record, { identifier: 'personne5@example.org' })!.people).toHaveLength(1);
    await examineIntoCase([spring, autumn], record, {});
    expect(resolveCase(record).people.count).toBe(120);
  });

  test('one whose schema came too late is read again, or told where its file is gone', async () => {
    const path = join(folder, 'late.sql');
    await plantSample(path, { seed: 12, people: 200, sizeBytes: 900_000 });
    const [tables, rows] = dealStatements(path);
    const record = await caseOfDeliveries(home, [[rows]]);
    const told: number[] = [];
    const { kept } = await examineIntoCase([tables], record, { onAgain: (delivery) => told.push(delivery) });
    expect([told, kept.again, kept.gone]).toEqual([[1], [1], []]);
    const other = await caseOfDeliveries(home, [[rows]]);
    rmSync(rows);
    const { kept: keptLater } = await examineIntoCase([tables], other, {});
    expect([keptLater.again, keptLater.gone]).toEqual([[], [1]]);
  });
});
