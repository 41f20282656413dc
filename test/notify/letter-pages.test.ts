/*
 * Letters on paper: where the address stands, what else can be seen through a window, margins, codes that scan, text that
 * can be read out.
 */
import { expect, test } from 'vitest';
import {
  addressBlock,
  createLetterFile,
  type LaidOutLetter,
  layOutLetter,
  letterFonts,
  type LetterWindow,
  letterWindows,
  type NoticeContent,
  renderNotice,
} from '../../src/notify/index.ts';
import { codesOn, drawPages } from './pdf-pages.fixture.ts';

const reference = '2063246111087';
const shown = '2063\u00a02461\u00a01108\u00a07';

function letter(window: LetterWindow, more: Partial<NoticeContent> = {}, isLarge = false): LaidOutLetter {
  const content: NoticeContent = {
    kind: 'first',
    controller: 'Emploi Exemple',
    language: 'fr',
    audience: 'person',
    relation: 'known',
    classes: ['Names', 'Government issued IDs', 'Dates of birth'].map((name) => ({ class: name, kinds: [] })),
    notLost: ['Passwords', 'Email addresses'],
    before: [],
    ...more,
  };
  const text = renderNotice(content, {
    organisation: 'Emploi Exemple',
    sender: { name: 'Emploi Exemple', address: 'avis@emploi.example' },
    contact: { name: 'Délégué', email: 'dpo@emploi.example', phone: '01 99 00 12 34', post: [] },
    event: null,
    happened: { from: '2023-05-28', to: '2023-05-29' },
    found: '2023-08-20',
    chain: ['Prestataire'],
    consequences: null,
    measures: null,
    told: [{ who: 'CNIL', on: '2023-08-23' }],
    authority: null,
    site: 'emploi.example',
    correction: null,
  });
  const laid = layOutLetter(text, {
    sender: {
      organisation: 'Emploi Exemple',
      post: ['1 avenue de l’Exemple', '75000 PARIS'],
      contact: ['Délégué à la protection des données', '01 99 00 12 34 · dpo@emploi.example'],
    },
    window,
    isLarge,
    day: '2026-11-23',
  });
  expect(laid).not.toBeNull();
  return laid!;
}

function pdfOf(laid: LaidOutLetter, name: string | null, address: readonly string[]): Buffer {
  const pieces: Buffer[] = [];
  const file = createLetterFile((bytes) => void pieces.push(bytes), { title: 'letters-1', language: 'fr' });
  file.add(laid, { address, name, reference });
  file.end(Buffer.alloc(16, 7));
  return Buffer.concat(pieces);
}

const longest = [
  'Madame Maximiliane-Éléonore DE LA TRÈS-LONGUE-MAISON',
  'Résidence les Grands Chênes, bât. C, apt 412',
  'Lieu-dit La Grande Traversière du Haut',
  '12 impasse du Vieux-Moulin-à-Vent ŁĄŞŢ',
  'BP 123',
  '31000 TOULOUSE CEDEX 4',
];

const usual = ['Jean Exemple', '12 rue des Lilas', '75011 PARIS'];

test.each([
  ['fr', usual],
  ['fr', longest],
  ['de', usual],
  ['de', longest],
  ['uk', usual],
  ['uk', longest],
] as const)(
  'through the window %s the address %j is seen whole, and nothing else but the sender',
  async (window, lines) => {
    const [first] = await drawPages(pdfOf(letter(window), 'Jean Exemple', lines), { dpi: 300, most: 1 });
    const { address, clear, senderFoot } = letterWindows[window];
    expect([first!.widthMm, first!.heightMm].map(Math.round)).toEqual([210, 297]);
    const ink = first!.ink({ ...clear, top: senderFoot + 1 })!;
    expect(ink.left).toBeGreaterThanOrEqual(address.left - 0.1);
    expect(ink.right).toBeLessThanOrEqual(address.left + address.width + 0.1);
    expect(ink.top).toBeGreaterThanOrEqual(address.top);
    expect(ink.bottom).toBeLessThanOrEqual(address.top + address.height);
    // the sender's line is inside too
    const sender = first!.ink({ ...clear, bottom: senderFoot + 1 })!;
    expect(sender.top).toBeGreaterThan(senderFoot - 3);
    expect([sender.left, sender.right].map(Math.round)).toEqual([address.left, expect.any(Number)]);
    expect(sender.right).toBeLessThanOrEqual(address.left + address.width + 0.1);
  },
);

test.each([['fr'], ['de'], ['uk']] as const)(
  'nothing is printed within 5 mm of the edges in window %s',
  async (window) => {
    for (const page of await drawPages(pdfOf(letter(window), 'Jean Exemple', longest))) {
      const ink = page.ink();
      if (ink === null) continue;
      expect(ink.left).toBeGreaterThanOrEqual(4.9);
      expect(ink.top).toBeGreaterThanOrEqual(5);
      expect(ink.right).toBeLessThanOrEqual(page.widthMm - 5);
      expect(ink.bottom).toBeLessThanOrEqual(page.heightMm - 5);
    }
  },
);

test('the folds and the middle of DIN 5008 form B are marked', async () => {
  const [first] = await drawPages(pdfOf(letter('de'), null, usual), { dpi: 300, most: 1 });
  for (const mark of [105, 148.5, 210]) {
    const ink = first!.ink({ left: 4, right: 10, top: mark - 2, bottom: mark + 2 })!;
    expect((ink.top + ink.bottom) / 2).toBeCloseTo(mark, 0);
  }
  const [french] = await drawPages(pdfOf(letter('fr'), null, usual));
  expect(french!.ink({ right: 20 })).toBeNull();
});

