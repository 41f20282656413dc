// Takes away the rows of breaches that were withdrawn or replaced, those of a removal that was stopped among them. In: an
// open register. Out: nothing of them is left. Nobody saw them any more.

import { setTimeout as wait } from 'node:timers/promises';
import {
  listBreaches,
  type RegisterDatabase,
  removeBreachRows,
  versionAgeMs,
} from '../../store/register/index.ts';
import type { LoadBreachOptions } from './loading-breach.ts';

export async function finishRemovals(
  register: RegisterDatabase,
  { signal, onProgress }: Pick<LoadBreachOptions, 'signal' | 'onProgress'> = {},
): Promise<number> {
  const gone = (await listBreaches(register.rows)).filter(({ state }) => state === 'withdrawing');
  // who answers by the catalogue of a moment ago still finds everybody in a breach that was replaced
  if (gone.length > 0)
    await wait(2 * versionAgeMs, undefined, signal === undefined ? {} : { signal }).catch(() => {});
  signal?.throwIfAborted();
  for (const [i, { breach }] of gone.entries())
    await removeBreachRows(register, breach, {
      signal,
      onStep: (done, steps) => onProgress?.('removing', (i + done / steps) / gone.length),
    });
  return gone.length;
}
