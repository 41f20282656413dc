// The public notice to those whom nothing reaches (GDPR Art. 34(3)(c)): what happened, which data of how many people, what
// it may lead to, what was done, what to do, whom to ask. In: facts of one controller, counts, a language. Out: its text. It
// is about a number of people and none of them: a count that is small enough to point at somebody is not said.

import { frenchOf } from '../../report/index.ts';
import { renderNotice } from '../wording/render-notice.ts';
import type {
  NoticeBlock,
  NoticeContent,
  NoticeFacts,
  NoticeParagraph,
  NoticeText,
} from '../wording/notice-types.ts';
import { mostUrgentFirst } from '../wording/blocks/data-block.ts';
import { cleaned, createSpeaker, type Speaker } from '../wording/words/speaker.ts';
import { writtenWords, type WordsOf } from '../wording/words/written-words.ts';
import { type SubstituteWords, substituteWords } from './substitute-words.ts';

export interface SubstituteCounts {
  /** Of the controller, in the files. */
  people: number;
  /** Who gets a notice, or is to get one. */
  told: number;
  unreached: { reason: string; people: number }[];
  classes: { class: string; kinds: string[]; people: number }[];
}

export interface SubstituteNotice {
  /** Title, lead, blocks in order, lines at its end. */
  text: NoticeText;
  lead: string;
  /** About what it is, for the linter. */
  content: NoticeContent;
}

/** A group of fewer people is not numbered: its members, or who knows them, would know them again. */
const fewestNamed = 10;

/** Languages that it can be written in. */
export function hasSubstituteWords(language: string): boolean {
  return substituteWords[language] !== undefined && writtenWords[language] !== undefined;
}

/** `language`: one of those. `day`: yyyy-mm-dd. */
export function renderSubstitute(
  facts: NoticeFacts,
  counts: SubstituteCounts,
  { language, controller, day }: { language: string; controller: string | null; day: string },
  wordsOf: WordsOf = writtenWords,
): SubstituteNotice {
  const words = substituteWords[language]!;
  const named = facts.organisation ?? controller;
  const organisation = named === null ? null : cleaned(named);
  const speaker = createSpeaker((wordsOf[language] ?? writtenWords[language])!, organisation);
  const content: NoticeContent = {
    kind: 'first',
    controller,
    language,
    audience: 'person',
    relation: 'unknown',
    classes: mostUrgentFirst(counts.classes.map(({ class: name, kinds }) => ({ class: name, kinds }))),
    notLost: [],
    before: [],
  };
  const usual = renderNotice(content, facts, wordsOf);
  const say = sayer(words, speaker);
  const blockOf = (element: NoticeBlock['element']) =>
    usual.blocks.find((block) => block.element === element)!;
  const reach = reachParagraphs(counts, words, say);
  const text: NoticeText = {
    ...usual,
    subject: organisation === null ? say(words.titleUnnamed) : say(words.title),
    greeting: '',
    greetingWithoutName: '',
    blocks: [
      eventBlock(blockOf('event'), counts, words, say),
      dataBlock(blockOf('data'), counts, words, { say, speaker }),
      withIntro(blockOf('consequences'), say(words.consequencesIntro)),
      measuresBlock(blockOf('measures'), speaker, say(words.measures), reach),
      blockOf('advice'),
      { ...blockOf('contact'), paragraphs: [...askParagraphs(words, say), ...blockOf('contact').paragraphs] },
    ],
    proofTitle: say(words.proofTitle),
    proof: [
      ...(facts.site === null ? [] : [{ text: say(words.askSite, { site: cleaned(facts.site) }) }]),
      { text: say(words.never) },
    ],
    signature: [say(words.date, { day: speaker.day(day) })],
    textMessage: '',
    callOpening: '',
  };
  return { text, lead: say(words.lead), content };
}

type Say = (text: string, values?: Readonly<Record<string, string>>) => string;

