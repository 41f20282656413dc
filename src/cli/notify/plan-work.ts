// The work of `tocsin notify plan`: options understood, progress on stderr, the plan on stdout.

import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { TocsinError } from '../../base/index.ts';
import { isLanguageTag, nothingSaid, parseAbout, parseWords, type WordsOf } from '../../notify/index.ts';
import { acting, channelNames, planNotices, type PlanRequest } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { jsonText } from '../json-text.ts';
import { planText } from './plan-text.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface PlanFlags {
  about?: string;
  channels?: string;
  language?: string;
  words?: string[];
  directions?: string;
  heirs?: boolean;
  postage?: string;
  json?: boolean;
}

export async function plan(named: string, flags: PlanFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'notify');
  const request = requestOf(flags);
  const record = await caseOf(named, home);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: the plan is what it was before'));
  const line = createProgressLine(process.stderr);
  try {
    const planned = await planNotices(home, record, request, {
      who,
      signal: stop.signal,
      onProgress: (stage, done) => line.showShare(stage, done),
    });
    line.clear();
    process.stdout.write(flags.json ? jsonText(planned) : planText(record.case, planned));
  } finally {
    line.clear();
  }
}

function requestOf(flags: PlanFlags): PlanRequest {
  return {
    about: flags.about === undefined ? nothingSaid : parseAbout(textOf(flags.about)),
    channels: channelsOf(flags.channels),
    heirs: flags.heirs ?? false,
    language: languageOf(flags.language),
    words: wordsOf(flags.words ?? []),
    postage: amountOf(flags.postage),
    directions: flags.directions ?? null,
    hostname: hostname(),
  };
}

/** What people write by hand is no longer. */
const mostBytes = 4 << 20;

function textOf(path: string): string {
  try {
    if (statSync(path).size > mostBytes)
      throw new TocsinError('INPUT_UNREADABLE', `this is longer than ${mostBytes >> 20} MiB: ${path}`);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof TocsinError) throw cause;
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new TocsinError(
      isMissing ? 'INPUT_NOT_FOUND' : 'INPUT_UNREADABLE',
      isMissing ? `there is no ${path}` : `cannot read ${path}`,
      { cause },
    );
  }
}

function channelsOf(list: string | undefined): PlanRequest['channels'] {
  const names = Object.keys(channelNames) as (keyof typeof channelNames)[];
  const asked = list === undefined ? names : list.split(',').map((name) => name.trim().toLowerCase());
  const channels = asked.map((name) => {
    const known = names.find((one) => one === name);
    if (known === undefined)
      throw new TocsinError('USAGE', '--channels has a channel that is not known', {
        hint: `there are ${names.join(', ')}`,
      });
    return channelNames[known];
  });
  if (new Set(channels).size !== channels.length)
    throw new TocsinError('USAGE', '--channels has a channel twice');
  return channels;
}

function languageOf(code: string | undefined): string | null {
  if (code === undefined) return null;
  if (!isLanguageTag(code))
    throw new TocsinError('USAGE', '--language is not the name of a language, such as fr');
  return code;
}

function wordsOf(paths: readonly string[]): WordsOf {
  return Object.fromEntries(
    paths.map((path) => {
      const words = parseWords(textOf(path));
      return [words.language, words] as const;
    }),
  );
}

function amountOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const amount = /^\d{1,3}(?:[.,]\d{1,4})?$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (Number.isNaN(amount)) throw new TocsinError('USAGE', '--postage is not an amount, such as 1.52');
  return amount;
}
