// Ends what a killed process has begun: another key for the instance, the destruction of cases. In: the path of an
// instance. Out: what was found of each, told before it is finished. Cases that are whole stay so.

import { existsSync, readdirSync } from 'node:fs';
import { isTocsinError, type TocsinError } from '../../base/index.ts';
import {
  type DestroyOptions,
  finishKey,
  listPending,
  settleUnfinished,
  tell,
  type Unfinished,
} from '../../destroy/index.ts';
import {
  certificatesFolder,
  hasCaseFolder,
  isCaseId,
  isCaseWhole,
  openHome,
  removeCaseFiles,
} from '../../store/index.ts';

export interface FinishReport {
  /** With the cases that were passed over. */
  onKey?: (passedOver: string[]) => void;
  onWhole?: (id: string) => void;
  onDestroyed?: (id: string) => void;
  onCertificate?: (path: string) => void;
  /** Nothing is left of the case, and its certificate cannot be made: what it is to be made from is damaged. */
  onUncertified?: (id: string, path: string) => void;
  /** It stays as it is; the others are finished all the same. */
  onFailed?: (id: string, error: TocsinError) => void;
  /** A folder of a destroyed case that is there again, with a key. */
  onReturned?: (id: string) => void;
}

export async function finishDestructions(
  path: string,
  report: FinishReport = {},
  options: DestroyOptions = {},
): Promise<void> {
  const passedOver = finishKey(path, options);
  if (passedOver !== null) report.onKey?.(passedOver);
  const home = openHome(path);
  if (listPending(path).length > 0)
    for (const unfinished of settleUnfinished(home, options))
      await attempt(unfinished.case, report, () => finish(path, unfinished, report, options));
  for (const id of destroyedIds(path))
    await attempt(id, report, () => {
      if (!hasCaseFolder(home, id)) return;
      // with its key it came from a copy, and nobody has confirmed that this one goes too
      if (isCaseWhole(home, id)) report.onReturned?.(id);
      // what a process that had the case open wrote after it was gone
      else removeCaseFiles(home, id);
    });
}

async function finish(
  path: string,
  unfinished: Unfinished,
  report: FinishReport,
  options: DestroyOptions,
): Promise<void> {
  const { case: id, state } = unfinished;
  if (state === 'whole') report.onWhole?.(id);
  else if (state === 'failed') report.onFailed?.(id, unfinished.error);
  else if (state === 'uncertified') report.onUncertified?.(id, unfinished.path);
  else {
    report.onDestroyed?.(id);
    // the key of the instance may have been replaced with an earlier one
    const destroyed = await tell(openHome(path), id, options);
    if (destroyed.passedOver.length > 0) report.onKey?.(destroyed.passedOver);
    report.onCertificate?.(destroyed.path);
  }
}

/** What stands in the way of one does not keep the others. */
async function attempt(id: string, report: FinishReport, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    report.onFailed?.(id, error);
  }
}

function destroyedIds(path: string): string[] {
  const folder = certificatesFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const id = name.replace(/\.json$/u, '');
    return name.endsWith('.json') && isCaseId(id) ? [id] : [];
  });
}
