/*
 * Codes for letters: with the date of birth of its person each leads to what that person lost, and to nothing else. A
 * case published again with more evidence keeps them. On both engines.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { type PoleEmploiPerson, personTruths } from '../../samples/pole-emploi/person-truths.ts';
import { createAccountLookup, createCatalogue } from '../../src/lookup/index.ts';
import { examineIntoCase, makeCodes, publishCase, withdrawBreach } from '../../src/pipeline/index.ts';
import { checkReferenceCode, createPersonKeys, normalForm } from '../../src/register/index.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const who = 'responder';
const request = {
  name: 'Agency',
  facts: { title: 'An agency', domain: '' },
  flags: {},
  isRange: false,
  isPrivate: false,
};

forBothEngines((open, engine) => {
  let opened: OpenedRegister;
  let record: CaseRecord;
  let people: PoleEmploiPerson[];
  let identity: string;
  let lists = 0;

  const codesOf = async (replaces: boolean): Promise<string[]> => {
    const out = join(folder, `${engine}-${++lists}.age`);
    const recipient = await identityToRecipient(identity);
    const { home, register } = opened;
    const made = await makeCodes(home, register, record, { recipient, out, breach: null, replaces }, { who });
    const opener = new Decrypter();
    opener.addIdentity(identity);
    const [head, ...lines] = (await opener.decrypt(readFileSync(out), 'text')).trimEnd().split('\r\n');
    expect(head).toBe('person,code');
    expect(lines).toHaveLength(made.codes);
    return lines.map((line) => line.split(',')[1]!);
  };
  const births = (): string[] => [...new Set(people.map(({ birthDate }) => birthDate))];
  /** Of the dates of birth of all people, those that open it. */
  const opening = async (code: string): Promise<string[]> => {
    const tried = await Promise.all(
      births().map(async (birth) =>
        (await checkReferenceCode(opened.register, code, birth)) === null ? [] : [birth],
      ),
    );
    return tried.flat();
  };
  const classesBehind = async (code: string, birth: string): Promise<string[]> => {
    const holder = await checkReferenceCode(opened.register, code, birth);
    const set = await createAccountLookup(opened.register).exposureSet(holder!.breach, holder!.exposureSet);
    return set!.classes.map((held) => held.class);
  };

  beforeAll(async () => {
    opened = await open();
    identity = await generateIdentity();
    const path = join(folder, engine);
    const made = await makeExtracts(path, { seed: 7, people: 60, dirt: 'none', format: 'both' }, 120, true);
    people = [...personTruths(made.extracts, made.rowNumbers!)];
    record = openCase(opened.home, 'agency', new Date());
    await examineIntoCase([join(path, 'demandeurs.txt')], record, { workers: 2 });
    await publishCase(opened.home, opened.register, record, request, { who, workers: 2 });
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  test('people are found by their social security number, and by no other', async () => {
    const { register } = opened;
    const lookup = createAccountLookup(register);
    const personKey = createPersonKeys(register.secrets('person-key'));
    const inFirst = people.filter(({ rows }) => rows.some(({ file }) => file === 'demandeurs.txt'));
    expect(inFirst.length).toBeGreaterThan(20);
    for (const person of people) {
      const found = await lookup.exposuresOf(personKey('nir', normalForm('nir', person.nir)!));
      const isIn = person.rows.some(
        ({ file, nir, isNirRight }) => file === 'demandeurs.txt' && isNirRight && nir === person.nir,
      );
      expect(found).toHaveLength(isIn ? 1 : 0);
    }
  });

  test('each code is opened by the date of birth of one person, and says what that person lost', async () => {
    const codes = await codesOf(false);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes.slice(0, 20)) {
      const [birth, ...others] = await opening(code);
      expect(others).toEqual([]);
      expect(await classesBehind(code, birth!)).toEqual(
        expect.arrayContaining(['Dates of birth', 'Names', 'Social security numbers']),
      );
    }
  });

  test.each(['', '1234 5678 9012 3', '0000 0000 0000 0', '12345678901234567890'])(
    'the code %j is nobody’s',
    async (code) => {
      expect(await opening(code)).toEqual([]);
    },
  );

  test('a date that is none opens nothing', async () => {
    const [code] = await codesOf(false);
    for (const birth of ['', '1970-01-01T00:00', 'x'.repeat(1000), '0000-00-00'])
      expect(await checkReferenceCode(opened.register, code!, birth)).toBeNull();
  });

  test('codes made again leave earlier ones valid, unless these are to be replaced', async () => {
    const first = await codesOf(false);
    await codesOf(false);
    expect(await opening(first[0]!)).toHaveLength(1);
    const last = await codesOf(true);
    expect(await opening(first[0]!)).toEqual([]);
    expect(await opening(last[0]!)).toHaveLength(1);
  });

  test('a case published again with more evidence keeps its codes, and is never there half', async () => {
    const { home, register } = opened;
    const [code] = await codesOf(false);
    const [birth] = await opening(code!);
    const said = await classesBehind(code!, birth!);
    const [before] = (await createCatalogue(register)()).breaches;
    await examineIntoCase([join(folder, engine, 'inscriptions.csv')], record, { workers: 2 });
    await expect(codesOf(false)).rejects.toMatchObject({ code: 'USAGE' });
    const again = await publishCase(home, register, record, request, { who, workers: 2 });
    expect(again).toMatchObject({ isNew: true, isReplaced: true, unread: 0 });
    const { breaches } = await createCatalogue(register)();
    expect(breaches).toHaveLength(1);
    expect(breaches[0]!.model.AddedDate).toBe(before!.model.AddedDate);
    expect(breaches[0]!.model.PwnCount).toBeGreaterThan(before!.model.PwnCount);
    expect(await classesBehind(code!, birth!)).toEqual(said);
    const numbers = await register.rows.selectFrom('exposure').select('breach').distinct().execute();
    expect(numbers).toEqual([{ breach: breaches[0]!.breach }]);
  });

  test('withdrawn, no code opens anything', async () => {
    const [code] = await codesOf(false);
    const [birth] = await opening(code!);
    await withdrawBreach(opened.home, opened.register, 'Agency', { who });
    expect(await checkReferenceCode(opened.register, code!, birth!)).toBeNull();
    await expect(codesOf(false)).rejects.toMatchObject({ code: 'BREACH_UNKNOWN' });
  });
});
