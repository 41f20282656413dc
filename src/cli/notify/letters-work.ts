// The work of `tocsin notify letters`: progress on stderr, what was made on stdout. Resolves to 0, or to 1 where letters are
// left that cannot be printed.

import { resolve } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import { letterWindows, type LetterWindow } from '../../notify/index.ts';
import { acting, type MadeLetters, makeLetters } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { lettersText } from './letters-text.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface LettersFlags {
  out: string;
  batch: string;
  country?: string;
  window?: string;
  postedIn?: string;
  large?: boolean;
  recipient?: string;
  again?: string;
  json?: boolean;
}

/** A file of so many is read by any print house; its letters are held in memory while it is written. */
const mostLetters = 10_000;

export async function writeLetters(named: string, flags: LettersFlags): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  refuseInsideHome('--out', flags.out, home.path);
  const request = {
    out: resolve(flags.out),
    batch: whole('--batch', flags.batch, mostLetters),
    country: country('--country', flags.country),
    window: windowNamed(flags.window),
    isLarge: flags.large ?? false,
    postedIn: country('--posted-in', flags.postedIn),
    recipient: flags.recipient ?? null,
    again: flags.again === undefined ? null : whole('--again', flags.again, Number.MAX_SAFE_INTEGER),
  };
  const record = await caseOf(named, home);
  using stop = stopOnSignal(
    new TocsinError('INTERRUPTED', 'stopped: what was written is whole, and in the ledger', {
      hint: 'run the same command again: it goes on with what is left',
    }),
  );
  const line = createProgressLine(process.stderr);
  const began = performance.now();
  let made: MadeLetters;
  try {
    made = await makeLetters(home, record, request, {
      who,
      signal: stop.signal,
      onProgress: ({ letters, of, pages }) => {
        const pace = Math.round(pages / Math.max(0.001, (performance.now() - began) / 1000));
        line.showShare(`letters: ${pace.toLocaleString('en-GB')} pages a second`, letters / Math.max(1, of));
      },
    });
  } finally {
    line.clear();
  }
  process.stdout.write(flags.json ? jsonText(made) : lettersText(made, request, record.case));
  return made.notSet.length > 0 ? 1 : 0;
}

function whole(option: string, given: string, most: number): number {
  const number = Number(given);
  if (!/^\d+$/u.test(given) || number < 1 || number > most)
    throw new TocsinError('USAGE', `${option} is a number from 1 to ${most}`);
  return number;
}

function country(option: string, given: string | undefined): string | null {
  if (given === undefined) return null;
  const code = given.toUpperCase();
  if (!/^[A-Z]{2}$/u.test(code))
    throw new TocsinError('USAGE', `${option} is a code of two letters, such as FR`);
  return code;
}

function windowNamed(given: string | undefined): LetterWindow | null {
  if (given === undefined) return null;
  if (Object.hasOwn(letterWindows, given)) return given as LetterWindow;
  throw new TocsinError('USAGE', '--window is fr, de or uk');
}
