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
