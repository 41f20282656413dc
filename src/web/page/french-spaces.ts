// The spaces of French, which no line is broken at: before a colon, a semicolon, a question or exclamation mark, and inside
// quotation marks. In: words as they are typed. Out: the same words with those spaces.

export function frenchSpaces(text: string): string {
  return text.replaceAll(/ (?=[:;?!»])|(?<=«) /gu, '\u00a0');
}

/** All texts of a table of words, and those its functions give. */
export function withFrenchSpaces<T>(words: T): T {
  return spaced(words) as T;
}

function spaced(words: unknown): unknown {
  if (typeof words === 'string') return frenchSpaces(words);
  if (typeof words === 'function') {
    const give = words as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => spaced(give(...values));
  }
  if (Array.isArray(words)) return words.map(spaced);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, spaced(word)]));
}
