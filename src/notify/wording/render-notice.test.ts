import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataClasses } from '../../recognise/index.ts';
import { heldItems } from './blocks/data-block.ts';
import { noticeSentences } from './lint/notice-sentences.ts';
import { type NoticeText, nameMark, noticeElements, referenceMark } from './notice-types.ts';
import { renderNotice } from './render-notice.ts';
import { bareFacts, contentOf, fullFacts } from './wording.fixture.ts';

function blockOf(text: NoticeText, element: string): string {
  const block = text.blocks.find((one) => one.element === element)!;
  return block.paragraphs.flatMap((paragraph) => [paragraph.text, ...(paragraph.items ?? [])]).join('\n');
}

test('the elements of Art. 34(2) stand in their order, each with a title', () => {
  for (const language of ['en', 'fr']) {
    const { blocks } = renderNotice(contentOf({ language }), bareFacts);
    expect(blocks.map(({ element }) => element)).toEqual(noticeElements);
    expect(new Set(blocks.map(({ title }) => title)).size).toBe(blocks.length);
  }
});

test('what was lost is named, most urgent first, and what was not', () => {
  const { blocks } = renderNotice(contentOf(), fullFacts);
  const lists = blocks.find(({ element }) => element === 'data')!.paragraphs.map(({ items }) => items);
  expect(lists[0]).toEqual(['Password', 'E-mail address', 'Name (first name, last name)']);
  expect(lists).toContainEqual(['Bank account number']);
});

test('every class has a name of its own in both languages', () => {
  for (const language of ['en', 'fr']) {
    const classes = dataClasses.map((name) => ({ class: name, kinds: [] }));
    const { blocks } = renderNotice(contentOf({ language, classes, notLost: [] }), bareFacts);
    const items = blocks.find(({ element }) => element === 'data')!.paragraphs[0]!.items!;
    expect(new Set(items).size).toBe(dataClasses.length);
  }
});

test('of passwords it says what it means how they stand there', () => {
  const dataOf = (kinds: string[]) =>
    blockOf(renderNotice(contentOf({ classes: [{ class: 'Passwords', kinds }] }), bareFacts), 'data');
  expect(dataOf(['plain text'])).toContain('as it is typed');
  expect(dataOf(['MD5, unsalted'])).toContain('quickly undone');
  expect(dataOf(['SHA-1 with salt'])).toContain('not well');
  expect(dataOf(['phpass'])).toContain('slowed down');
  expect(dataOf(['bcrypt'])).toContain('slow to undo');
  expect(dataOf(['something new'])).toContain('do not know');
  // the worst of several
  expect(dataOf(['bcrypt', 'plain text'])).toContain('as it is typed');
  expect(dataOf([])).toContain('do not know');
});

test('more than before: what is new stands apart from what was told', () => {
  const content = contentOf({ kind: 'more', before: ['Names'] });
  const { blocks } = renderNotice(content, fullFacts);
  const lists = blocks
    .find(({ element }) => element === 'data')!
    .paragraphs.flatMap(({ items }) => (items ? [items] : []));
  expect(lists.slice(0, 2)).toEqual([['Password', 'E-mail address'], ['Name (first name, last name)']]);
});

test('a correction names what was told and is not there', () => {
  const content = contentOf({ kind: 'correction', before: ['Names', 'Passport numbers'] });
  const facts = { ...fullFacts, correction: { en: 'We took a column of one table for another.' } };
  const text = renderNotice(content, facts);
  expect(blockOf(text, 'data')).toContain('It is not in the files:\nPassport number');
  expect(blockOf(text, 'event')).toContain('We took a column of one table for another.');
  expect(text.subject).toContain('Correction');
});

test('what is read out as lost is all that was lost, and nothing that was not', () => {
  const itemsOf = (content: ReturnType<typeof contentOf>) =>
    heldItems(renderNotice(content, bareFacts), content);
  expect(itemsOf(contentOf({ classes: [] }))).toEqual([]);
  const names = contentOf({ kind: 'correction', before: ['Names', 'Passport numbers'] });
  expect(itemsOf(names)).toEqual(['Password', 'E-mail address', 'Name (first name, last name)']);
  const none = contentOf({ kind: 'correction', classes: [], before: ['Passport numbers'] });
  expect(itemsOf(none)).toEqual([]);
});

test('what is not known is said to be not known, and nothing is made up', () => {
  const text = renderNotice(contentOf({ controller: null }), bareFacts);
  expect(blockOf(text, 'event')).toContain('cannot say yet when');
  expect(blockOf(text, 'measures')).toContain('not part of this notice yet');
  expect(blockOf(text, 'contact')).toContain('notices@mail.example');
  expect(text.signature).toEqual(['The organisation whose files these are']);
  expect(text.subject).toBe('Your personal data was in a breach');
});

test('what is known is said: days, places, who was told, whom to turn to', () => {
  const text = renderNotice(contentOf({ language: 'fr' }), fullFacts);
  expect(blockOf(text, 'event')).toContain('entre le 1er mars 2026 et le 4 mars 2026');
  expect(blockOf(text, 'event')).toContain('Example Hosting, Example Backup');
  expect(blockOf(text, 'measures')).toContain('CNIL, le 10 mars 2026');
  expect(blockOf(text, 'contact')).toContain('01 99 00 12 34');
  expect(blockOf(text, 'contact')).toContain('cnil.fr');
  expect(text.subject).toContain('(avis d’Example Jobs)');
});

