// Syllables of a word, by its spelling. In: a word, English or French. Out: their number, at least one. Right for most
// words and a little off for some, evenly, as the formulas that need it were made with such counts too.

/** Notices of one plan share nearly all of their words. */
const mostKept = 20_000;
const kept = { en: new Map<string, number>(), fr: new Map<string, number>() };

export function countSyllables(word: string, language: 'en' | 'fr'): number {
  const known = kept[language];
  const before = known.get(word);
  if (before !== undefined) return before;
  const count = language === 'en' ? englishSyllables : frenchSyllables;
  const parts = word.toLowerCase().split(/[-’']/u);
  const syllables = Math.max(
    1,
    parts.reduce((sum, part) => sum + count(part), 0),
  );
  if (known.size >= mostKept) known.clear();
  known.set(word, syllables);
  return syllables;
}

function englishSyllables(word: string): number {
  const letters = word.normalize('NFD').replaceAll(/[^a-z]/gu, '');
  if (letters === '') return 0;
  if (letters.length <= 3) return 1;
  const spoken = letters
    // a silent e, and the endings that bring none of their own
    .replace(/(?:[^laeiouy]es|(?<![td])ed|[^laeiouy]e)$/u, (end) => (end.endsWith('ed') ? '' : end.charAt(0)))
    .replace(/^y/u, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/gu)?.length ?? 0);
}

function frenchSyllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
  // an elided article
  if (letters.length <= 1) return /[aeiouyàâéèêëîïôùûü]/u.test(letters) ? 1 : 0;
  const spoken = letters
    .replace(/qu/gu, 'q')
    .replace(/gu(?=[eéèêiy])/gu, 'g')
    // the e that is not heard: at the end, before s, and in -ent of verbs it cannot be told apart from nouns
    .replace(/(?<=[^aeiouyàâéèêëîïôùûü])es?$/u, '')
    .replace(/(?<=[éiuy])es?$/u, '');
  const vowels = spoken.match(/[aeiouyàâéèêëîïôœæùûü]+/gu) ?? [];
  // two vowels that are each heard: é or ï beside another
  const apart = vowels.reduce(
    (sum, run) => sum + (/[éèï][aoiu]|[aou][éï]|ia[^u]|io/u.test(run) && !/^io$|ien/u.test(run) ? 1 : 0),
    0,
  );
  return Math.max(1, vowels.length + apart);
}
