import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { custodyFolder, listCustody, verifyCustody } from '../../src/custody/index.ts';
import { openAge, parseIdentities, parseRecipient, sealToFile } from '../../src/store/age/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../../src/store/index.ts';
import { type MadePackage, makePackage } from '../../src/pipeline/package/make-package.ts';
import { openPackage } from '../../src/pipeline/package/open-package.ts';
import type { PackageSource } from '../../src/pipeline/package/package-source.ts';
import { proofPath, verifyPackage } from '../../src/pipeline/package/verify-package.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';

interface MadeUp {
  folder: string;
  home: InstanceHome;
  record: CaseRecord;
}

/** A sender with a case, in a folder of its own. */
function madeUp(): MadeUp {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = openHome(join(folder, 'sender'));
  return { folder, home, record: openCase(home, 'Made up', new Date()) };
}

interface Keys {
  path: string;
  recipient: string;
}

let ours = '';
let others = '';

beforeAll(async () => {
  [ours, others] = [await generateIdentity(), await generateIdentity()];
});

async function keysIn(folder: string, name: string, identity: string): Promise<Keys> {
  const path = join(folder, name);
  writeFileSync(path, `# made up\n${identity}\n`);
  return { path, recipient: await identityToRecipient(identity) };
}

const fields = ['Record numbers', 'Email addresses'];

/** People 2, 3, 5, … of a case, with a row or two each; and a row of somebody who is not the controller's. */
function madeUpSource(people: number[], rows: { person: number; email: string }[]): PackageSource {
  return {
    controller: { number: 1, name: 'Banque Exemple' },
    people: Int32Array.from(people),
    classesOf: () => ['Email addresses', 'Names'],
    classes: [
      { class: 'Email addresses', people: people.length },
      { class: 'Names', people: people.length },
    ],
    fields,
    tableOf: (part) => `table ${part}`,
    forEachRow(visit) {
      for (const { person, email } of rows)
        visit(person, 0, [
          { field: 0, value: String(person) },
          { field: 1, value: email },
        ]);
      return Promise.resolve([{ sha256: 'a'.repeat(64), bytes: 10 }]);
    },
  };
}

const source = madeUpSource(
  [2, 3, 5],
  [
    { person: 5, email: 'e@example.org' },
    { person: 2, email: 'b@example.org' },
    { person: 4, email: 'd@example.org' },
    { person: 2, email: 'b2@example.org' },
    { person: 2, email: 'b@example.org' },
  ],
);

async function made({ folder, home, record }: MadeUp, name = 'p.age', from = source): Promise<MadePackage> {
  const { recipient } = await keysIn(folder, 'ours.txt', ours);
  return makePackage(home, record, from, { recipient, out: join(folder, name), who: 'Ada Example' });
}

