// What the loss may lead to, and what to do about it: an item for each topic that the lost classes touch, the most urgent
// first, in both lists alike. In: content, facts, a speaker. Out: the two blocks.

import { adviceTopic, type AdviceTopic, adviceTopics } from '../../../report/index.ts';
import type { NoticeBlock, NoticeContent, NoticeFacts } from '../notice-types.ts';
import { paragraphsOf, type Speaker } from '../words/speaker.ts';
import { mostUrgentFirst } from './data-block.ts';

/** What the organisation says of it stands before the list, never in its place. */
export function consequencesBlock(content: NoticeContent, facts: NoticeFacts, speaker: Speaker): NoticeBlock {
  const own = facts.consequences?.[content.language] ?? null;
  return {
    element: 'consequences',
    title: speaker.say('consequences.title'),
    paragraphs: [
      ...(own === null ? [] : paragraphsOf(own).map((text) => ({ text: speaker.spaced(text) }))),
      {
        text: speaker.say(`consequences.intro.${content.audience}`),
        items: topicItems(content, speaker, speaker.words.consequences),
      },
    ],
  };
}

export function adviceBlock(content: NoticeContent, speaker: Speaker): NoticeBlock {
  return {
    element: 'advice',
    title: speaker.say('advice.title'),
    paragraphs: [
      {
        text: speaker.say(`advice.intro.${content.audience}`),
        items: topicItems(content, speaker, speaker.words.advice),
      },
    ],
  };
}

/** Whoever lost nothing that can be named is still told what to beware of. */
function topicItems(
  { classes }: NoticeContent,
  { say, classNames, afterColon, spaced }: Speaker,
  texts: Readonly<Record<AdviceTopic, string>>,
): string[] {
  if (classes.length === 0) return [spaced(texts.other)];
  return adviceTopics.flatMap((topic) => {
    const about = mostUrgentFirst(classes.filter((entry) => adviceTopic(entry.class) === topic));
    if (about.length === 0) return [];
    const names = classNames(about.map((entry) => entry.class));
    return [say('topic.item', { classes: names, text: afterColon(texts[topic]) })];
  });
}
