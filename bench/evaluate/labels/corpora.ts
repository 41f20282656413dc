// The corpora that the evaluation judges, where they lie beside the checkout.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../sample-file.ts';
import { chinook } from './chinook.ts';
import { fakePeople } from './fake-people.ts';
import type { LabelledCorpus } from './labelled-corpus.ts';
import { sakila } from './sakila.ts';

const folder = join(projectFolder, '..', 'shared', 'corpora');

export const corpusPath = (file: string): string => join(folder, file);

export const corpora: readonly LabelledCorpus[] = [sakila, chinook, fakePeople];

export function presentCorpora(): LabelledCorpus[] {
  return corpora.filter(({ files }) => files.every((file) => existsSync(corpusPath(file))));
}
