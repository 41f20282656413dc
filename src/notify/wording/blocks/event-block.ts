// What happened and when, and why somebody gets this notice. In: content, facts, a speaker. Out: the block.

import type { NoticeBlock, NoticeContent, NoticeFacts } from '../notice-types.ts';
import { cleaned, paragraphsOf, type Speaker } from '../words/speaker.ts';

export function eventBlock(content: NoticeContent, facts: NoticeFacts, speaker: Speaker): NoticeBlock {
  const { say, spaced } = speaker;
  const { kind, language, audience, relation } = content;
  const own = facts.event?.[language] ?? null;
  const correction = kind === 'correction' ? (facts.correction?.[language] ?? null) : null;
  const told = own === null ? [say('event.usual')] : paragraphsOf(own).map(spaced);
  const [first = '', ...others] = told;
  const paragraphs = [
    say('event.from'),
    ...(kind === 'first' ? [] : [say(`event.before.${kind}`)]),
    ...(correction === null ? [] : paragraphsOf(correction).map(spaced)),
    ...(others.length === 0
      ? [[first, ...times(facts, speaker)].join(' ')]
      : [first, ...others, times(facts, speaker).join(' ')]),
    ...(facts.chain.length === 0 ? [] : [say('event.chain', { chain: facts.chain.map(cleaned).join(', ') })]),
    say(`event.why.${audience}.${relation}`),
  ];
  return {
    element: 'event',
    title: say('event.title'),
    paragraphs: paragraphs.map((text) => ({ text })),
  };
}

function times({ happened, found }: NoticeFacts, { say, day }: Speaker): string[] {
  const [from, to] = happened === null ? [null, null] : [day(happened.from), day(happened.to)];
  return [
    from === null || to === null
      ? say('event.unknown')
      : from === to
        ? say('event.on', { day: from })
        : say('event.between', { from, to }),
    ...(found === null ? [] : [say('event.found', { day: day(found) })]),
  ];
}
