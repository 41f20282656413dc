// The work of `tocsin split`: the rules read, progress on stderr, the result on stdout. Resolves to 0.

import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import {
  acting,
  joinAgain,
  mostRuleBytes,
  type RulesFile,
  splitAgain,
  splitCase,
  type SplitOptions,
} from '../../pipeline/index.ts';
import { renderSplit, type SplitReport } from '../../report/index.ts';
import { type CaseRecord, type InstanceHome, openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { jsonText } from '../json-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface SplitFlags {
  rules?: string;
  again?: boolean;
  json?: boolean;
}

export async function tellSplit(named: string, flags: SplitFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'split');
  const rules = await rulesOf(flags);
  const record = await caseOf(named, home);
  using stop = stopOnSignal(
    new TocsinError('INTERRUPTED', 'stopped before the case was split; it is as it was'),
  );
  const line = createProgressLine(process.stderr);
  try {
    const report = await run(home, record, rules, {
      who,
      signal: stop.signal,
      onProgress: (what, done) =>
        line.showShare(what === 'reading' ? 'reading the evidence' : 'keeping the split', done),
    });
    line.clear();
    const width = process.stdout.columns ?? 80;
    const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
    process.stdout.write(flags.json ? jsonText(report) : renderSplit(report, { colour, width }));
    return 0;
  } finally {
    line.clear();
  }
}

async function run(
  home: InstanceHome,
  record: CaseRecord,
  rules: RulesFile | null,
  options: SplitOptions,
): Promise<SplitReport> {
  if (rules !== null) return await splitCase(home, record, rules, options);
  const report = await splitAgain(home, record, options);
  if (report !== null) {
    await joinAgain(record, { home, who: options.who, what: 'directory' });
    return report;
  }
  throw new TocsinError(
    'USAGE',
    'the case was never split, or nothing has come since: there is nothing to do again',
    {
      hint: 'split it with --rules FILE; tocsin case show tells what there is',
    },
  );
}

async function rulesOf({ rules, again }: SplitFlags): Promise<RulesFile | null> {
  if ((rules === undefined) === (again === undefined))
    throw new TocsinError('USAGE', 'give either --rules FILE or --again');
  if (rules === undefined) return null;
  if (rules === '-') return { text: await textOf(process.stdin), name: 'the rules', folder: process.cwd() };
  try {
    if (statSync(rules).size <= mostRuleBytes)
      return { text: readFileSync(rules, 'utf8'), name: rules, folder: dirname(resolve(rules)) };
  } catch (cause) {
    throw new TocsinError('INPUT_NOT_FOUND', `the file of rules cannot be read: ${rules}`, { cause });
  }
  throw tooLarge(rules);
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > mostRuleBytes) throw tooLarge('-');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

function tooLarge(rules: string): TocsinError {
  return new TocsinError(
    'RULES_WRONG',
    `the file of rules is larger than ${mostRuleBytes >> 20} MB: ${rules}`,
    { hint: 'long lists of values go into files of their own: "valuesFile", or the "list" of a controller' },
  );
}
