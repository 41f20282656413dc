// A notice taken apart into what it says, one sentence at a time. In: a text. Out: its sentences with the place of each.

import type { NoticeText } from '../notice-types.ts';
import type { LintPlace } from './lint-finding.ts';

export interface PlacedSentence {
  place: LintPlace;
  text: string;
  /** It is an entry of a list, whole. */
  isItem: boolean;
}

export function noticeSentences(text: NoticeText): PlacedSentence[] {
  const pieces: { place: LintPlace; text: string; isItem?: boolean }[] = [
    { place: 'subject', text: text.subject },
    { place: 'greeting', text: text.greeting },
    { place: 'greeting', text: text.greetingWithoutName },
    ...text.blocks.flatMap(({ element, title, paragraphs }) => [
      { place: element, text: title },
      ...paragraphs.flatMap((paragraph) => [
        { place: element, text: paragraph.text },
        ...(paragraph.items ?? []).map((item) => ({ place: element, text: item, isItem: true })),
      ]),
    ]),
    { place: 'proof', text: text.proofTitle },
    ...text.proof.flatMap((paragraph) => [
      { place: 'proof' as const, text: paragraph.text },
      ...(paragraph.items ?? []).map((item) => ({ place: 'proof' as const, text: item, isItem: true })),
    ]),
    ...text.signature.map((line) => ({ place: 'signature' as const, text: line })),
    { place: 'textMessage', text: text.textMessage },
    { place: 'callOpening', text: text.callOpening },
  ];
  return pieces.flatMap(({ place, text: piece, isItem = false }) =>
    sentencesOf(piece).map((sentence) => ({ place, text: sentence, isItem })),
  );
}

/** At a sign that ends one, where a blank and no small letter follows: "2 p.m. on", "S. A." stay whole. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…。؟])\s+(?![\p{Ll}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
