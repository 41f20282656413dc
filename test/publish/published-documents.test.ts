/*
 * A folder of documents: whoever the case finds, in rows, in fields, in texts or outside of all rows, is found in the
 * register too, and what only stands in a text is told as that. On both engines.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccountLookup } from '../../src/lookup/index.ts';
import { type Vocabulary, vocabularyBits } from '../../src/lookup/private/index.ts';
import {
  examineIntoCase,
  findPerson,
  publishCase,
  type PublishedCase,
  type PublishRequest,
} from '../../src/pipeline/index.ts';
import {
  createPersonKeys,
  type ExposureSet,
  mentionedFlag,
  normalForm,
  optOut,
} from '../../src/register/index.ts';
import { type CaseRecord, openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { privateIndexes } from '../../src/store/register/index.ts';
import { privateRoutes } from '../../src/web/private/private-routes.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { askFor } from '../private/planted-index.fixture.ts';
import { plantDocuments, type PlantedIdentifier } from './document-folder.fixture.ts';

const folder = scratchFolder();
const who = 'responder';
const request: PublishRequest = {
  name: 'Papers',
  facts: { title: 'Papers', domain: '' },
  flags: {},
  isRange: true,
  isPrivate: true,
};
const classOf = {
  email: 'Email addresses',
  phone: 'Phone numbers',
  nir: 'Social security numbers',
  username: 'Usernames',
};

forBothEngines((open, engine) => {
  let opened: OpenedRegister;
  let record: CaseRecord;
  let planted: PlantedIdentifier[];
  let found: (PlantedIdentifier & { isPerson: boolean; isMentioned: boolean })[];
  let published: PublishedCase;
  let optedOut: string;

  const setsOf = async ({ kind, text }: Pick<PlantedIdentifier, 'kind' | 'text'>): Promise<ExposureSet[]> => {
    const { register } = opened;
    const lookup = createAccountLookup(register);
    const key = createPersonKeys(register.secrets('person-key'))(kind, normalForm(kind, text)!);
    const found = await lookup.exposuresOf(key);
    return Promise.all(found.map(async ({ breach, set }) => (await lookup.exposureSet(breach, set))!));
  };

  beforeAll(async () => {
    opened = await open();
    const { home, register } = opened;
    const path = join(folder, engine);
    planted = plantDocuments(path);
    optedOut = planted.find(({ kind, file }) => kind === 'email' && file === 'note.txt')!.text;
    await register.rows
      .transaction()
      .execute((db) => optOut(register, { address: optedOut, kind: 'delete', now: Date.now() }, db));
    record = openCase(home, 'papers', new Date());
    // of two deliveries, one has text outside of rows in what is packed
    const files = readdirSync(path).toSorted();
    for (const some of [files.slice(0, 4), files.slice(4)])
      await examineIntoCase(
        some.map((file) => join(path, file)),
        record,
        { workers: 2 },
      );
    published = await publishCase(home, register, record, request, { who, workers: 2 });
    found = planted
      .filter(({ text }) => text !== optedOut)
      .map((one) => {
        const { people, mentions } = findPerson(record, { identifier: one.text })!;
        return { ...one, isPerson: people.length > 0, isMentioned: mentions.length > 0 };
      });
  }, 300_000);
  afterAll(() => opened[Symbol.asyncDispose]());

  test('all that the case knows was met again in the evidence', () => {
    expect(published.unread).toBe(0);
  });

  test('whoever the case finds is in the register, and nobody else', async () => {
    const wrong: string[] = [];
    for (const { isPerson, isMentioned, ...one } of found) {
      const sets = await setsOf(one);
      if (sets.length > 0 !== (isPerson || isMentioned)) wrong.push(`${one.file} ${one.kind} ${one.text}`);
    }
    expect(wrong).toEqual([]);
  });

  test('each file has people or mentions of each kind that stands in it', () => {
    const kinds = (all: readonly PlantedIdentifier[]) =>
      [...new Set(all.map(({ file, kind }) => `${file}: ${kind}`))].toSorted();
    const known = found.filter(({ isPerson, isMentioned }) => isPerson || isMentioned);
    // a number in a short note is nobody's before somebody says whose
    expect(kinds(known)).toEqual(kinds(planted).filter((one) => one !== 'note.txt: nir'));
    for (const kind of ['email', 'phone', 'nir'] as const)
      expect(
        found.filter((one) => one.kind === kind && one.isMentioned && !one.isPerson).length,
      ).toBeGreaterThan(10);
  });

  test('what only stands in a text is told as that', async () => {
    const ofPeople = await Promise.all(found.filter(({ isPerson }) => isPerson).map(setsOf));
    expect(ofPeople.flat().flatMap(({ flags }) => flags)).not.toContain(mentionedFlag);
    const mentioned = found.filter(({ isPerson, isMentioned }) => isMentioned && !isPerson);
    expect(await Promise.all(mentioned.map(setsOf))).toEqual(
      mentioned.map(({ kind }) => [
        { classes: [{ class: classOf[kind], kinds: [] }], controllers: [], flags: [mentionedFlag] },
      ]),
    );
  });

  test('a number that only stands in a text is found in private too, and told as that', async () => {
    const { home, register } = opened;
    const indexes = await privateIndexes(register.rows);
    let day = 0;
    await using context = await testContext({
      open: { home, register },
      now: () => new Date(Date.UTC(2026, 10, 1 + day)),
    });
    const app = privateRoutes(context);
    for (const kind of ['nir', 'phone'] as const) {
      const { vocabulary } = indexes.find((index) => index.kind === kind)!;
      const { classes, flags } = vocabularyBits(JSON.parse(vocabulary) as Vocabulary);
      const told = found.filter((one) => one.kind === kind && one.isMentioned && !one.isPerson).slice(0, 3);
      expect(told).toHaveLength(3);
      for (const { text } of told) {
        day++;
        const [content] = (await askFor(app, kind, text)).found['Papers'] ?? [];
        const bytes = Buffer.from(content ?? '', 'hex');
        const isSet = ({ bit }: { bit: number }) => (bytes[bit >> 3]! & (1 << (bit & 7))) !== 0;
        expect(classes.filter(isSet).map((held) => held.class)).toEqual([classOf[kind]]);
        expect(flags.filter(isSet).map(({ flag }) => flag)).toEqual([mentionedFlag]);
      }
    }
  });

  test('whoever wants to be in no breach is not, where a text has the address', async () => {
    expect(findPerson(record, { identifier: optedOut })!.found).toBe(true);
    expect(await setsOf({ kind: 'email', text: optedOut })).toEqual([]);
  });
});
