// The work of `tocsin notify about` and `tocsin notify words`: a file to fill in, with what is known in it.

import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { writeOnce } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import { aboutToFill, factsOf, isLanguageTag, nothingSaid, wordsToFill } from '../../notify/index.ts';
import { acting } from '../../pipeline/index.ts';
import { caseState } from '../../register/index.ts';
import { controllerNames, openHome, openVault, readEvents } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { refuseUnwritableFile } from '../refuse-unwritable.ts';

export interface AboutFlags {
  out?: string;
  language?: string[];
}

export interface WordsFlags {
  language: string;
  from: string;
  out?: string;
}

export async function writeAbout(named: string, { out, language = ['en', 'fr'] }: AboutFlags): Promise<void> {
  if (!language.every(isLanguageTag))
    throw new TocsinError('USAGE', '--language is not the name of a language, such as fr');
  const home = openHome();
  acting(home, 'case.read');
  const record = await caseOf(named, home);
  const state = caseState(readEvents(record));
  const facts = factsOf(nothingSaid, state, null, hostname());
  using vault = openVault(record);
  const controllers = controllerNames(vault.db);
  write(jsonText(aboutToFill(facts, language, controllers, hostname())), out, home.path);
}

export function writeWords({ language, from, out }: WordsFlags): void {
  if (from !== 'en' && from !== 'fr') throw new TocsinError('USAGE', '--from is en or fr');
  write(jsonText(wordsToFill(language, from)), out, openHome().path);
}

function write(text: string, out: string | undefined, home: string): void {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  refuseInsideHome('--out', out, home);
  const path = resolve(out);
  refuseUnwritableFile(path);
  if (!writeOnce(path, text))
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `there is a file already: ${path}`, {
      hint: 'choose another name, so that what was filled in stays',
    });
  process.stderr.write(`written: ${path}\n`);
}
