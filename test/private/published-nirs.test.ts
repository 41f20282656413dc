/*
 * A case of people with a NIR and no address, published: each finds under their NIR, asked for in private, what they lost,
 * and people who are in no file find nothing.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { personTruths } from '../../samples/pole-emploi/person-truths.ts';
import { vocabularyBits, type Vocabulary } from '../../src/lookup/private/index.ts';
import { examineIntoCase, publishCase } from '../../src/pipeline/index.ts';
import { normalForm } from '../../src/register/index.ts';
import { openCase } from '../../src/store/index.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { privateIndexes } from '../../src/store/register/index.ts';
import { privateRoutes } from '../../src/web/private/private-routes.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { askFor, madeUpNir } from './planted-index.fixture.ts';

const folder = scratchFolder();
const request = {
  name: 'Agency',
  facts: { title: 'An agency', domain: '' },
  flags: {},
  isRange: false,
  isPrivate: true,
};

forBothEngines((open, engine) => {
  test('everybody planted is found by NIR with exactly their classes, and nobody else is', async () => {
    await using opened = await open();
    const path = join(folder, engine);
    const options = { seed: 11, people: 300, dirt: 'none' as const, format: 'both' as const };
    const made = await makeExtracts(path, options, 680, true);
    const people = [...personTruths(made.extracts, made.rowNumbers!)];
    const { home, register } = opened;
    const record = openCase(home, 'agency', new Date());
    await examineIntoCase([join(path, 'demandeurs.txt'), join(path, 'inscriptions.csv')], record, {
      workers: 1,
    });
    await publishCase(home, register, record, request, { who: 'responder', workers: 1 });

    const [index] = await privateIndexes(register.rows);
    const nirs = new Set(people.map(({ nir }) => normalForm('nir', nir)!));
    expect(index).toMatchObject({ kind: 'nir', isReady: true, entries: nirs.size });
    const { classes } = vocabularyBits(JSON.parse(index!.vocabulary) as Vocabulary);
    const classesOf = (content: string): string[] => {
      const bytes = Buffer.from(content, 'hex');
      return classes
        .filter(({ bit }) => (bytes[bit >> 3]! & (1 << (bit & 7))) !== 0)
        .map(({ class: name }) => name);
    };

    let day = 0;
    await using context = await testContext({
      open: { home, register },
      now: () => new Date(Date.UTC(2026, 10, 1 + day)),
    });
    const app = privateRoutes(context);
    for (const { nir, classes: lost } of people.filter((_, i) => i % 12 === 0)) {
      day++;
      const { found } = await askFor(app, 'nir', nir);
      expect(found['Agency']?.map(classesOf)).toEqual([lost.toSorted()]);
    }
    for (let i = 0; i < 5; i++) {
      day++;
      const nobody = madeUpNir(4000 + i);
      expect(nirs.has(normalForm('nir', nobody)!)).toBe(false);
      expect((await askFor(app, 'nir', nobody)).found).toEqual({});
    }
  });
});
