// Shows a case, and its deadlines. In: an id or a name, a language. Out: the page on stdout.

import { TocsinError } from '../../base/index.ts';
import { acting, cases } from '../../pipeline/index.ts';
import { caseJson, type Language, renderCase } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';

export async function showCase(
  id: string | undefined,
  { language, json }: { language?: string; json?: boolean },
): Promise<void> {
  const spoken = languageOf(language);
  const home = openHome();
  acting(home, 'case.read');
  const page = cases.casePage(await caseOf(id, home), new Date());
  if (json) process.stdout.write(jsonText(caseJson(page)));
  else process.stdout.write(renderCase(page, { language: spoken, ...terminal() }));
}

export function languageOf(language = 'en'): Language {
  if (language === 'en' || language === 'fr') return language;
  throw new TocsinError('USAGE', '--language is en or fr');
}

export function terminal(): { colour: boolean; width: number } {
  return {
    colour: process.stdout.isTTY && !process.env['NO_COLOR'],
    width: process.stdout.columns ?? 80,
  };
}
