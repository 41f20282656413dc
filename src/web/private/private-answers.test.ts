// What the page of the private look-up says before anybody has asked: nothing of a breach that is not true of all in it.
import type { HtmlEscapedString } from 'hono/utils/html';
import { expect, test } from 'vitest';
import type { Catalogue } from '../../lookup/index.ts';
import type { PublishedIndex, Vocabulary } from '../../lookup/private/index.ts';
import { testBreaches } from '../api/test-accounts.ts';
import { indexPart } from './private-answers.ts';

const model = {
  ...testBreaches[0]!,
  Controllers: ['Agence A', 'Agence B'],
  VendorChain: ['Agence A, Agence B', 'Made-up Host'],
  Domain: 'agences.example',
};

function shown(vocabulary: Partial<Vocabulary>): string {
  const index: PublishedIndex = {
    breach: 1,
    kind: 'nir',
    salt: Buffer.alloc(16),
    vocabulary: { classes: [], controllers: [], flags: [], ...vocabulary },
    bits: 0,
    entryBytes: 40,
    slots: 1,
  };
  const published = { breach: 1, caseId: null, isRange: false, model, json: '', nameJson: '' };
  const catalogue: Catalogue = {
    version: 1,
    breaches: [published],
    byNumber: new Map([[1, published]]),
    byName: new Map(),
    latest: published,
    dataClasses: [],
  };
  return (indexPart(index, catalogue, 'en') as HtmlEscapedString).toString();
}

test('of a case that was split only what the bits of a person say names a controller', () => {
  const nobodys = shown({ isSplit: true });
  expect(nobodys).toContain('It was lost through Made-up Host.');
  expect(nobodys).not.toMatch(/Agence|agences/u);
  const some = shown({ isSplit: true, controllers: ['Agence A'] });
  expect(some).toContain('<li data-bit="0" hidden>Agence A</li>');
  expect(some).not.toContain('The data is that of');
});

test('of a case that was not split all controllers are named to everybody', () => {
  expect(shown({})).toContain('The data is that of Agence A and Agence B; it was lost through Made-up Host.');
});
