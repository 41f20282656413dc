// What was done and who was told; whom people may turn to; how to make sure that the notice is real. In: facts, a speaker.
// Out: the blocks. Where nobody said a thing, the text says that, or what is true without it.

import { type NoticeBlock, type NoticeFacts, type NoticeParagraph, referenceMark } from '../notice-types.ts';
import { cleaned, paragraphsOf, type Speaker } from '../words/speaker.ts';

export function measuresBlock(facts: NoticeFacts, speaker: Speaker): NoticeBlock {
  const { say, day, spaced } = speaker;
  const own = facts.measures?.[speaker.words.language] ?? null;
  const told = facts.told.map(({ who, on }) =>
    on === null ? cleaned(who) : say('measures.toldOn', { who: cleaned(who), day: day(on) }),
  );
  return {
    element: 'measures',
    title: say('measures.title'),
    paragraphs: [
      ...(own === null ? [] : paragraphsOf(own).map((text) => ({ text: spaced(text) }))),
      { text: say('measures.usual') },
      ...(own === null ? [{ text: say('measures.unsaid') }] : []),
      ...(told.length === 0 ? [] : [{ text: say('measures.told'), items: told }]),
    ],
  };
}

export function contactBlock(facts: NoticeFacts, speaker: Speaker): NoticeBlock {
  const { say } = speaker;
  const { authority } = facts;
  const ways = contactWays(facts, speaker);
  const complaint: NoticeParagraph =
    authority === null
      ? { text: say('complaint.unnamed') }
      : {
          text: say('complaint.named'),
          items: [
            [authority.name, ...authority.post].map(cleaned).join(', '),
            ...(authority.site === null ? [] : [say('complaint.site', { site: cleaned(authority.site) })]),
          ],
        };
  return {
    element: 'contact',
    title: say('contact.title'),
    paragraphs: [
      ways.length === 0
        ? { text: say('contact.answer', { address: cleaned(facts.sender.address) }) }
        : { text: say('contact.ask'), items: ways },
      complaint,
    ],
  };
}

/** A name alone reaches nobody. */
function contactWays({ contact }: NoticeFacts, { say }: Speaker): string[] {
  const { name, phone, email, post } = contact;
  const ways = [
    ...(phone === null ? [] : [say('contact.phone', { phone: cleaned(phone) })]),
    ...(email === null ? [] : [say('contact.email', { email: cleaned(email) })]),
    ...(post.length === 0 ? [] : [say('contact.post', { post: post.map(cleaned).join(', ') })]),
  ];
  return name === null || ways.length === 0 ? ways : [cleaned(name), ...ways];
}

export function proofOf({ site }: NoticeFacts, { say }: Speaker): NoticeParagraph[] {
  return [
    { text: say('proof.reference', { reference: referenceMark }) },
    { text: site === null ? say('proof.alone') : say('proof.site', { site: cleaned(site) }) },
    { text: say('proof.never') },
  ];
}
