// Values of rules that stand in files of their own, one a line: thousands of customer codes are not written into JSON.
// In: rules and the folder that paths are relative to. Out: the same rules with those values in them.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import type { SplitRule, SplitRules } from './split-rules.ts';

/** Some five million codes. */
const mostBytes = 64 << 20;

/** Throws RULES_WRONG where a file cannot be read, or holds nothing. */
export function withFileValues({ controllers }: SplitRules, folder: string): SplitRules {
  return {
    controllers: controllers.map((controller) => ({
      ...controller,
      rules: controller.rules.map((rule) =>
        rule.valuesFile === null ? rule : { ...rule, values: [...rule.values, ...valuesIn(rule, folder)] },
      ),
    })),
  };
}

function valuesIn({ title, valuesFile }: SplitRule, folder: string): string[] {
  const path = resolve(folder, valuesFile!);
  const values = linesOf(path, title)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (values.length > 0) return values;
  throw new TocsinError('RULES_WRONG', `${title}: there is no value in ${valuesFile}`);
}

function linesOf(path: string, title: string): string[] {
  try {
    if (statSync(path).size <= mostBytes)
      return readFileSync(path, 'utf8')
        .replace(/^\uFEFF/u, '')
        .split('\n');
  } catch (cause) {
    throw new TocsinError('RULES_WRONG', `${title}: the file of values cannot be read: ${path}`, { cause });
  }
  throw new TocsinError('RULES_WRONG', `${title}: the file of values is larger than ${mostBytes >> 20} MB`);
}
