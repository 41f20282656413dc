import { expect, test } from 'vitest';
import { dataClasses } from '../../../recognise/index.ts';
import {
  type NoticeContent,
  type NoticeFacts,
  type NoticeText,
  nameMark,
  referenceMark,
} from '../notice-types.ts';
import { renderNotice } from '../render-notice.ts';
import { bareFacts, contentOf, fullFacts } from '../wording.fixture.ts';
import { badEvents, goodEvents, goodFrench } from './event-sentences.fixture.ts';
import type { LintRule } from './lint-finding.ts';
import { createNoticeLinter, lintNotice } from './lint-notice.ts';

function faultsOf(facts: NoticeFacts, content: NoticeContent = contentOf()): LintRule[] {
  return lintNotice(renderNotice(content, facts), content, facts).faults.map(({ rule }) => rule);
}

function faultsOfText(change: (text: NoticeText) => NoticeText, content = contentOf()): LintRule[] {
  const text = change(structuredClone(renderNotice(content, fullFacts)));
  return lintNotice(text, content, fullFacts).faults.map(({ rule }) => rule);
}

test('the usual words have no fault, whatever was lost, for every audience, relation and kind of notice', () => {
  const sets = [[...dataClasses], [], ...dataClasses.map((name) => [name])];
  const linter = createNoticeLinter();
  for (const facts of [bareFacts, fullFacts])
    for (const language of ['en', 'fr'])
      for (const audience of ['person', 'guardian', 'heirs'] as const)
        for (const kind of ['first', 'more', 'correction'] as const)
          for (const relation of ['known', 'former', 'unknown'] as const)
            for (const classes of relation === 'unknown' ? sets : sets.slice(0, 2)) {
              const content = contentOf({
                language,
                audience,
                kind,
                relation,
                classes: classes.map((name) => ({
                  class: name,
                  kinds: name === 'Names' ? ['first name'] : [],
                })),
                notLost: ['Passwords', 'Phone numbers'].filter(
                  (name) => !(classes as string[]).includes(name),
                ),
                before: kind === 'first' ? [] : ['Names', 'Usernames'],
              });
              const { faults, reading, warnings } = linter.lint(renderNotice(content, facts), content, facts);
              expect(faults).toEqual([]);
              expect(reading.isReached).toBe(true);
              expect(
                warnings.filter(({ rule }) => rule !== 'unsaid' && rule !== 'text-message-length'),
              ).toEqual([]);
            }
});

test.each(badEvents)('is refused for %s: %s', (rule, sentence) => {
  const language = /[éèàç’]|\b(?:vos|votre|ici|pour)\b/iu.test(sentence) ? 'fr' : 'en';
  const facts = { ...fullFacts, event: { [language]: `${fullFacts.event![language]} ${sentence}` } };
  const faults = faultsOf(facts, contentOf({ language }));
  expect(faults).toContain(rule);
  expect([...new Set(faults)].filter((other) => other !== rule && !isBeside(rule, other))).toEqual([]);
});

/** A phrase of one rule that cannot be had without another. */
function isBeside(rule: LintRule, other: LintRule): boolean {
  return (
    (rule === 'click' && other === 'attachment') ||
    (rule === 'link' && other === 'names-value') ||
    (other === 'element-elsewhere' && ['link', 'click', 'attachment'].includes(rule))
  );
}

test('a value is not repeated in what is said of it', () => {
  const facts = {
    ...fullFacts,
    measures: { en: 'We wrote to ada.modele@mail.example and to +33 6 39 98 12 34.' },
  };
  const content = contentOf();
  const { faults } = lintNotice(renderNotice(content, facts), content, facts);
  expect(faults.length).toBeGreaterThan(0);
  expect(JSON.stringify(faults)).not.toMatch(/modele|39 98/u);
});

test.each(goodEvents)('is not refused: %s', (sentence) => {
  expect(faultsOf({ ...fullFacts, event: { en: sentence } })).toEqual([]);
});

test.each(goodFrench)('n’est pas refusé : %s', (sentence) => {
  expect(faultsOf({ ...fullFacts, event: { fr: sentence } }, contentOf({ language: 'fr' }))).toEqual([]);
});

test('what may follow may be said to be possible', () => {
  const consequences = { en: 'Somebody could try to log in. It may take months.' };
  expect(faultsOf({ ...fullFacts, consequences })).toEqual([]);
});

test.each(['event', 'data', 'consequences', 'measures', 'advice', 'contact'] as const)(
  'a notice without the element %s is refused',
  (element) => {
    const faults = faultsOfText((text) => ({
      ...text,
      blocks: text.blocks.filter((block) => block.element !== element),
    }));
    expect(faults).toContain('element-missing');
    const hollow = faultsOfText((text) => ({
      ...text,
      blocks: text.blocks.map((block) =>
        block.element === element ? { ...block, paragraphs: [{ text: 'See below.' }] } : block,
      ),
    }));
    expect(hollow).toContain('element-missing');
  },
);

test('elements in another order are refused', () => {
  expect(faultsOfText((text) => ({ ...text, blocks: text.blocks.toReversed() }))).toContain(
    'element-missing',
  );
});