test.each([
  [200, false],
  [300, false],
  [200, true],
])('the bar code scans at %i dots an inch', async (dpi, isLarge) => {
  for (const window of ['fr', 'de', 'uk'] as const) {
    const [first] = await drawPages(pdfOf(letter(window, {}, isLarge), 'Jean Exemple', usual), {
      dpi,
      most: 1,
    });
    expect(await codesOn(first!)).toEqual([reference]);
  }
});

const inOneLine = (text: string) => text.replaceAll(/[\s\u00a0]+/gu, ' ');

test('all that is said can be read out of the file, and each page says whose it is', async () => {
  const laid = letter('fr');
  const pages = await drawPages(pdfOf(laid, 'Łukasz Żółć-Ștefănescu', usual));
  expect(pages).toHaveLength(laid.pages.length + (laid.pages.length % 2));
  const text = inOneLine(pages.map((page) => page.text).join(' '));
  for (const said of [
    'Emploi Exemple',
    'Référence',
    inOneLine(shown),
    '23 novembre 2026',
    'Jean Exemple',
    '75011 PARIS',
    'Łukasz Żółć-Ștefănescu',
    'Ce qui s’est passé',
    'Date de naissance',
  ])
    expect(text).toContain(said);
  for (const page of pages.slice(0, laid.pages.length))
    expect(inOneLine(page.text)).toContain(inOneLine(shown));
});

test('a letter ends on an even page, so that the next begins on a sheet of its own', async () => {
  const pieces: Buffer[] = [];
  const file = createLetterFile((bytes) => void pieces.push(bytes), { title: 'two', language: 'fr' });
  const laid = letter('fr', { classes: [{ class: 'Names', kinds: [] }] }, true);
  expect(laid.pages.length % 2).toBe(1);
  const places = [usual, longest].map((address) => file.add(laid, { address, name: 'A B', reference }));
  file.end(Buffer.alloc(16));
  const pages = await drawPages(Buffer.concat(pieces), { dpi: 50 });
  expect(places).toEqual([
    { first: 1, last: 4 },
    { first: 5, last: 8 },
  ]);
  expect(pages.map((page) => page.ink() !== null)).toEqual([
    true,
    true,
    true,
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('large print is 16 points, and no letter is smaller than 11', () => {
  expect(letter('fr', {}, true).size).toBe(16);
  const many = Array.from({ length: 40 }, (_, i) => ({ class: `Class ${i}`, kinds: [] }));
  for (const classes of [[{ class: 'Names', kinds: [] }], many])
    expect(letter('fr', { classes }).size).toBeGreaterThanOrEqual(11);
});

test('a name that is too long for its line is set narrower, and left out where nobody could read it', async () => {
  const [narrow, without] = await Promise.all(
    ['A'.repeat(85), 'A'.repeat(300)].map(
      async (name) => (await drawPages(pdfOf(letter('fr'), name, usual)))[0],
    ),
  );
  expect(inOneLine(narrow!.text)).toContain(`Bonjour ${'A'.repeat(85)},`);
  expect(narrow!.ink({ top: 100 })!.right).toBeLessThan(186);
  expect(without!.text).not.toContain('AAA');
  expect(inOneLine(without!.text)).toContain('Bonjour,');
});

test('whatever characters a name has, it is printed as near as can be, or not at all', () => {
  const { regular } = letterFonts();
  const block = (name: string) =>
    addressBlock({ to: [name], lines: ['1 rue A', '75001 Paris'], country: 'FR' }, regular, { from: 'FR' });
  expect(block('Ειρήνη Παπαδοπούλου')![0]).toBe('Ειρήνη Παπαδοπούλου');
  expect(block('Наталія Їжак')![0]).toBe('Наталія Їжак');
  expect(block('Zoe\u0308\u202e Test')![0]).toBe('Zoë Test');
  expect(block('Ｆｕｌｌ')![0]).toBe('Full');
  expect(block('王小明')).toBeNull();
  expect(block('محمد')).toBeNull();
});

test('the same letters give the same bytes, and the properties of the file name nobody', () => {
  const laid = letter('de');
  const pdf = pdfOf(laid, 'Jean Exemple', usual);
  expect(pdfOf(letter('de'), 'Jean Exemple', usual).equals(pdf)).toBe(true);
  const text = pdf.toString('latin1');
  expect(text).not.toContain('Jean');
  expect(text).not.toContain(Buffer.from('Jean', 'utf16le').swap16().toString('hex'));
});

test('its titles, paragraphs and lists are tagged in the order in which they are read', async () => {
  const pages = await drawPages(pdfOf(letter('fr'), 'Jean Exemple', usual), { dpi: 30 });
  const [first, second] = pages.map(({ tags }) => tags);
  // who sends it, whom to ask, the address, the reference, the day
  const head = ['P', 'P', 'P', 'P', 'P', 'H1', 'P', 'H2'].map((tag) => `  ${tag}`);
  expect(first!.slice(0, 10)).toEqual(['Document', ' Sect', ...head]);
  const entry = ['   LI', '    Lbl', '    LBody'];
  expect(first!.slice(first!.indexOf('  L'))).toEqual(expect.arrayContaining(['  L', ...entry]));
  for (const tags of [first!, second!]) {
    const lists = tags.filter((tag) => tag === '  L').length;
    expect(lists).toBeGreaterThan(0);
    expect(tags.filter((tag) => tag === '    Lbl')).toHaveLength(
      tags.filter((tag) => tag === '    LBody').length,
    );
  }
});
