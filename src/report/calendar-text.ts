// Days and moments as people read them, on pages and in mails. In: ISO 8601 or a moment, a language. Out: text, in UTC as
// all times of a case.

import type { Language } from './statement/statement-words.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** "1 November 2026", "1er novembre 2026". What is no date stays as it is. */
export function calendarDay(iso: string, language: Language): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const text = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
  return firstOfMonth(text, language);
}

/** "23 November 2026 at 09:30 UTC". */
export function calendarMoment(moment: Date, language: Language): string {
  const text = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(moment);
  return `${firstOfMonth(text, language)} UTC`;
}

/** Of the days of a month French counts the first alone as an ordinal. */
function firstOfMonth(text: string, language: Language): string {
  return language === 'fr' ? text.replace(/^1(?=\s)/u, '1er') : text;
}