test('a package holds its people, one a line, and opens to what was put in', async () => {
  const sender = madeUp();
  const packed = await made(sender);
  const receiver = openHome(join(sender.folder, 'receiver'));
  const out = join(sender.folder, 'opened');
  const opened = await openPackage(receiver, packed.path, {
    identity: join(sender.folder, 'ours.txt'),
    out,
    who: 'Bo Example',
  });
  expect(opened.manifest).toMatchObject({
    package: packed.package,
    people: 3,
    complete: 2,
    byIdentifier: 0,
    withoutLine: 1,
  });
  expect(readdirSync(out).toSorted()).toEqual(['README.txt', 'manifest.json', 'manifest.sig', 'people.csv']);
  expect(readFileSync(join(out, 'people.csv'), 'utf8').split('\r\n')).toEqual([
    'Person,Data classes,Seen in,Values left out,Record numbers,Email addresses',
    '3,Email addresses | Names,table 0,0,2,b2@example.org | b@example.org',
    '6,Email addresses | Names,table 0,0,5,e@example.org',
    '',
  ]);
  expect(
    Math.max(
      ...readFileSync(join(out, 'README.txt'), 'utf8')
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(81);
  expect(readdirSync(sender.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  for (const home of [sender.home, receiver])
    expect(verifyCustody(custodyFolder(home.path)).problems).toEqual([]);
});

test('a package never holds a person who is not in it, whatever rows say', async () => {
  const sender = madeUp();
  const receiver = openHome(join(sender.folder, 'receiver'));
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 1, maxLength: 20 }),
      fc.array(fc.nat({ max: 60 }), { maxLength: 80 }),
      async (people, rows) => {
        const sorted = people.toSorted((a, b) => a - b);
        const held = rows.map((person) => ({ person, email: `person-${person}@example.org` }));
        const packed = await made(sender, `p${round}.age`, madeUpSource(sorted, held));
        const out = join(sender.folder, `opened-${round++}`);
        await openPackage(receiver, packed.path, {
          identity: join(sender.folder, 'ours.txt'),
          out,
          who: 'Bo Example',
        });
        const found = readFileSync(join(out, 'people.csv'), 'utf8').matchAll(/person-(\d+)@/gu);
        const wanted = new Set(rows.filter((person) => people.includes(person)));
        expect(new Set([...found].map(([, person]) => Number(person)))).toEqual(wanted);
      },
    ),
    { numRuns: 25 },
  );
});

test('a package that is there, or its proof, is replaced only where that is asked for', async () => {
  const sender = madeUp();
  const { path, proof } = await made(sender);
  const before = [readFileSync(path), readFileSync(proof)];
  await expect(made(sender)).rejects.toMatchObject({
    code: 'OUTPUT_NOT_WRITABLE',
    message: `there is a file already: ${path}`,
    hint: expect.stringContaining('--force') as string,
  });
  expect([readFileSync(path), readFileSync(proof)]).toEqual(before);
  rmSync(path);
  await expect(made(sender)).rejects.toThrow(`there is a file already: ${proof}`);
  const { recipient } = await keysIn(sender.folder, 'ours.txt', ours);
  const again = await makePackage(sender.home, sender.record, source, {
    recipient,
    out: path,
    force: true,
    who: 'Ada Example',
  });
  expect(verifyPackage(again.path)).toMatchObject({ ok: true, package: again.package });
});

test('a package without its proof is told to lack it', async () => {
  const sender = madeUp();
  const { path, proof } = await made(sender);
  rmSync(proof);
  const { exit, stdout } = await runTocsin(['verify', path, '--json'], sender.folder);
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    sort: 'package',
    ok: false,
    problems: [{ place: proof, what: expect.stringContaining('this proof is missing') as string }],
  });
});

const hasAge = spawnSync('age', ['--version']).status === 0;

test.skipIf(!hasAge)("anybody's age and tar open it", async () => {
  const sender = madeUp();
  const { path } = await made(sender);
  const ran = spawnSync('sh', ['-c', `age -d -i ours.txt ${path} | tar xzO people.csv | head -c 19`], {
    cwd: sender.folder,
    encoding: 'utf8',
  });
  expect(ran.stdout).toBe('Person,Data classes');
});

test('a changed byte in a package or its proof is found without any identity, with its place', async () => {
  const sender = madeUp();
  const { path } = await made(sender);
  const [file, proof] = [readFileSync(path), readFileSync(proofPath(path))];
  expect(verifyPackage(path)).toMatchObject({ ok: true, problems: [] });
  fc.assert(
    fc.property(fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 255 }), (inProof, seed, change) => {
      const [target, bytes] = inProof ? [proofPath(path), proof] : [path, file];
      const changed = Buffer.from(bytes);
      changed[seed % bytes.length]! ^= change;
      writeFileSync(target, changed);
      const { ok, problems } = verifyPackage(path);
      writeFileSync(target, bytes);
      expect(ok).toBe(false);
      const at = seed % bytes.length;
      const [from, to] = inProof ? spanOf(problems[0]!.place, target) : [at, at];
      expect(from <= at && at <= to).toBe(true);
      expect(inProof || problems[0]?.place === `byte 0 to ${file.length}`).toBe(true);
    }),
  );
  writeFileSync(path, file.subarray(0, -1));
  expect(verifyPackage(path).problems).toContainEqual({
    place: `byte ${file.length - 1}`,
    what: expect.stringContaining('cut'),
  });
});

