// The language a page is given in: what a link of ours asks for, else what the browser says it reads. In: a request.
// Out: a language, and whether it was chosen; links on the page keep a choice, as there are no cookies to hold it.

import type { Context } from 'hono';
import type { Language } from '../../report/index.ts';

export interface PageRequest {
  language: Language;
  /** Whether the address asks for the language: links keep it then. */
  isChosen: boolean;
  /** Of this page, without its question; for the link to the same page in the other language. */
  path: string;
}

export const languages: readonly Language[] = ['en', 'fr'];

export function pageRequest(c: Context): PageRequest {
  const asked = c.req.query('lang');
  const isChosen = asked === 'en' || asked === 'fr';
  const language = isChosen ? asked : acceptedLanguage(c.req.header('accept-language') ?? '');
  // `//` would lead to another site
  const path = /^\/(?![/\\])/u.test(c.req.path) ? c.req.path : '/';
  return { language, isChosen, path };
}

/** The one of ours with the greatest weight, the first of equals; English where none is named. RFC 9110, 12.5.4. */
export function acceptedLanguage(header: string): Language {
  let best: Language = 'en';
  let bestWeight = 0;
  for (const part of header.slice(0, maxHeaderLength).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const language = languages.find((known) => range === known || range.startsWith(`${known}-`));
    const quality = parameters.find((text) => text.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    if (language !== undefined && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}

const maxHeaderLength = 1_000;

/** An address of ours that keeps the language somebody chose. */
export function linkTo({ language, isChosen }: PageRequest, path: string): string {
  return isChosen ? `${path}?lang=${language}` : path;
}
