/*
 * Somebody has every row of every table of a register in use, and a list of a million candidate NIRs and telephone
 * numbers with those of all its people among them, and not the key of the instance: no candidate is found by any hash
 * that one would try, not even where somebody took his NIR or his number for a password, and no address, number, name or
 * password stands in it. With the key the same search finds them.
 */
import { createHmac, hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examineIntoCase, makeCodes, passwordsOfCase, publishCase } from '../../src/pipeline/index.ts';
import {
  addPaste,
  addWebhook,
  createApiKey,
  createPersonKeys,
  generateToken,
  normalForm,
  optOut,
  plans,
  requestSubscription,
} from '../../src/register/index.ts';
import { ntlmOf, sha1Of } from '../../src/pipeline/passwords/hash-password.ts';
import { openCase } from '../../src/store/index.ts';
import { createPasswordReader, passwordPlace, passwordSources } from '../../src/store/register/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { nirWithKey } from '../directory/nir-with-key.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createSearch, dumpRegister, type RegisterDump } from './dumped-register.fixture.ts';

const folder = scratchFolder();
const million = 1_000_000;
const who = 'responder';
const firstNames = 'Anna Boris Clara David Elise Fabien Gaelle Hugo Ines Jules Karine Louis Marie'.split(' ');
const lastNames = ['ALDERMOOR', 'BIRCHMERE', 'COLDWICK', 'DUNHOLLOW', 'ELMSGARTH'];

/** So many have their NIR as password, and so many their telephone number. */
const careless = 20;

const twoDigits = (number: number) => String(number).padStart(2, '0');

const people = Array.from({ length: 300 }, (_, i) => {
  const [year, month] = [50 + (i % 45), (i % 12) + 1];
  const nir = nirWithKey(`1${year}${twoDigits(month)}75056${String(i + 1).padStart(3, '0')}`);
  const phone = `06 39 98 ${twoDigits(Math.floor(i / 100))} ${twoDigits(i % 100)}`;
  return {
    nir,
    email: `planted.person${i}@mail.example.org`,
    phone,
    username: `planted_user${i}`,
    password: i < careless ? nir : i < 2 * careless ? phone.replaceAll(' ', '') : `Planted-${i}-Secret`,
    born: `${twoDigits((i % 28) + 1)}/${twoDigits(month)}/19${year}`,
    name: lastNames[i % lastNames.length]!,
    first: firstNames[i % firstNames.length]!,
  };
});
const subscriber = 'a.subscriber@mail.example.org';

const nirForms = people.map(({ nir }) => nir);
for (let i = 0; nirForms.length < million; i++) nirForms.push(nirWithKey(String(1_750_175_000_000 + i)));
const phoneForms = Array.from({ length: 10_000 }, (_, i) => {
  const digits = String(i).padStart(4, '0');
  return `06 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`;
});

/** As somebody may write it before he hashes it. */
function spellings(sort: 'nir' | 'phone', text: string): string[] {
  const digits = text.replaceAll(' ', '');
  return sort === 'nir'
    ? [digits, digits.slice(0, 13)]
    : [digits, text, `+33${digits.slice(1)}`, digits.slice(1), `33${digits.slice(1)}`];
}

