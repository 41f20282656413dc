// The text of a variant: the elements of GDPR Art. 34(2) in their order, then whom people may turn to and how to make sure
// of it. In: what the variant is about, what is known, the words of its language. Out: its text, with marks where a name
// and a reference go. It says what is known as known, what could follow as that, and never a value of anybody.

import { TocsinError } from '../../base/index.ts';
import { contactBlock, measuresBlock, proofOf } from './blocks/closing-blocks.ts';
import { dataBlock } from './blocks/data-block.ts';
import { eventBlock } from './blocks/event-block.ts';
import { adviceBlock, consequencesBlock } from './blocks/topic-blocks.ts';
import {
  type NoticeContent,
  type NoticeFacts,
  type NoticeText,
  nameMark,
  referenceMark,
} from './notice-types.ts';
import { shortText } from './short-text.ts';
import { cleaned, createSpeaker, type Speaker } from './words/speaker.ts';
import { writtenWords, type WordsOf } from './words/written-words.ts';

/** Throws NOTICES_NO_WORDS for a language without words. The same input gives the same text, to the byte. */
export function renderNotice(
  content: NoticeContent,
  facts: NoticeFacts,
  wordsOf: WordsOf = writtenWords,
): NoticeText {
  const words = wordsOf[content.language] ?? writtenWords[content.language];
  if (words === undefined)
    throw new TocsinError(
      'NOTICES_NO_WORDS',
      `no words are known for the language ${cleaned(content.language)}`,
    );
  const named = facts.organisation ?? content.controller;
  const organisation = named === null ? null : cleaned(named);
  const speaker = createSpeaker(words, organisation);
  const { say } = speaker;
  const { audience } = content;
  return {
    language: content.language,
    direction: words.direction,
    subject: subjectOf(content, speaker, organisation !== null),
    greeting: say(`greeting.${audience}`, { name: nameMark }),
    greetingWithoutName: say(`greeting.${audience}.unnamed`),
    blocks: [
      eventBlock(content, facts, speaker),
      dataBlock(content, speaker),
      consequencesBlock(content, facts, speaker),
      measuresBlock(facts, speaker),
      adviceBlock(content, speaker),
      contactBlock(facts, speaker),
    ],
    proofTitle: say('proof.title'),
    proof: proofOf(facts, speaker),
    signature: [
      capitalised(say('organisation.name')),
      ...(facts.contact.name === null ? [] : [cleaned(facts.contact.name)]),
    ],
    textMessage: shortText(facts, speaker, organisation),
    callOpening: say(`call.opening.${audience}`, { reference: referenceMark }),
  };
}

function subjectOf({ audience, kind }: NoticeContent, { say }: Speaker, isNamed: boolean): string {
  const subject = say(`subject.${audience}.${kind}`);
  return isNamed ? say('subject.from', { subject }) : subject;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
