/*
 * What a receiver takes, and how often: each package of a sender once, whatever becomes of the sender's custody log,
 * whoever else sends packages of the same case, and wherever either side is stopped.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { custodyFolder, listCustody, renewCustody } from '../../src/custody/index.ts';
import { type MadePackage, makePackage } from '../../src/pipeline/package/make-package.ts';
import { type OpenedPackage, openPackage } from '../../src/pipeline/package/open-package.ts';
import type { PackageSource } from '../../src/pipeline/package/package-source.ts';
import { takeOnce } from '../../src/pipeline/package/take-once.ts';
import { proofPath, verifyPackage } from '../../src/pipeline/package/verify-package.ts';
import {
  type CaseRecord,
  type InstanceHome,
  noteReceived,
  openCase,
  openHome,
} from '../../src/store/index.ts';

let identity = '';
let recipient = '';

beforeAll(async () => {
  identity = await generateIdentity();
  recipient = await identityToRecipient(identity);
});

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-once-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'key.txt'), `${identity}\n`);
  return folder;
}

interface Sender {
  folder: string;
  home: InstanceHome;
  record: CaseRecord;
}

function senderIn(folder: string, name = 'sender'): Sender {
  const home = openHome(join(folder, name));
  return { folder, home, record: openCase(home, 'Made up', new Date()) };
}

const evidence = [{ sha256: 'a'.repeat(64), bytes: 10 }];

function sourceOf(files: { sha256: string; bytes: number }[] = evidence): PackageSource {
  return {
    controller: { number: 1, name: 'Banque Exemple' },
    people: Int32Array.of(1),
    classesOf: () => ['Email addresses'],
    classes: [{ class: 'Email addresses', people: 1 }],
    fields: ['Email addresses'],
    tableOf: () => 'table',
    forEachRow(visit) {
      visit(1, 0, [{ field: 0, value: 'a@example.org' }]);
      return Promise.resolve(files);
    },
  };
}

function made({ folder, home, record }: Sender, name: string, source = sourceOf()): Promise<MadePackage> {
  return makePackage(home, record, source, {
    recipient,
    out: join(folder, name),
    force: true,
    who: 'Ada Example',
  });
}

function receiverIn(
  folder: string,
): (path: string, out: string, publicKey?: string) => Promise<OpenedPackage> {
  const home = openHome(join(folder, 'receiver'));
  return (path, out, publicKey) =>
    openPackage(home, path, {
      identity: join(folder, 'key.txt'),
      out: join(folder, out),
      who: 'Bo Example',
      ...(publicKey === undefined ? {} : { publicKey }),
    });
}

test('numbers of packages go on after the custody log was begun anew, and receivers take them', async () => {
  const folder = scratch();
  const sender = senderIn(folder);
  const open = receiverIn(folder);
  await made(sender, '1.age');
  await open((await made(sender, '2.age')).path, 'before');
  writeFileSync(join(custodyFolder(sender.home.path), 'entries'), 'damaged\n');
  renewCustody(sender.home, { who: 'Ada Example', why: 'damaged' });
  const next = await made(sender, '3.age');
  expect(next.package).toBe(`${sender.record.case}/1/3`);
  await open(next.path, 'after');
  await expect(open(next.path, 'again')).rejects.toThrow('received before');
});

test('a forged package that came first does not lock the true sender out', async () => {
  const folder = scratch();
  const [truly, forger] = [senderIn(folder), senderIn(folder, 'forger')];
  const open = receiverIn(folder);
  const forged = await made(
    { ...forger, record: { ...forger.record, case: truly.record.case } },
    'forged.age',
  );
  const [first, second] = [await made(truly, '1.age'), await made(truly, '2.age')];
  await open(forged.path, 'forged');
  await expect(open(first.path, 'out')).rejects.toMatchObject({
    code: 'PACKAGE_REFUSED',
    hint: expect.stringContaining('--key') as string,
  });
  const { publicKey } = first.manifest;
  await open(first.path, 'first', publicKey);
  await expect(open(first.path, 'again', publicKey)).rejects.toThrow('received before');
  await open(second.path, 'second', publicKey);
  await expect(open(first.path, 'old', publicKey)).rejects.toThrow('this is an old one');
  expect(['out', 'again', 'old'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
});

test('of two that open the same package at once one gets it', async () => {
  const folder = scratch();
  const { path } = await made(senderIn(folder), 'p.age');
  const open = receiverIn(folder);
  const ended = await Promise.allSettled(['a', 'b', 'c'].map((out) => open(path, out)));
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(['a', 'b', 'c'].filter((out) => existsSync(join(folder, out)))).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a package is opened once, wherever opening it was killed', async () => {
  const folder = scratch();
  const { path, manifest } = await made(senderIn(folder), 'p.age');
  const home = openHome(join(folder, 'receiver'));
  const open = receiverIn(folder);
  const received = {
    publicKey: manifest.publicKey,
    case: manifest.case,
    controller: 1,
    number: manifest.number,
  };
  const waits = join(folder, '.waits');
  // killed after it was noted, before its folder was moved
  mkdirSync(waits);
  noteReceived(home, received, waits);
  await open(path, 'taken');
  expect(existsSync(waits)).toBe(false);
  // killed after it was moved, before that was noted
  noteReceived(home, received, waits);
  await expect(open(path, 'again')).rejects.toThrow('received before');
});

test('what came into the folder while a package was read stays, and the package can still be opened', async () => {
  const folder = scratch();
  const { path, manifest } = await made(senderIn(folder), 'p.age');
  const home = openHome(join(folder, 'receiver'));
  const received = {
    publicKey: manifest.publicKey,
    case: manifest.case,
    controller: 1,
    number: manifest.number,
  };
  const [out, waits] = [join(folder, 'out'), join(folder, '.waits')];
  for (const name of [out, waits]) mkdirSync(name);
  writeFileSync(join(out, 'theirs.txt'), 'x');
  expect(() => takeOnce(home, received, false, { waits, folder: out })).toThrow(
    'cannot put the files in place',
  );
  expect(readFileSync(join(out, 'theirs.txt'), 'utf8')).toBe('x');
  await receiverIn(folder)(path, 'other');
});

test('a package that could not be put in its place is not done in the custody log', async () => {
  const folder = scratch();
  const sender = senderIn(folder);
  mkdirSync(join(folder, 'p.age'));
  await expect(made(sender, 'p.age')).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
  const log = [...listCustody(sender.home, () => null)].map(({ what, result }) => `${what} ${result}`);
  expect(log).toEqual(['package begun', 'package.seal done', 'package failed']);
});

test('until a new package is in its place the older one is', async () => {
  const folder = scratch();
  const sender = senderIn(folder);
  const { path } = await made(sender, 'p.age');
  const before = readFileSync(path);
  rmSync(proofPath(path));
  mkdirSync(proofPath(path));
  await expect(made(sender, 'p.age')).rejects.toMatchObject({ code: 'OUTPUT_NOT_WRITABLE' });
  expect(readFileSync(path)).toEqual(before);
  rmSync(proofPath(path), { recursive: true });
  expect(verifyPackage((await made(sender, 'p.age')).path).ok).toBe(true);
});

test('a package out of more files than a manifest can list is opened, with their count and one hash', async () => {
  const folder = scratch();
  const files = Array.from({ length: 150_000 }, (_, i) => ({
    sha256: i.toString(16).padStart(64, '0'),
    bytes: i,
  }));
  const { path } = await made(senderIn(folder), 'p.age', sourceOf(files));
  const { manifest } = await receiverIn(folder)(path, 'out');
  expect(manifest).toMatchObject({
    evidenceFiles: 150_000,
    evidenceSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
  });
  expect(manifest.evidence).toEqual(files.slice(0, 10_000));
});
