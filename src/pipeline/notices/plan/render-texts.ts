// The text of each content of a plan. In: contents, and what is known for whose notice it is. Out: texts with their hashes.

import { hashOfText, type NoticeFacts, renderNotice, type WordsOf } from '../../../notify/index.ts';
import type { NoticeContents } from './notice-contents.ts';
import type { PlannedText } from './write-plan.ts';

/** By number of the content. Throws NOTICES_NO_WORDS. */
export function renderTexts(
  { contents, people }: Pick<NoticeContents, 'contents' | 'people'>,
  factsOfController: (controller: string | null) => NoticeFacts,
  words: WordsOf,
): PlannedText[] {
  return contents.map((content, i) => {
    const text = renderNotice(content, factsOfController(content.controller), words);
    return { content, people: people[i]!, text, sha256: hashOfText(text) };
  });
}
