// Whether a notice is whole: its elements, the places of name and reference, nothing left to fill in. In: a text and what
// it is about. Out: findings.

import {
  nameMark,
  type NoticeContent,
  type NoticeElement,
  noticeElements,
  type NoticeText,
  referenceMark,
} from '../notice-types.ts';
import type { LintFinding, LintPlace } from './lint-finding.ts';
import { noticeSentences } from './notice-sentences.ts';

const fewestLetters = 20;

export function structureFindings(text: NoticeText, content: NoticeContent): LintFinding[] {
  return [
    ...missingElements(text),
    ...markFindings(text),
    ...unfilled(text),
    ...languageFindings(text, content),
  ];
}

function missingElements({ blocks }: NoticeText): LintFinding[] {
  return noticeElements.flatMap((element, i): LintFinding[] => {
    const found = blocks.filter((block) => block.element === element);
    const said = found.flatMap((block) =>
      block.paragraphs.flatMap((paragraph) => [paragraph.text, ...(paragraph.items ?? [])]),
    );
    const letters = said.join('').replaceAll(/\P{L}/gu, '').length;
    const finding = (what: string): LintFinding[] => [
      { rule: 'element-missing', place: element, what, sentence: null },
    ];
    if (found.length === 0 || letters < fewestLetters) return finding(`${missingTexts[element]} is missing`);
    if (found.some((block) => block.title.trim() === ''))
      return finding(`${missingTexts[element]} has no title`);
    if (found.length > 1 || blocks[i]?.element !== element)
      return finding(`${missingTexts[element]} does not stand in its place in the order`);
    return [];
  });
}

const missingTexts: Readonly<Record<NoticeElement, string>> = {
  event: 'what happened',
  data: 'which data it is about',
  consequences: 'what it may lead to',
  measures: 'what has been done',
  advice: 'what people can do',
  contact: 'whom people may turn to and complain to',
};

function markFindings(text: NoticeText): LintFinding[] {
  const findings: LintFinding[] = [];
  const missing = (place: LintPlace, what: string) =>
    findings.push({ rule: 'mark-missing', place, what, sentence: null });
  if (countOf(text.greeting, nameMark) !== 1)
    missing('greeting', 'the name does not stand in the greeting, once');
  if (countOf(text.proof.map((paragraph) => paragraph.text).join(' '), referenceMark) !== 1)
    missing('proof', 'the reference does not stand where people learn how to check the notice, once');
  for (const place of ['textMessage', 'callOpening'] as const)
    if (countOf(text[place], referenceMark) !== 1) missing(place, 'the reference is missing');
  for (const { place, text: sentence } of noticeSentences(text)) {
    const hasName =
      sentence.includes(nameMark) && !(place === 'greeting' && text.greeting.includes(sentence));
    const hasReference =
      sentence.includes(referenceMark) && !['proof', 'textMessage', 'callOpening'].includes(place);
    if (hasName || hasReference || (place === 'greeting' && text.greetingWithoutName.includes(nameMark)))
      findings.push({
        rule: 'mark-astray',
        place,
        what: 'a name or reference stands where it must not',
        sentence: null,
      });
  }
  return findings;
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

function unfilled(text: NoticeText): LintFinding[] {
  return noticeSentences(text)
    .filter(({ text: sentence }) =>
      /\{[A-Za-z]*\}|\bTODO\b|\bXXX+\b|\blorem ipsum\b|\[(?:name|date|organi[sz]ation|nom)\b[^\]]*\]/iu.test(
        sentence,
      ),
    )
    .map(({ place, text: sentence }) => ({
      rule: 'place-unfilled' as const,
      place,
      what: 'holds a place that was not filled in',
      sentence,
    }));
}

function languageFindings({ language, subject }: NoticeText, content: NoticeContent): LintFinding[] {
  const findings: LintFinding[] = [];
  if (language !== content.language)
    findings.push({
      rule: 'language',
      place: null,
      what: 'is in another language than it was planned in',
      sentence: null,
    });
  if (subject.trim() === '')
    findings.push({
      rule: 'element-missing',
      place: 'subject',
      what: 'the subject is missing',
      sentence: null,
    });
  return findings;
}
