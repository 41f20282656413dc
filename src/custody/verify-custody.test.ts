import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withInstance } from '../store/index.ts';
import { appendCustody, custodyHead } from './append-custody.ts';
import { instanceSigner } from './instance-signer.ts';
import { listCustody } from './list-custody.ts';
import { appendMadeUp, copyOfLog, madeUpHome, madeUpLog } from './made-up-log.fixture.ts';
import { renewCustody } from './renew-custody.ts';
import { verifyCustody } from './verify-custody.ts';

test('a log verifies with nothing but its folder, and with all that can be held beside it', () => {
  const log = madeUpLog(11);
  const [signer, known] = [instanceSigner(log.home), custodyHead(log.home)];
  const held = { publicKey: log.publicKey, since: log.checkpoints[4], signer, known };
  for (const options of [{}, held])
    expect(verifyCustody(log.files.folder, options)).toMatchObject({ ok: true, entries: 11, problems: [] });
  expect(known?.size).toBe(11);
});

test('a changed byte is found wherever it is, with its file and its offset', () => {
  const log = madeUpLog(9);
  const signer = instanceSigner(log.home);
  const paths = [log.files.entries, log.files.hashes, log.files.checkpoint, log.files.publicKey];
  const sizes = paths.map((path) => readFileSync(path).length);
  const anywhere = fc
    .nat({ max: paths.length - 1 })
    .chain((file) =>
      fc.tuple(fc.constant(file), fc.nat({ max: sizes[file]! - 1 }), fc.integer({ min: 1, max: 255 })),
    );
  fc.assert(
    fc.property(anywhere, ([file, at, change]) => {
      const copy = copyOfLog(log);
      const name = basename(paths[file]!) as 'entries' | 'hashes' | 'checkpoint' | 'public-key';
      const path = `${copy.folder}/${name}`;
      const bytes = readFileSync(path);
      bytes[at]! ^= change;
      writeFileSync(path, bytes);
      const strict = verifyCustody(copy.folder, { signer });
      expect(strict.problems.map(({ place }) => place)).toEqual([expect.stringContaining(name)]);
      const told = `${strict.problems[0]!.place} ${strict.problems[0]!.what}`;
      expect(told).toMatch(new RegExp(`byte ${at}\\b`, 'u'));
      expect(verifyCustody(copy.folder).ok).toBe(false);
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('every byte of a checkpoint, and the line feed of the last entry, is told when it was changed', () => {
  const log = madeUpLog(2);
  const signer = instanceSigner(log.home);
  const copy = copyOfLog(log);
  const placeOf = (path: string, at: number): string | undefined => {
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.with(at, bytes[at]! ^ 0x81));
    const [problem] = verifyCustody(copy.folder, { signer }).problems;
    writeFileSync(path, bytes);
    return problem?.place;
  };
  const checkpoint = Array.from(readFileSync(copy.checkpoint), (_, at) => at);
  expect(checkpoint.map((at) => placeOf(copy.checkpoint, at))).toEqual(
    checkpoint.map((at) => `checkpoint, byte ${at}`),
  );
  const last = readFileSync(copy.entries).length - 1;
  expect(placeOf(copy.entries, last)).toBe(`entries, entry 1, byte ${last}`);
});

test('a log that was cut, shortened or rewritten does not verify against an older checkpoint', () => {
  const log = madeUpLog(8);
  const shorter = madeUpLog(5);
  const since = log.checkpoints[6];
  expect(verifyCustody(log.files.folder, { since }).ok).toBe(true);
  expect(verifyCustody(shorter.files.folder, { since, publicKey: log.publicKey }).ok).toBe(false);

  const copy = copyOfLog(log);
  writeFileSync(copy.checkpoint, log.checkpoints[4]!);
  expect(verifyCustody(copy.folder).problems).toEqual([
    {
      place: expect.stringMatching(/^entries, byte \d+$/u),
      what: expect.stringContaining('behind the checkpoint'),
    },
    { place: expect.stringMatching(/^hashes, byte \d+$/u), what: expect.stringContaining('behind') },
  ]);
  expect(verifyCustody(copy.folder, { since }).problems.map(({ what }) => what)).toContainEqual(
    'the log was cut or put back: the older checkpoint says 7 entries, there are 5',
  );
});

test('a fork that the same key signed is found by the checkpoint of the other branch', () => {
  const log = madeUpLog(4);
  const before = copyOfLog(log);
  appendMadeUp(log.home, 2);
  const branch = readFileSync(log.files.checkpoint, 'utf8');
  // the same instance, put back and continued: what its database would have refused
  withInstance(log.home, (db) => db.exec('DELETE FROM custody_head'));
  for (const name of ['entries', 'hashes', 'checkpoint'])
    writeFileSync(`${log.files.folder}/${name}`, readFileSync(`${before.folder}/${name}`));
  appendMadeUp(log.home, 3);
  expect(verifyCustody(log.files.folder).ok).toBe(true);
  expect(verifyCustody(log.files.folder, { since: branch }).problems).toEqual([
    { place: '--since', what: expect.stringContaining('rewritten: its first 6 entries') },
  ]);
});

test('entries that were taken out are named, and so is a file that was cut', () => {
  const log = madeUpLog(10);
  const copy = copyOfLog(log);
  const lines = readFileSync(copy.entries, 'utf8').split('\n');
  writeFileSync(copy.entries, lines.toSpliced(3, 2).join('\n'));
  expect(verifyCustody(copy.folder).problems).toEqual([
    { place: expect.stringContaining('entries 3 to 4'), what: expect.stringContaining('missing') },
  ]);
  const cut = copyOfLog(log);
  truncateSync(cut.hashes, 100);
  expect(verifyCustody(cut.folder).problems[0]).toEqual({
    place: 'hashes, byte 100',
    what: expect.stringContaining('cut'),
  });
});

test('an instance whose log was put back appends nothing to it', () => {
  const log = madeUpLog(3);
  const before = copyOfLog(log);
  appendMadeUp(log.home, 1);
  for (const name of ['entries', 'hashes', 'checkpoint'])
    writeFileSync(`${log.files.folder}/${name}`, readFileSync(`${before.folder}/${name}`));
  expect(() => appendMadeUp(log.home, 1)).toThrow('it had 4 entries, and its checkpoint says 3');
  const known = custodyHead(log.home);
  expect(verifyCustody(log.files.folder, { known }).problems[0]?.place).toBe('instance.db');
});

test('a torn entry behind the last one is no fault, and makes room for the next', () => {
  const log = madeUpLog(3);
  const whole = readFileSync(log.files.entries);
  for (const tail of ['{"number":3,"at"', '{"number":3,"at":"x"}\n']) {
    writeFileSync(log.files.entries, Buffer.concat([whole, Buffer.from(tail)]));
    expect(verifyCustody(log.files.folder)).toMatchObject({
      ok: true,
      entries: 3,
      remarks: [expect.any(String)],
    });
  }
  appendMadeUp(log.home, 1);
  expect(verifyCustody(log.files.folder)).toMatchObject({ ok: true, entries: 4, remarks: [] });
});

test('details are opened with the key they were sealed for, and the line holds none of them', () => {
  const home = madeUpHome();
  const caseKey = Buffer.alloc(32, 7);
  const entry = { who: 'Ada Example', what: 'evidence.open', result: 'done' } as const;
  appendCustody(home, { ...entry, case: '2026-abcdef', details: { why: 'planted reason' } }, caseKey);
  appendCustody(home, { ...entry, case: null, details: { why: 'planted reason' } });
  const [withKey, gone] = [() => caseKey, () => null].map((keyOf) => [...listCustody(home, keyOf)]);
  expect(withKey!.map(({ details }) => details)).toEqual([
    { why: 'planted reason' },
    { why: 'planted reason' },
  ]);
  expect(gone!.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  expect(readFileSync(`${home.path}/custody/entries`, 'utf8')).not.toContain('planted');
});

test('an entry whose clear part could hold a value is refused', () => {
  const home = madeUpHome();
  const entry = { who: 'Ada Example', case: null, what: 'package', result: 'done' } as const;
  for (const wrong of [{ on: 'ada@example.org' }, { what: 'Package Made' }, { who: 'a\nb' }, { at: 'today' }])
    expect(() => appendCustody(home, { ...entry, ...wrong })).toThrow(TypeError);
});

test('a log that cannot be put back is set aside as it is, and the new one begins by saying so', () => {
  const log = madeUpLog(4);
  const { home, files } = log;
  const by = { who: 'Ada Example', why: 'no copy of it is left' };
  expect(() => renewCustody(home, by)).toThrow('it needs no new one');
  const bytes = readFileSync(files.entries);
  bytes[30]! ^= 1;
  writeFileSync(files.entries, bytes.subarray(0, -200));
  expect(() => appendMadeUp(home, 1)).toThrow('custody log');
  const { setAside, number } = renewCustody(home, by);
  expect(number).toBe(0);
  expect(readFileSync(`${setAside}/entries`)).toEqual(bytes.subarray(0, -200));
  appendMadeUp(home, 2);
  const known = custodyHead(home);
  expect(verifyCustody(files.folder, { publicKey: log.publicKey, known })).toMatchObject({
    ok: true,
    entries: 3,
  });
  expect(verifyCustody(files.folder, { since: log.checkpoints[3] }).ok).toBe(false);
  expect([...listCustody(home, () => null)][0]).toMatchObject({
    what: 'custody.renew',
    details: { why: by.why },
  });
  rmSync(files.folder, { recursive: true });
  expect(() => appendMadeUp(home, 1)).toThrow('the custody log is missing: it had 3 entries');
  expect(renewCustody(home, by).setAside).not.toBe(setAside);
});
