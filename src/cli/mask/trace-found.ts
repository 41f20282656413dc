// The work of `tocsin mask trace`: the verdict on stdout. Resolves to 1 where something real was found, else to 0.

import { TocsinError } from '../../base/index.ts';
import { acting } from '../../pipeline/mask/index.ts';
import { type TraceResult, traceSample } from '../../pipeline/mask/trace/index.ts';
import { visibleText } from '../../report/index.ts';
import { listMaskKeys, openHome } from '../../store/index.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface TraceFlags {
  json?: boolean;
}

export async function trace(sample: string, { json }: TraceFlags): Promise<number> {
  const home = openHome();
  acting(home, 'mask');
  const { keys, unreadable } = listMaskKeys(home);
  for (const path of unreadable)
    process.stderr.write(`a key that this instance cannot open was not asked:\n  ${visibleText(path)}\n`);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped while the sample was read'));
  const result = await traceSample(sample === '-' ? process.stdin : sample, { keys, signal: stop.signal });
  process.stdout.write(json ? jsonText(result) : traceText(result));
  return result.verdict === 'real' || result.verdict === 'mixed' ? 1 : 0;
}

const verdictWords: Record<TraceResult['verdict'], string> = {
  masked: 'masked: a copy that was made here',
  mixed: 'MIXED: parts of a masked copy, and what is not masked',
  real: 'REAL: nothing in it was masked under a key known here',
  unknown: 'unknown: masked or real cannot be told',
};

function traceText({ verdict, sentences }: TraceResult): string {
  const lines = sentences.flatMap((sentence) => wrapped(visibleText(sentence), 2, 4));
  return `${[verdictWords[verdict], ...lines].join('\n')}\n`;
}
