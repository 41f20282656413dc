// What was decided of words that come again and again, as numbers. In: a word's bytes, what was asked of it. Out: what was
// remembered, if it still is. Of bounded size: a word that falls on the place of another takes it.

const slots = 1 << 16;
const longest = 22;
const stride = 24;

export interface WordCache {
  /** The number remembered of the word for the question (below 255), or -1. */
  find(question: number, bytes: Uint8Array, start: number, end: number): number;
  /** Remembers a number from 0 to 2^31 - 1; words of more than 22 bytes are not remembered. */
  keep(question: number, bytes: Uint8Array, start: number, end: number, answer: number): void;
}

export function createWordCache(): WordCache {
  const words = new Uint8Array(slots * stride);
  const answers = new Int32Array(slots);
  return {
    find(question, bytes, start, end) {
      if (end - start > longest) return -1;
      const slot = slotOf(question, bytes, start, end);
      const place = slot * stride;
      if (words[place] !== end - start + 1 || words[place + 1] !== question) return -1;
      for (let at = start, to = place + 2; at < end; at++, to++) if (words[to] !== bytes[at]) return -1;
      return answers[slot]!;
    },
    keep(question, bytes, start, end, answer) {
      if (end - start > longest) return;
      const slot = slotOf(question, bytes, start, end);
      const place = slot * stride;
      words[place] = end - start + 1;
      words[place + 1] = question;
      for (let at = start, to = place + 2; at < end; at++, to++) words[to] = bytes[at]!;
      answers[slot] = answer;
    },
  };
}

function slotOf(question: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = question + 0x811c_9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x0100_0193);
  return (hash ^ (hash >>> 15)) & (slots - 1);
}