/** The bytes that a place in a proof names. */
function spanOf(place: string, path: string): [from: number, to: number] {
  const [, from, to = from] = /^, .*byte (\d+)(?: to (\d+))?/u.exec(place.slice(path.length)) ?? [];
  return [Number(from), Number(to)];
}

test('a changed digit in what a proof says of the file is told by its byte', async () => {
  const sender = madeUp();
  const { path, proof, sha256 } = await made(sender);
  const text = readFileSync(proof, 'utf8');
  for (const [field, at] of [
    ['package', text.indexOf('\npackage ') + 11],
    ['sha256', text.indexOf(sha256) + 7],
    ['hash of MiB 1', text.indexOf('mib ') + 9],
  ] as const) {
    const changed = text.slice(0, at) + (text[at] === '3' ? '4' : '3') + text.slice(at + 1);
    writeFileSync(proof, changed);
    const line = text.slice(0, at).split('\n').length;
    expect(verifyPackage(path).problems[0]?.place).toBe(`${proof}, byte ${at}, line ${line} (${field})`);
  }
});

test('a changed, forwarded, repeated, old or foreign package is refused, and nothing is written', async () => {
  const sender = madeUp();
  const { folder } = sender;
  const receiver = openHome(join(folder, 'receiver'));
  const first = await made(sender, 'first.age');
  const second = await made(sender, 'second.age');
  const identity = join(folder, 'ours.txt');
  const theirs = await keysIn(folder, 'theirs.txt', others);
  const open = (path: string, options: { identity?: string; publicKey?: string; out?: string } = {}) =>
    openPackage(receiver, path, { identity, out: join(folder, 'out'), who: 'Bo Example', ...options });

  const bytes = readFileSync(first.path);
  const changed = join(folder, 'changed.age');
  writeFileSync(changed, bytes.with(bytes.length - 40, bytes.at(-40)! ^ 1));
  await expect(open(changed)).rejects.toThrow(/chunk 1 was changed|damaged/u);
  await expect(open(first.path, { identity: theirs.path })).rejects.toMatchObject({ code: 'SEALED_KEY' });

  using sealed = await openAge(first.path, parseIdentities(ours));
  const forwarded = join(folder, 'forwarded.age');
  await sealToFile(forwarded, sealed.stream(), [parseRecipient(theirs.recipient)]);
  await expect(open(forwarded, { identity: theirs.path })).rejects.toThrow('made for another recipient');

  const other = madeUp();
  const foreign = await made(other);
  await expect(open(first.path, { publicKey: foreign.manifest.publicKey })).rejects.toThrow(
    'another instance',
  );
  expect(existsSync(join(folder, 'out'))).toBe(false);

  await open(second.path, { out: join(folder, 'taken') });
  await expect(open(second.path)).rejects.toThrow('received before');
  await expect(open(first.path)).rejects.toThrow('this is an old one');
  expect(existsSync(join(folder, 'out'))).toBe(false);
  const log = [...listCustody(receiver, () => null)].map(({ what, result }) => `${what} ${result}`);
  expect(log.filter((line) => line === 'package.open refused')).toHaveLength(6);
});

test('a package whose source fails leaves nothing but an entry that says so', async () => {
  const sender = madeUp();
  const failing = { ...source, forEachRow: () => Promise.reject(new Error('made up')) };
  await expect(made(sender, 'p.age', failing)).rejects.toThrow('made up');
  expect(readdirSync(sender.folder).toSorted()).toEqual(['ours.txt', 'sender']);
  const log = [...listCustody(sender.home, () => sender.record.key)];
  expect(log.map(({ result }) => result)).toEqual(['begun', 'failed']);
});