const badTexts: readonly (readonly [LintRule, string, (text: NoticeText) => NoticeText])[] = [
  ['mark-missing', 'no name in the greeting', (text) => ({ ...text, greeting: 'Hello,' })],
  [
    'mark-missing',
    'no reference',
    (text) => ({ ...text, proof: [{ text: 'This notice is real, as you see.' }] }),
  ],
  [
    'mark-missing',
    'no reference in the text message',
    (text) => ({ ...text, textMessage: 'Your data has leaked.' }),
  ],
  ['mark-astray', 'a name in the subject', (text) => ({ ...text, subject: `For ${nameMark}` })],
  [
    'mark-astray',
    'a name in the greeting for those without',
    (text) => ({ ...text, greetingWithoutName: `Dear ${nameMark},` }),
  ],
  ['mark-astray', 'a reference in the signature', (text) => ({ ...text, signature: [referenceMark] })],
  ['element-missing', 'no subject', (text) => ({ ...text, subject: ' ' })],
  [
    'hedged',
    'a subject that does not know',
    (text) => ({ ...text, subject: 'Your data may have been in a breach' }),
  ],
  [
    'link',
    'a link in the text message',
    (text) => ({ ...text, textMessage: `${text.textMessage} https://jobs.example` }),
  ],
  [
    'names-value',
    'a name in the greeting',
    (text) => ({ ...text, greeting: `Dear Mrs Modele ${nameMark},` }),
  ],
  ['language', 'another language', (text) => ({ ...text, language: 'fr' })],
  ['hidden-character', 'a character nobody sees', (text) => ({ ...text, signature: ['Example\u200bJobs'] })],
  ['hidden-character', 'a change of direction', (text) => ({ ...text, signature: ['Example\u202eJobs'] })],
  [
    'text-message-length',
    'a text message of many parts',
    (text) => ({ ...text, textMessage: `${text.textMessage} ${'and so on '.repeat(60)}` }),
  ],
];

test.each(badTexts)('is refused for %s: %s', (rule, _what, change) => {
  expect(faultsOfText(change)).toContain(rule);
});

function withItems(change: (items: string[]) => string[]) {
  return (text: NoticeText): NoticeText => ({
    ...text,
    blocks: text.blocks.map((block) =>
      block.element !== 'data'
        ? block
        : {
            ...block,
            paragraphs: block.paragraphs.map((one, i) =>
              i === 0 ? { ...one, items: change(one.items ?? []) } : one,
            ),
          },
    ),
  });
}

test('a class that was lost and is not named is refused', () => {
  expect(faultsOfText(withItems((items) => items.filter((item) => item !== 'Password')))).toContain(
    'class-missing',
  );
  expect(
    faultsOfText(
      withItems((items) => items.map((item) => item.replace('Name (', 'Names of family members ('))),
    ),
  ).toContain('class-missing');
});

test('a class that is named and was not lost is refused', () => {
  expect(faultsOfText(withItems((items) => [...items, 'Passport number']))).toContain('class-extra');
  expect(faultsOfText(withItems((items) => [...items, 'Bank account number']))).toContain('class-extra');
  expect(faultsOfText(withItems((items) => [...items, 'Something else of yours']))).toContain('class-extra');
});

test('data that the own words speak of, and that these people did not lose, is warned of', () => {
  const facts = { ...fullFacts, event: { en: 'A table with passport numbers and passwords was copied.' } };
  const { faults, warnings } = lintNotice(renderNotice(contentOf(), facts), contentOf(), facts);
  expect(faults).toEqual([]);
  expect(warnings).toMatchObject([
    { rule: 'class-extra', what: expect.stringContaining('Passport numbers') as string },
  ]);
});

test('what nobody said is warned of, and in which language', () => {
  const content = contentOf({ language: 'fr' });
  const facts = { ...bareFacts, event: { en: 'A file was copied.' } };
  const { warnings } = lintNotice(renderNotice(content, facts), content, facts);
  expect(warnings.map(({ what }) => what)).toEqual([
    expect.stringContaining('whose data it is'),
    expect.stringContaining('what happened in the language fr'),
    expect.stringContaining('when it happened'),
    expect.stringContaining('what was done'),
    expect.stringContaining('which authority was told'),
    expect.stringContaining('whom people may turn to'),
    expect.stringContaining('where people may complain'),
  ]);
  expect(lintNotice(renderNotice(contentOf(), fullFacts), contentOf(), fullFacts).warnings).toEqual([]);
});

test('a text that is hard to read is warned of, and refused where few would understand it', () => {
  const clause = 'notwithstanding considerable organisational countermeasures previously implemented';
  const hard = `The unauthorised exfiltration of confidential information necessitated, ${clause}, ${clause}, ${clause}, the instantaneous decommissioning of infrastructural components. `;
  const level = (times: number) => {
    const facts = { ...fullFacts, measures: { en: hard.repeat(times) } };
    const text = renderNotice(contentOf(), facts);
    return lintNotice(text, contentOf(), facts);
  };
  expect(level(8).warnings.map(({ rule }) => rule)).toContain('reading-level');
  expect(level(40).faults.map(({ rule }) => rule)).toContain('reading-level');
});
