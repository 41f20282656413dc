// A statement as a page: every class with its advice, the weakest password decides, text of others is text.
import type { HtmlEscapedString } from 'hono/utils/html';
import { expect, test } from 'vitest';
import type { PersonalStatement } from '../../lookup/index.ts';
import { dataClasses } from '../../recognise/index.ts';
import type { BreachModel, ExposureSet } from '../../register/index.ts';
import { adviceFor, type Language } from '../../report/index.ts';
import { statementPage } from './statement-page.ts';

const model: BreachModel = {
  Name: 'MadeUp',
  Title: 'Made up',
  Domain: 'madeup.example',
  BreachDate: '2023-08-01',
  AddedDate: '2026-01-01T00:00:00Z',
  ModifiedDate: '2026-01-01T00:00:00Z',
  PwnCount: 1,
  Description: '',
  LogoPath: '',
  Attribution: null,
  DisclosureUrl: null,
  DataClasses: [],
  IsVerified: true,
  IsFabricated: false,
  IsSensitive: false,
  IsRetired: false,
  IsSpamList: false,
  IsMalware: false,
  IsSubscriptionFree: false,
  IsStealerLog: false,
  Controllers: [],
  VendorChain: [],
};

const person = (classes: ExposureSet['classes'], more: Partial<ExposureSet> = {}): ExposureSet => ({
  classes,
  controllers: [],
  flags: [],
  ...more,
});

const shown = (statement: PersonalStatement, language: Language = 'en', more = {}): string =>
  (
    statementPage(statement, {
      language,
      address: 'a@example.org',
      now: new Date('2026-11-23T10:00:00Z'),
      sightings: { websites: [], pastes: [] },
      settings: { contact: null, authority: null },
      ...more,
    }) as HtmlEscapedString
  )
    .toString()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll('&#39;', '’');

const one = (set: ExposureSet, changes: Partial<BreachModel> = {}): PersonalStatement => [
  { model: { ...model, ...changes }, people: [set] },
];

test.each(['en', 'fr'] as const)('every class is named and advised upon, in %s', (language) => {
  const page = shown(one(person(dataClasses.map((name) => ({ class: name, kinds: [] })))), language);
  for (const { text } of adviceFor(dataClasses, language)) expect(page).toContain(text);
  expect(page.match(/<li>/gu)).toHaveLength(dataClasses.length);
});

test('of several kinds of password the weakest is told', () => {
  const page = shown(one(person([{ class: 'Passwords', kinds: ['bcrypt', 'plain text'] }])));
  expect(page).toContain('Readable as it stands');
  expect(page).not.toContain('Slow to guess');
});

test('whose data it is, through whom it was lost, as far as that is known', () => {
  const controllers = ['Alpha Bank', 'Beta Bank'];
  const chain = ['Alpha Bank', 'Beta Bank', 'Switcher', 'Transfer Box'];
  const told = (set: ExposureSet, changes: Partial<BreachModel>) =>
    /<h2>Made up<\/h2> <p> ?(.*?) ?In the hands/u.exec(shown(one(set, changes)))?.[1];
  const whole = { Controllers: controllers, VendorChain: chain };
  expect(told(person([]), whole)).toBe(
    'The data is that of Alpha Bank and Beta Bank; it was lost through Switcher, then Transfer Box.',
  );
  expect(told(person([], { controllers: ['Beta Bank'] }), whole)).toBe(
    'The data is that of Beta Bank; it was lost through Switcher, then Transfer Box.',
  );
  expect(told(person([]), {})).toBe('The data is that of madeup.example.');
  expect(told(person([]), { Domain: '' })).toBe('');
});

const split = (controllers: string[]) => person([], { controllers, isSplit: true });
const ofTwo = {
  Controllers: ['Agence A', 'Agence B'],
  VendorChain: ['Agence A, Agence B', 'Made-up Host'],
  Domain: 'agences.example',
};

