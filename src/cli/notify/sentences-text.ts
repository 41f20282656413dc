// The sentences of many texts, each once: what two hundred texts say is read in the time of a few. In: texts with the
// people who get them. Out: lines by language and element, in the order in which they stand in the texts.

import { nameMark, type NoticeParagraph, type NoticeText, referenceMark } from '../../notify/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';

interface ShownText {
  text: NoticeText;
  people: number;
}

/** Items of a list are told apart by what stands above it: "in the files" is not "not in the files". */
interface CountedParagraph {
  people: number;
  items: Map<string, number>;
}

type Sections = Map<string, Map<string, CountedParagraph>>;

export function sentencesText(texts: readonly ShownText[]): string {
  const byLanguage = Map.groupBy(texts, ({ text }) => text.language);
  const lines = [...byLanguage].flatMap(([language, of]) => [
    `In ${language}, with how many people get it:`,
    '',
    ...[...sectionsOf(of)].flatMap(([title, paragraphs]) => [
      title,
      ...[...paragraphs].flatMap(([text, { people, items }]) => [
        ...countedLines(people, text, columns),
        ...[...items].flatMap(([item, having]) => countedLines(having, item, columns + 2)),
      ]),
      '',
    ]),
  ]);
  return `${lines.join('\n')}\n`;
}

function sectionsOf(texts: readonly ShownText[]): Sections {
  const sections: Sections = new Map();
  for (const { text, people } of texts)
    for (const [title, { text: paragraph, items = [] }] of paragraphsOf(text)) {
      const section = sections.get(title) ?? new Map<string, CountedParagraph>();
      sections.set(title, section);
      const counted = section.get(paragraph) ?? { people: 0, items: new Map<string, number>() };
      section.set(paragraph, counted);
      counted.people += people;
      for (const item of items) counted.items.set(item, (counted.items.get(item) ?? 0) + people);
    }
  return sections;
}

function paragraphsOf(text: NoticeText): [string, NoticeParagraph][] {
  const { subject, greeting, greetingWithoutName, blocks, proofTitle, proof, signature } = text;
  return [
    ...lines('Subject', [subject]),
    ...lines('Greeting', [greeting, greetingWithoutName]),
    ...blocks.flatMap(({ title, paragraphs }) =>
      paragraphs.map((paragraph): [string, NoticeParagraph] => [title, paragraph]),
    ),
    ...proof.map((paragraph): [string, NoticeParagraph] => [proofTitle, paragraph]),
    ...lines('Signature', signature),
    ...lines('Text message', [text.textMessage]),
    ...lines('Opening of a call', [text.callOpening]),
  ];
}

function lines(title: string, of: readonly string[]): [string, NoticeParagraph][] {
  return of.map((line) => [title, { text: line }]);
}

/** Room for eleven millions. */
const columns = 12;

function countedLines(people: number, text: string, indent: number): string[] {
  const [first = '', ...others] = wrapped(shown(text), indent, indent);
  const count = people.toLocaleString('en').padStart(columns - 2);
  return [`${count}${first.slice(count.length)}`, ...others];
}

function shown(text: string): string {
  return visibleText(text.replaceAll(nameMark, '[name]').replaceAll(referenceMark, '[reference]'));
}
