// Days and moments as people read them. In: ISO 8601 or a moment, a language. Out: text, in UTC as all times of a case.

import type { Language } from '../../report/index.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** What is no date stays as it is. */
export function dayText(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

export function momentText(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
    .format(moment)
    .concat(' UTC');
}

export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}