test('in a case that was split nobody is told a controller that is not known to be theirs', () => {
  const page = shown(one(split([]), ofTwo));
  expect(page).toContain('is not known. It was lost through Made-up Host.');
  expect(page).not.toMatch(/Agence|agences/u);
  expect(shown(one(split([]), ofTwo), 'fr')).toContain('On ne sait pas de qui');
  expect(shown(one(split([]), ofTwo), 'fr')).not.toMatch(/Agence|agences/u);
  const ofOne = shown(one(split(['Agence B']), ofTwo));
  expect(ofOne).toContain('The data is that of Agence B; it was lost through Made-up Host.');
  expect(ofOne).not.toContain('Agence A');
  expect(shown(one(person([]), ofTwo))).toContain('The data is that of Agence A and Agence B');
});

test('of several people under one address each is told whose data is theirs', () => {
  const people = [split(['Agence A']), split([])];
  const [, first = '', second = ''] = shown([{ model: { ...model, ...ofTwo }, people }]).split('<h3>');
  expect(first).toContain('The data is that of Agence A.');
  expect(second).toContain('is not known');
  expect(second).not.toContain('Agence');
});

test.each([
  ['en', 'In the hands of others since 1 August 2023;', 'since 1 August 2023 at the latest'],
  ['fr', 'tiers depuis le 1 août 2023', 'depuis le 1 août 2023 au plus tard'],
] as const)(
  'a day by which it had happened is not told as the day of it, in %s',
  (language, known, latest) => {
    const told = (BreachDateKnown: boolean) =>
      shown(one(person([]), { BreachDateKnown }), language)
        .replaceAll(/[\u00a0\u202f]/gu, ' ')
        .replaceAll('1er', '1');
    expect(told(true)).toContain(known);
    expect(told(true)).not.toContain(latest);
    expect(told(false)).toContain(latest);
  },
);

test('what a breach or a leak is called is text, whatever it holds', () => {
  const page = shown(
    one(
      person([{ class: '<b>Names</b>', kinds: [] }], {
        flags: ['minor', 'constructor'],
        controllers: ['<i>'],
      }),
      {
        Title: '<script>alert(1)</script>',
      },
    ),
  );
  expect(page).not.toMatch(/<script|<b>|<i>/u);
  expect(page).toContain('this person is a minor');
});

test.each([
  ['en', 'no row about you was found under it'],
  ['fr', 'aucune ligne à votre sujet n’a été trouvée'],
] as const)('of an address that only stands in a text nothing else is told, in %s', (language, words) => {
  const emails = [{ class: 'Email addresses', kinds: [] }];
  expect(shown(one(person(emails, { flags: ['mentioned'] })), language)).toContain(words);
  expect(shown(one(person(emails)), language)).not.toContain(words);
});

test('a long list of websites is cut with a word about the rest', () => {
  const websites = Array.from({ length: 25 }, (_, i) => `site${i}.example`);
  const paste = { Source: 'Pastebin', Id: 'x1', Title: null, Date: '2026-02-03T00:00:00Z', EmailCount: 2 };
  const page = shown([], 'fr', { sightings: { websites, pastes: [paste] } });
  expect(page).toContain('site19.example, et 5 autres');
  expect(page).toContain('Pastebin x1 du 3 février 2026');
  expect(page).toContain('Rien trouvé');
});

test('contact and authority are those of the service', () => {
  const page = shown([], 'en', { settings: { contact: '+33 1 99 00 12 34', authority: 'the DPC, Ireland' } });
  expect(page).toContain('+33 1 99 00 12 34');
  expect(page).toContain('the DPC, Ireland');
});

test('French says whose data it was as it is spoken: an elision before a vowel, and the first of a month', () => {
  const page = (changes: Partial<BreachModel>) => shown(one(person([]), changes), 'fr');
  expect(page({ Controllers: ['Example', 'Alder'] })).toContain('données d’Example et d’Alder.');
  expect(page({ Controllers: ['Banque'], VendorChain: ['Écran', 'Tiers'] })).toContain(
    'données de Banque, perdues par l’intermédiaire d’Écran, puis de Tiers.',
  );
  expect(page({ BreachDate: '2023-11-01' })).toContain('depuis le 1er novembre 2023');
});
