// Whether a notice names exactly what somebody lost. In: a text, what it is about, the words of its language. Out:
// findings: a class that is not named, one that is named and is not of it.

import type { NoticeContent, NoticeText } from '../notice-types.ts';
import type { NoticeWords } from '../words/notice-words.ts';
import { createSpeaker } from '../words/speaker.ts';
import type { LintFinding } from './lint-finding.ts';

export function classFindings(text: NoticeText, content: NoticeContent, words: NoticeWords): LintFinding[] {
  const { className } = createSpeaker(words, null);
  const lists = text.blocks
    .filter((block) => block.element === 'data')
    .flatMap((block) => block.paragraphs.map((paragraph) => paragraph.items ?? []))
    .filter((items) => items.length > 0);
  const notHeld = new Set(content.notLost.map(className));
  const held = new Set(content.classes.map((entry) => className(entry.class)));
  const before = new Set(content.before.map(className));
  // a list is of what is not held where all of it is
  const isDenied = (items: readonly string[]) =>
    items.every((item) => isOf(item, notHeld) && !isOf(item, held));
  const told = lists.filter((items) => !isDenied(items)).flat();
  const missing = content.classes.filter(
    (entry) => !told.some((item) => startsWith(item, className(entry.class))),
  );
  const extra = lists
    .flat()
    .filter((item) => !isOf(item, held) && !isOf(item, before) && !isOf(item, notHeld));
  const contradicted = told.filter((item) => isOf(item, notHeld) && !isOf(item, held));
  const both = content.notLost.filter((name) => content.classes.some((entry) => entry.class === name));
  return [
    ...missing.map((entry) => finding('class-missing', `does not name what the files hold: ${entry.class}`)),
    ...[...extra, ...contradicted].map((item) =>
      finding('class-extra', `names what the files do not hold of these people: ${item}`),
    ),
    ...both.map((name) =>
      finding('class-extra', `says of a class that it is in the files and that it is not: ${name}`),
    ),
  ];
}

function isOf(item: string, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => startsWith(item, name));
}

/** "Name" is not named by "Names of family members". */
function startsWith(item: string, name: string): boolean {
  return item === name || item.startsWith(`${name} (`) || item.startsWith(`${name}\u00a0(`);
}

function finding(rule: 'class-missing' | 'class-extra', what: string): LintFinding {
  return { rule, place: 'data', what, sentence: null };
}
