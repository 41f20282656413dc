// The work of `tocsin mask`: progress on stderr, the receipt on stdout. Resolves to 0 where there is a copy, to 1 where
// there is none because something in the source or the output stands against it.

import { TocsinError } from '../../base/index.ts';
import { acting, maskSource, type MaskResult, parseSubset } from '../../pipeline/mask/index.ts';
import { openHome } from '../../store/index.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { refusedText, releasedText } from './mask-text.ts';
import { planForRun } from './plan-for-run.ts';
import { workersOf } from './workers-of.ts';

export interface MaskFlags {
  out?: string;
  key?: string;
  plan?: string;
  for?: string;
  environment?: string;
  date?: string;
  subset?: string[];
  workers?: string;
  language: string;
  check: boolean;
  force?: boolean;
  json?: boolean;
}

export async function mask(input: string, flags: MaskFlags): Promise<number> {
  const { out, key } = flags;
  if (out === undefined || key === undefined)
    throw new TocsinError('USAGE', 'give --out, where the copy goes, and --key, the name of a key');
  const language = languageOf(flags.language);
  const workers = workersOf(flags.workers);
  const subset = (flags.subset ?? []).map(parseSubset);
  refuseInsideHome('--out', out);
  const home = openHome();
  const { who } = acting(home, 'mask');
  using stop = stopOnSignal(
    new TocsinError('INTERRUPTED', 'stopped: nothing was released', { hint: 'run the same again' }),
  );
  const line = createProgressLine(process.stderr);
  try {
    const plan = await planForRun(input, {
      out,
      plan: flags.plan,
      isForced: flags.force ?? false,
      workers,
      signal: stop.signal,
      onProgress: (share) => line.showShare('planning', share),
    });
    const started = performance.now();
    const result = await maskSource(home, input, {
      out,
      keyName: key,
      plan,
      who,
      vendor: flags.for,
      environment: flags.environment,
      date: flags.date,
      subset,
      language,
      workers,
      isChecked: flags.check,
      isForced: flags.force ?? false,
      signal: stop.signal,
      onKey: ({ isNew, name }) => {
        if (isNew) process.stderr.write(`a new key was made: ${name}\n`);
      },
      onProgress: ({ pass, bytes, totalBytes }) =>
        line.showShare(pass, Math.min(1, bytes / Math.max(1, totalBytes))),
    });
    line.clear();
    if (result.receipt) plan.keep();
    const seconds = (performance.now() - started) / 1000;
    if (flags.json) process.stdout.write(jsonText(result.receipt ?? notReleased(result)));
    else if (result.receipt) process.stdout.write(releasedText(result, out, seconds));
    else {
      const { linesOfColumns } = await import('../../mask/plan/index.ts');
      const lineOf = flags.plan === undefined ? null : linesOfColumns(plan.text);
      process.stdout.write(refusedText(result, out, lineOf));
    }
    return result.receipt ? 0 : 1;
  } finally {
    line.clear();
  }
}

function notReleased({ refusals, survivors, drift }: MaskResult) {
  return { released: false, refusals, survivors, drift };
}

function languageOf(given: string): 'fr' | 'en' | 'de' {
  if (given === 'fr' || given === 'en' || given === 'de') return given;
  throw new TocsinError('USAGE', '--language is fr, en or de');
}
