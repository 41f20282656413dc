// Counts as people read them. In: a number, a language. Out: text, thousands apart.

import type { Language } from '../../report/index.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}