test('whose notice it is comes from the facts, else from the variant', () => {
  const content = contentOf({ controller: 'Example Bank' });
  expect(renderNotice(content, bareFacts).signature).toEqual(['Example Bank']);
  expect(renderNotice(content, fullFacts).signature[0]).toBe('Example Jobs');
});

test('one of several controllers speaks of its part of the files alone, whatever others hold', () => {
  for (const [language, ours, all] of [
    ['en', 'our part of the files', /(?:nothing else|none of it) about you in the files/u],
    ['fr', 'notre partie des fichiers', /rien trouvé (?:d’autre )?sur vous dans les fichiers/u],
  ] as const)
    for (const notLost of [[], ['Bank account numbers']]) {
      const dataOf = (controller: string | null) =>
        blockOf(renderNotice(contentOf({ language, controller, notLost }), fullFacts), 'data');
      expect(dataOf('Example Bank')).toContain(ours);
      expect(dataOf('Example Bank')).not.toMatch(all);
      expect(dataOf(null)).toMatch(all);
    }
});

test('names within a sentence begin small, and so does what stands behind a French colon', () => {
  const classes = ['Employers', 'Employment statuses', 'IP addresses'].map((name) => ({
    class: name,
    kinds: [],
  }));
  const listOf = (language: string) =>
    blockOf(renderNotice(contentOf({ language, classes }), fullFacts), 'consequences');
  expect(listOf('en')).toContain('Employer, employment status: Someone could');
  expect(listOf('fr')).toContain('Employeur, situation professionnelle\u00a0: quelqu’un pourrait');
  expect(listOf('fr')).toContain('Adresse IP\u00a0: quelqu’un');
});

test('nobody is said to be told who may not be', () => {
  expect(blockOf(renderNotice(contentOf(), bareFacts), 'measures')).toContain('whom we can reach');
  expect(blockOf(renderNotice(contentOf({ language: 'fr' }), bareFacts), 'measures')).toContain(
    'que nous pouvons joindre',
  );
});

test('guardians and heirs are written to about somebody else', () => {
  for (const [audience, word] of [
    ['guardian', 'child'],
    ['heirs', 'died'],
  ] as const) {
    const text = renderNotice(contentOf({ audience }), fullFacts);
    expect(blockOf(text, 'data')).toContain(word);
    expect(blockOf(text, 'data')).not.toMatch(/\byou\b/u);
    expect(text.greeting).toContain(nameMark);
  }
});

test('French signs have their blank, which no line is broken at', () => {
  const text = renderNotice(contentOf({ language: 'fr' }), fullFacts);
  const bare = noticeSentences(text).filter(
    ({ text: sentence, place }) => place !== 'textMessage' && / [:;!?»]/u.test(sentence),
  );
  expect(bare).toEqual([]);
});

test('what people wrote cannot bring a line, a mark or a direction of its own', () => {
  const hostile = `A${nameMark}B${referenceMark}C\u202eD\r\nBcc: x\u200b`;
  const facts = {
    ...fullFacts,
    organisation: hostile,
    contact: { ...fullFacts.contact, name: hostile },
    chain: [hostile],
    told: [{ who: hostile, on: null }],
    event: { en: hostile },
  };
  const text = renderNotice(contentOf(), facts);
  expect(text.subject).toContain('ABCD Bcc: x');
  const all = noticeSentences(text)
    .map((sentence) => sentence.text)
    .join('');
  expect(all).not.toMatch(/[\r\n\u202e\u200b]/u);
  expect(all.split(nameMark).length - 1).toBe(1);
  expect(all.split(referenceMark).length - 1).toBe(3);
});

test('a language without words is refused', () => {
  expect(() => renderNotice(contentOf({ language: 'tlh' }), bareFacts)).toThrowError(
    expect.objectContaining({ code: 'NOTICES_NO_WORDS' }),
  );
});

test('any content gives the same text twice, with every class in it', () => {
  const anyContent = fc.record({
    kind: fc.constantFrom('first', 'more', 'correction'),
    controller: fc.option(fc.string({ unit: 'binary' })),
    language: fc.constantFrom('en', 'fr'),
    audience: fc.constantFrom('person', 'guardian', 'heirs'),
    relation: fc.constantFrom('known', 'former', 'unknown'),
    classes: fc
      .subarray([...dataClasses, 'Tattoo status'])
      .map((names) => names.map((name) => ({ class: name, kinds: [] }))),
    notLost: fc.constant<string[]>([]),
    before: fc.subarray(['Names', 'Usernames']),
  });
  fc.assert(
    fc.property(anyContent, (content) => {
      const text = renderNotice(content, bareFacts);
      expect(renderNotice(structuredClone(content), bareFacts)).toEqual(text);
      const told = text.blocks[1]!.paragraphs.flatMap(({ items }) => items ?? []);
      expect(told.length).toBeGreaterThanOrEqual(content.classes.length);
    }),
    { numRuns: 200 },
  );
});
