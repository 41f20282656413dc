// Ends what a killed process has begun: another key for the instance, the destruction of cases. In: the path of an
// instance. Out: what was found of each, told before it is finished. Cases that are whole stay so.

import { existsSync, readdirSync } from 'node:fs';
import { type DestroyOptions, finishKey, listPending, settleUnfinished, tell } from '../../destroy/index.ts';
import {
  certificatesFolder,
  hasCaseFolder,
  isCaseId,
  isCaseWhole,
  openHome,
  removeCaseFiles,
} from '../../store/index.ts';

export interface FinishReport {
  onKey?: () => void;
  onWhole?: (id: string) => void;
  onDestroyed?: (id: string) => void;
  onCertificate?: (path: string) => void;
  /** A folder of a destroyed case that is there again, with a key. */
  onReturned?: (id: string) => void;
}

export async function finishDestructions(
  path: string,
  report: FinishReport = {},
  options: DestroyOptions = {},
): Promise<void> {
  if (finishKey(path, options)) report.onKey?.();
  const home = openHome(path);
  if (listPending(path).length > 0)
    for (const { case: id, state } of settleUnfinished(home, options)) {
      if (state === 'whole') {
        report.onWhole?.(id);
        continue;
      }
      report.onDestroyed?.(id);
      // the key of the instance may have been replaced with an earlier one
      const destroyed = await tell(openHome(path), id, options);
      report.onCertificate?.(destroyed.path);
    }
  for (const id of destroyedIds(path)) {
    if (!hasCaseFolder(home, id)) continue;
    // with its key it came from a copy, and nobody has confirmed that this one goes too
    if (isCaseWhole(home, id)) report.onReturned?.(id);
    // what a process that had the case open wrote after it was gone
    else removeCaseFiles(home, id);
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