function sayer(words: SubstituteWords, { say, spaced }: Speaker): Say {
  const usual: Readonly<Record<string, string>> = {
    organisation: say('organisation.name'),
    ofOrganisation: ofOrganisation(words, say('organisation.name')),
  };
  return (text, values = {}) =>
    spaced(text.replaceAll(/\{([A-Za-z]+)\}/gu, (place, key: string) => values[key] ?? usual[key] ?? place));
}

function ofOrganisation({ locale }: SubstituteWords, name: string): string {
  return locale === 'fr-FR' ? frenchOf(name) : name;
}

function eventBlock(
  block: NoticeBlock,
  { people }: SubstituteCounts,
  words: SubstituteWords,
  say: Say,
): NoticeBlock {
  // its first sentence says from whom, its last one why somebody gets a notice of his own
  const told = block.paragraphs.slice(1, -1);
  const who = [say(words.who, { people: peopleText(people, words) }), say(words.whoRelation)].join(' ');
  return { ...block, paragraphs: [...told, { text: who }] };
}

function dataBlock(
  block: NoticeBlock,
  { classes }: SubstituteCounts,
  words: SubstituteWords,
  { say, speaker }: { say: Say; speaker: Speaker },
): NoticeBlock {
  const items = mostUrgentFirst(classes).map((entry) =>
    speaker.say('topic.item', {
      classes: speaker.className(entry.class),
      text: countText(entry.people, words),
    }),
  );
  // what it means how passwords stand there, and that no value is named; not that somebody lost nothing else
  const further = [...block.paragraphs.slice(1, -2), block.paragraphs.at(-1)!];
  return {
    ...block,
    title: say(words.dataTitle),
    paragraphs: [{ text: say(words.dataIntro), items }, { text: say(words.dataNotOfAll) }, ...further],
  };
}

/** Not that each is told: this is for those who are not. */
function measuresBlock(
  block: NoticeBlock,
  speaker: Speaker,
  measures: string,
  reach: readonly NoticeParagraph[],
): NoticeBlock {
  const usual = speaker.say('measures.usual');
  const done = block.paragraphs.map((paragraph) =>
    paragraph.text === usual ? { ...paragraph, text: measures } : paragraph,
  );
  return { ...block, paragraphs: [...done, ...reach] };
}

function withIntro(block: NoticeBlock, intro: string): NoticeBlock {
  const last = block.paragraphs.at(-1)!;
  return { ...block, paragraphs: [...block.paragraphs.slice(0, -1), { ...last, text: intro }] };
}

function reachParagraphs(
  { told, unreached }: SubstituteCounts,
  words: SubstituteWords,
  say: Say,
): NoticeParagraph[] {
  const all = unreached.reduce((sum, { people }) => sum + people, 0);
  const items = unreached.map(({ reason, people }) =>
    say(words.reasons[reason] ?? words.otherReason, { people: countText(people, words) }),
  );
  return [
    ...(told === 0 ? [] : [{ text: say(words.told, { people: peopleText(told, words) }) }]),
    ...(all === 0 ? [] : [{ text: say(words.unreached, { people: peopleText(all, words) }), items }]),
    ...(isBeyondReach(unreached) ? [{ text: say(words.why) }] : []),
  ];
}

/** Whether an address would have to be looked for; who is left out of the channels in use has one. */
function isBeyondReach(unreached: SubstituteCounts['unreached']): boolean {
  return unreached.some(({ reason, people }) => people > 0 && !hasOtherWay(reason));
}

/** A public notice does not take the place of a notice to these: they could be told in person. */
export function hasOtherWay(reason: string): boolean {
  return reason === 'channels-not-used';
}

function askParagraphs(words: SubstituteWords, say: Say): NoticeParagraph[] {
  return [{ text: say(words.ask) }, { text: say(words.askWhat) }];
}

function peopleText(count: number, { locale, person, persons }: SubstituteWords): string {
  return (count === 1 ? person : persons).replace('{count}', count.toLocaleString(locale));
}

/** Of a part of them. */
function countText(count: number, words: SubstituteWords): string {
  return count < fewestNamed ? words.fewer.replace('{count}', String(fewestNamed)) : peopleText(count, words);
}
