/*
 * Where addresses were seen besides: the websites of a stealer log, and pastes. On both engines.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccountLookup } from '../../src/lookup/index.ts';
import {
  examineIntoCase,
  publishCase,
  type PublishRequest,
  withdrawBreach,
} from '../../src/pipeline/index.ts';
import {
  addPaste,
  createPersonKeys,
  dropPaste,
  emailsByDomain,
  emailsByWebsite,
  optOut,
  pastesOf,
  websitesOf,
} from '../../src/register/index.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const people = 40;
const address = (i: number) => `person.${i}@mail${i % 2}.example.org`;

forBothEngines((open, engine) => {
  let opened: OpenedRegister;
  const keyOf = (text: string): Buffer =>
    createPersonKeys(opened.register.secrets('person-key'))('email', text);

  const optedOut = 'wants.out@mail0.example.org';
  const request: PublishRequest = {
    name: 'Logs',
    facts: { title: 'Logs', domain: '' },
    flags: { IsStealerLog: true },
    isRange: true,
    isPrivate: false,
  };
  let record: CaseRecord;

  beforeAll(async () => {
    opened = await open();
    const { register: out } = opened;
    await out.rows
      .transaction()
      .execute((db) => optOut(out, { address: optedOut, kind: 'delete', now: Date.now() }, db));
    const path = join(folder, `${engine}.csv`);
    const rows = Array.from(
      { length: people },
      (_, i) => `https://www.site${i % 3}.example/login?id=${i},${address(i)},secret-${i}`,
    );
    const twice = [
      `https://other.example/,${address(0).toUpperCase()},x1y2z3`,
      rows[0]!,
      `https://site9.example/,${optedOut},q7w8`,
    ];
    writeFileSync(path, `${['url,login,password', ...rows, ...twice].join('\n')}\n`);
    record = openCase(opened.home, 'logs', new Date());
    await examineIntoCase([path], record, { workers: 1 });
    await publishCase(opened.home, opened.register, record, request, { who: 'responder', workers: 1 });
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  test('an address has the websites it was typed into, each once and sorted', async () => {
    expect(await websitesOf(opened.register, keyOf(address(0)))).toEqual(['other.example', 'site0.example']);
    expect(await websitesOf(opened.register, keyOf(address(1)))).toEqual(['site1.example']);
    expect(await websitesOf(opened.register, keyOf('nobody@example.org'))).toEqual([]);
  });

  test('a website has its addresses, whoever’s they are', async () => {
    const seen = await emailsByWebsite(opened.register, 'Site2.example');
    const typed = Array.from({ length: people }, (_, i) => i).filter((i) => i % 3 === 2);
    expect(seen.map((one) => one.address)).toEqual(typed.map(address).toSorted());
    expect(seen[0]!.key).toEqual(keyOf(seen[0]!.address));
    expect(await emailsByWebsite(opened.register, 'nobody.example')).toEqual([]);
  });

  test('a domain has its addresses with their websites', async () => {
    const seen = await emailsByDomain(opened.register, 'MAIL0.example.org');
    expect(seen).toHaveLength(people / 2);
    expect(seen[0]).toMatchObject({ alias: 'person.0', websites: ['other.example', 'site0.example'] });
    expect(await emailsByDomain(opened.register, 'example.org')).toEqual([]);
  });

  test('whoever wants to be in no breach any more is not in one that is published later', async () => {
    const { register } = opened;
    const lookup = createAccountLookup(register);
    expect(await lookup.exposuresOf(keyOf(address(0)))).toHaveLength(1);
    expect(await lookup.exposuresOf(keyOf(optedOut))).toEqual([]);
    const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
    const suffixes = async (text: string) =>
      (await lookup.rangeOf(sha1(text).slice(0, 6))).map(({ suffix }) => suffix);
    expect(await suffixes(address(0))).toContain(sha1(address(0)).slice(6));
    expect(await suffixes(optedOut)).not.toContain(sha1(optedOut).slice(6));
    const ofDomain = [...(await lookup.domainAccounts('mail0.example.org')).keys()];
    expect(ofDomain).toContain('person.0');
    expect(ofDomain).not.toContain('wants.out');
    expect(await emailsByWebsite(register, 'site9.example')).toEqual([]);
  });

  test('a paste is told to whoever stands in it, newest first', async () => {
    const { register } = opened;
    const paste = { source: 'pastebin', title: null };
    await addPaste(register, { ...paste, id: 'old', date: '2020-01-01' }, [address(0), address(1)]);
    await addPaste(register, { ...paste, id: 'undated', date: null }, [address(0)]);
    await addPaste(register, { ...paste, id: 'new', date: '2024-05-01T10:00:00+02:00' }, [address(0)]);
    expect((await pastesOf(register, keyOf(address(0)))).map(({ Id, Date: date }) => [Id, date])).toEqual([
      ['new', '2024-05-01T08:00:00Z'],
      ['old', '2020-01-01T00:00:00Z'],
      ['undated', null],
    ]);
    expect(await pastesOf(register, keyOf(address(1)))).toEqual([
      { Source: 'Pastebin', Id: 'old', Title: null, Date: '2020-01-01T00:00:00Z', EmailCount: 2 },
    ]);
  });

  test('a paste entered again takes the place of the earlier one, and goes when it is dropped', async () => {
    const { register } = opened;
    await addPaste(register, { source: 'Pastebin', id: 'old', title: 'again', date: null }, [address(2)]);
    expect(await pastesOf(register, keyOf(address(1)))).toEqual([]);
    expect(await pastesOf(register, keyOf(address(2)))).toMatchObject([{ Title: 'again', EmailCount: 1 }]);
    expect(await dropPaste(register, 'pastebin', 'old')).toBe(true);
    expect(await dropPaste(register, 'pastebin', 'old')).toBe(false);
    expect(await pastesOf(register, keyOf(address(2)))).toEqual([]);
  });

  test.each([
    { source: 'Elsewhere', id: 'x', date: null },
    { source: 'Pastebin', id: ' ', date: null },
    { source: 'Pastebin', id: 'x', date: 'yesterday' },
    { source: 'Pastebin', id: 'x\ny', date: null },
  ])('the paste %j is refused', async (paste) => {
    await expect(addPaste(opened.register, { ...paste, title: null }, [])).rejects.toMatchObject({
      code: 'USAGE',
    });
  });

  test('whoever was deleted from a breach is not in what takes its place, nor in what takes the place of that', async () => {
    const { home, register } = opened;
    await register.rows
      .transaction()
      .execute((db) => optOut(register, { address: address(0), kind: 'forget', now: Date.now() }, db));
    for (const isRange of [false, true]) {
      const again = await publishCase(home, register, record, { ...request, isRange }, { who: 'responder' });
      expect(again).toMatchObject({ isNew: true, isReplaced: true });
      const lookup = createAccountLookup(register);
      const ofDomain = [...(await lookup.domainAccounts('mail0.example.org')).keys()];
      expect(await lookup.exposuresOf(keyOf(address(0)))).toEqual([]);
      expect(await websitesOf(register, keyOf(address(0)))).toEqual([]);
      expect(ofDomain).not.toContain('person.0');
      expect(ofDomain).toContain('person.2');
      expect(await websitesOf(register, keyOf(address(2)))).toEqual(['site2.example']);
    }
  });

  test('withdrawn, no website is known any more', async () => {
    await withdrawBreach(opened.home, opened.register, 'Logs', { who: 'responder' });
    expect(await websitesOf(opened.register, keyOf(address(0)))).toEqual([]);
    expect(await emailsByWebsite(opened.register, 'site2.example')).toEqual([]);
  });
});