forBothEngines((open, engine) => {
  let opened: OpenedRegister;
  let dump: RegisterDump;

  beforeAll(async () => {
    opened = await open();
    const { home, register } = opened;
    const leak = join(folder, `leak-${opened.url === null ? 'file' : 'server'}.csv`);
    const lines = people.map((person) => Object.values(person).join(';'));
    const heads = 'nir;email;telephone;identifiant;mot_de_passe;date_naissance;nom;prenom';
    writeFileSync(leak, `${heads}\n${lines.join('\n')}\n`);
    const record = openCase(home, 'planted', new Date());
    await examineIntoCase([leak], record, { workers: 1 });
    const now = Date.now();
    await publishCase(
      home,
      register,
      record,
      {
        name: 'Planted',
        facts: { title: 'Planted', domain: 'example.com' },
        flags: {},
        isRange: true,
        isPrivate: true,
      },
      { who, workers: 1 },
    );
    await passwordsOfCase(home, register, record, { who, now: new Date(now), workers: 1 });
    const recipient = await identityToRecipient(await generateIdentity());
    const out = `${leak}.age`;
    await makeCodes(home, register, record, { recipient, out, breach: null, replaces: false }, { who });
    await requestSubscription(register, { address: subscriber, language: 'fr', now });
    await register.rows
      .transaction()
      .execute((rows) => optOut(register, { address: people[0]!.email, kind: 'hide', now }, rows));
    await addPaste(register, { source: 'Pastebin', id: 'a1b2', title: null, date: null }, [people[1]!.email]);
    const key = await createApiKey(register, {
      plan: plans[0]!,
      name: 'a client',
      requestsPerMinute: null,
      expiresAt: null,
      sameAccountAs: null,
      now: new Date(now),
    });
    await generateToken(register, { account: key.account, domain: 'mail.example.org', now });
    await addWebhook(register, {
      url: 'https://calls.example.net/',
      events: [],
      monitorToken: null,
      account: null,
      now,
    });
    dump = await dumpRegister(register);
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  test('the dump is that of a register in use', () => {
    const filled = [...dump.tables].filter(([, rows]) => rows.length > 0).map(([name]) => name);
    expect(filled).toEqual(
      expect.arrayContaining([
        'breach',
        'exposure',
        'exposure_set',
        'sha1_entry',
        'domain_block',
        'reference_code',
        'private_block',
        'password_block',
        'opt_out',
        'paste_account',
        'job',
        'api_key',
      ]),
    );
  });

  test('nothing planted stands in it in clear', () => {
    const text = dump.bytes.toString('latin1').toLowerCase();
    const planted = [
      'planted.person',
      'planted_user',
      'a.subscriber',
      '-secret',
      ...lastNames,
      ...people.flatMap(({ nir, phone }) => [
        nir,
        nir.slice(0, 13),
        phone,
        phone.replaceAll(' ', '').slice(1),
      ]),
    ].map((value) => value.toLowerCase());
    expect(planted.filter((value) => text.includes(value))).toEqual([]);
    const base64 = planted.map((value) =>
      Buffer.from(value)
        .toString('base64')
        .replace(/.{1,3}=*$/u, ''),
    );
    const plain = dump.bytes.toString('latin1');
    expect(base64.filter((value) => value.length >= 8 && plain.includes(value))).toEqual([]);
  });

  test('no candidate is found by a hash without a key', () => {
    const isIn = createSearch(dump.bytes);
    let [tried, found] = [0, 0];
    // both engines have the same rows: all of the list is tried on one of them
    const nirs = engine === 'sqlite' ? nirForms : nirForms.slice(0, 50_000);
    for (const [sort, list] of [
      ['nir', nirs],
      ['phone', phoneForms],
    ] as const)
      for (const candidate of list)
        for (const text of spellings(sort, candidate))
          for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512'])
            for (const prefix of sort === 'nir' ? [''] : ['', 'phone\0']) {
              tried++;
              if (isIn(Buffer.from(hash(algorithm, prefix + text, 'binary'), 'latin1'))) found++;
            }
    expect(tried).toBeGreaterThan(8 * nirs.length);
    expect(found).toBe(0);
  });

  test('a password that is a NIR or a number is found by no hash, and not by where its block lies', async () => {
    const isIn = createSearch(dump.bytes);
    const [source] = (await passwordSources(opened.register)).map((one) => one.source);
    const places = new Set(dump.tables.get('password_block')!.map(({ place }) => place as number));
    const read = createPasswordReader(opened.register);
    const hashesOf = (text: string) => [
      { mode: 'sha1' as const, hash: sha1Of(Buffer.from(text)) },
      { mode: 'ntlm' as const, hash: ntlmOf(Buffer.from(text)) },
    ];
    const placeOf = ({ mode, hash: digest }: ReturnType<typeof hashesOf>[number]) =>
      passwordPlace(source!, mode, digest.readUIntBE(0, 3) >> 4);
    for (const { password } of people.slice(0, 2 * careless)) {
      const hashes = hashesOf(password);
      // a block holds hashes from their third byte on
      expect(hashes.filter(({ hash: digest }) => isIn(digest) || isIn(digest.subarray(2)))).toEqual([]);
      // one of two places is met by chance now and then
      expect(hashes.every((one) => places.has(placeOf(one)))).toBe(false);
      for (const one of hashes) {
        const blocks = await read([placeOf(one)]);
        expect(blocks.some((block) => block.includes(one.hash.subarray(2)))).toBe(true);
      }
    }
  });

  test('no candidate is found by a hash under anything of the dump that may be a key', () => {
    const isIn = createSearch(dump.bytes);
    let found = 0;
    const forms = people
      .slice(0, 5)
      .flatMap(({ nir, phone }) => [
        ...spellings('nir', nir).flatMap((text) => [text, `nir\0${text}`]),
        ...spellings('phone', phone).flatMap((text) => [text, `phone\0${text}`]),
      ]);
    for (const key of dump.keys)
      for (const text of forms)
        for (const algorithm of ['sha1', 'sha256'])
          if (isIn(createHmac(algorithm, key).update(text).digest())) found++;
    expect(dump.keys.length).toBeGreaterThan(1000);
    expect(found).toBe(0);
  });

  test('the same search finds a hash that is there, and with the key of the instance everybody', () => {
    const personKey = createPersonKeys(opened.register.secrets('person-key'));
    const isIn = createSearch(dump.bytes);
    const missing = people.filter(
      ({ nir, phone, email }) =>
        !isIn(personKey('nir', normalForm('nir', nir)!)) ||
        !isIn(personKey('phone', normalForm('phone', phone)!)) ||
        !isIn(personKey('email', email)) ||
        !isIn(Buffer.from(hash('sha1', email, 'hex'), 'hex')),
    );
    expect(missing).toEqual([]);
    const seeded = createSearch(Buffer.concat([dump.bytes, createHmac('md5', '').update('x').digest()]));
    expect(seeded(createHmac('md5', '').update('x').digest())).toBe(true);
    expect(isIn(createHmac('md5', '').update('x').digest())).toBe(false);
  });

  test('no file of the instance holds any of it in clear, the keys of the dump neither', () => {
    const files = readdirSync(opened.home.path, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const personKey = createPersonKeys(opened.register.secrets('person-key'));
    const keys = people.slice(0, 20).map(({ email }) => personKey('email', email));
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      const clear = [
        'planted.person',
        'planted_user',
        'a.subscriber',
        'Secret',
        ...lastNames,
        people[0]!.nir,
      ];
      expect(clear.filter((value) => bytes.includes(value))).toEqual([]);
      expect(keys.filter((key) => bytes.includes(key))).toEqual([]);
    }
  });
});
