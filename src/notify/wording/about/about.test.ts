import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseState } from '../../../register/index.ts';
import { isTocsinError } from '../../../base/index.ts';
import { aboutToFill } from './about-to-fill.ts';
import { nothingSaid } from './about.ts';
import { factsOf, unknownControllers, usualSender } from './facts-of.ts';
import { parseAbout } from './parse-about.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../docs/reference/notice-about.schema.json', import.meta.url), 'utf8'),
) as object;
const isValid = new Ajv2020({ allErrors: true }).compile(schema);

const full = {
  organisation: 'Example Jobs',
  sender: { name: 'Example Jobs', address: 'notices@jobs.example' },
  contact: {
    name: 'DPO',
    email: 'dpo@jobs.example',
    phone: '+33 1 99 00 12 34',
    post: ['1 rue du Modèle', '75000 PARIS'],
  },
  event: { en: 'A file was copied.\n\nWe found it.', fr: 'Un fichier a été copié.' },
  happened: { from: '2026-03-01', to: '2026-03-04T12:00:00Z' },
  found: '2026-03-09',
  chain: ['Example Hosting'],
  consequences: { en: 'Somebody could call you.' },
  measures: { en: 'We closed it.' },
  told: [
    { who: 'CNIL', on: '2026-03-10' },
    { who: 'the police', on: null },
  ],
  authority: 'FR',
  site: 'jobs.example',
  correction: { en: 'We took one column for another.' },
  controllers: {
    'Example Bank': { contact: { name: null, email: 'dpo@bank.example', phone: null, post: [] } },
  },
};

test('a file that says everything is read as it was written', () => {
  const about = parseAbout(JSON.stringify(full));
  expect(about).toMatchObject({ ...full, authority: { site: 'cnil.fr' } });
  expect(isValid(full)).toBe(true);
});

test('a day alone is a span of one day', () => {
  expect(parseAbout('{"happened":"2026-03-01"}').happened).toEqual({ from: '2026-03-01', to: '2026-03-01' });
});

const bad: readonly (readonly [string, unknown])[] = [
  ['organization', { organization: 'Example' }],
  ['contact.mail', { contact: { mail: 'dpo@jobs.example' } }],
  ['contact.email', { contact: { email: 'not an address' } }],
  ['contact.phone', { contact: { phone: 'call us' } }],
  ['contact.post[0]', { contact: { post: [7] } }],
  ['happened', { happened: 'last week' }],
  ['happened', { happened: '2026-02-30' }],
  ['found', { found: '9999-01-01' }],
  ['happened.to', { happened: { from: '2026-03-01', to: 'soon' } }],
  ['happened', { happened: { from: '2026-03-02', to: '2026-03-01' } }],
  ['found', { found: 20260301 }],
  ['event', { event: 'A file was copied.' }],
  ['event', { event: { english: 'A file was copied.' } }],
  ['event.en', { event: { en: 7 } }],
  ['told[0].who', { told: [{ on: '2026-03-01' }] }],
  ['authority', { authority: 'Utopia' }],
  ['site', { site: 'https://jobs.example' }],
  ['site', { site: 'www.jobs.example' }],
  ['site', { site: 'jobs.example/leak' }],
  ['sender.address', { sender: { address: 'a@b@c' } }],
  ['sender.address', { sender: { address: 'a b@jobs.example' } }],
  ['organisation', { organisation: 'Example\r\nBcc: all' }],
  ['controllers.Bank.found', { controllers: { Bank: { found: 'soon' } } }],
  ['controllers.Bank.controllers', { controllers: { Bank: { controllers: {} } } }],
];

test.each(bad)('a fault is told by its place, without the value: %s', (place, said) => {
  const error = caught(() => parseAbout(JSON.stringify(said)));
  expect(error).toMatchObject({
    code: 'NOTICES_ABOUT',
    message: expect.stringContaining(`"${place}"`) as string,
  });
});

test('what the schema refuses is refused', () => {
  for (const [, said] of bad.filter(([place]) => !['happened', 'found', 'authority'].includes(place)))
    expect([isValid(said), said]).toEqual([false, said]);
});

test.each(['', '{', '[]', '"x"', 'null', '{"controllers":[]}'])('no file of facts: %s', (json) => {
  expect(caught(() => parseAbout(json))).toMatchObject({ code: 'NOTICES_ABOUT' });
});

test('nothing but an error of its own comes of any JSON', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(codeOf(() => parseAbout(json))).toMatch(/^(?:none|NOTICES_ABOUT)$/u);
    }),
  );
});

test('the file to fill in says nothing that was not known, and can be read as it is', () => {
  const facts = factsOf(nothingSaid, caseState([]), null, 'host.example');
  const empty = aboutToFill(facts, ['en', 'fr'], ['A', 'B'], 'host.example');
  expect(parseAbout(JSON.stringify(empty))).toEqual({ controllers: { A: {}, B: {} } });
  expect(isValid(empty)).toBe(true);
  expect(Object.keys(empty)).toEqual(expect.arrayContaining(['event', 'measures', 'contact', 'controllers']));
});

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return isTocsinError(error) ? error.code : String(error);
  }
}

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const state = caseState([
  {
    number: 0,
    kind: 'case.open',
    at: '2026-03-09T10:00:00Z',
    who: 'ada',
    body: {
      to: {
        zone: 'Europe/Paris',
        country: 'FR',
        happened: { from: '2026-03-01T23:30:00Z', to: '2026-03-04' },
        found: '2026-03-09T08:00:00Z',
        organisations: [
          { part: 'product', name: 'Example Transfer' },
          { part: 'controller', name: 'Example Jobs' },
          { part: 'processor', name: 'Example Scan' },
        ],
      },
    },
  },
  {
    number: 1,
    kind: 'case.contact',
    at: '2026-03-09T10:00:00Z',
    who: 'ada',
    body: {
      contact: {
        name: 'A journalist',
        role: 'press',
        organisation: null,
        email: 'press@paper.example',
        phone: null,
      },
    },
  },
  {
    number: 2,
    kind: 'case.contact',
    at: '2026-03-09T10:00:00Z',
    who: 'ada',
    body: {
      contact: {
        name: 'Office',
        role: 'Data protection officer',
        organisation: null,
        email: 'dpo@jobs.example',
        phone: null,
      },
    },
  },
]);

test('the case says what the file does not: its controller, days in its zone, the chain, the officer, the authority', () => {
  expect(factsOf(nothingSaid, state, null, 'host.example')).toMatchObject({
    organisation: 'Example Jobs',
    sender: { name: null, address: 'notices@host.example' },
    contact: { name: 'Office', email: 'dpo@jobs.example' },
    happened: { from: '2026-03-02', to: '2026-03-04' },
    found: '2026-03-09',
    chain: ['Example Scan', 'Example Transfer'],
    authority: { site: 'cnil.fr' },
    told: [],
    event: null,
    measures: null,
  });
});

test('that the authority was told follows from its clock', () => {
  const clock = {
    id: 'gdpr-33-1',
    rule: 'gdpr-33-1',
    for: null,
    within: null,
    trigger: 'aware',
    startedAt: '2026-03-09T08:00:00Z',
  };
  const met = { at: '2026-03-10T23:30:00Z', who: 'ada', reference: null };
  const clocks = [{ ...clock, why: null, who: 'ada', stopped: null, met }] as never;
  expect(factsOf(nothingSaid, { ...state, clocks }, null, 'h').told).toEqual([
    { who: expect.stringContaining('CNIL') as string, on: '2026-03-11' },
  ]);
});

test('what is said of one controller goes before what is said of all, by name however written', () => {
  const about = parseAbout(JSON.stringify(full));
  expect(factsOf(about, state, 'EXAMPLE  bank', 'h').contact.email).toBe('dpo@bank.example');
  expect(factsOf(about, state, 'Example Shop', 'h').contact.email).toBe('dpo@jobs.example');
  expect(unknownControllers(about, ['Example Shop'])).toEqual(['Example Bank']);
  expect(unknownControllers(about, ['example bank'])).toEqual([]);
});

test('of several controllers none is taken for the one', () => {
  const two = [...state.facts.organisations, { part: 'controller' as const, name: 'Example Bank' }];
  expect(
    factsOf(nothingSaid, { ...state, facts: { ...state.facts, organisations: two } }, null, 'h').organisation,
  ).toBeNull();
});

test.each([
  ['host.example', 'notices@host.example'],
  ['VM-1', 'notices@vm-1'],
  ['', 'notices@localhost'],
  ['héé\r\nx', 'notices@hx'],
])('from the machine %s comes %s', (hostname, address) => {
  expect(usualSender(hostname)).toBe(address);
});
