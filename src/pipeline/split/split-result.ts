// The split that a case holds, for whoever shows it: read from the vault, nothing is worked out.

import type { SplitReport } from '../../report/index.ts';
import { type CaseRecord, guarded, openVault, readSplit } from '../../store/index.ts';

export interface CaseSplit {
  /** ISO 8601; when the rules were last applied. */
  at: string;
  /** Null where a delivery has come since. */
  report: SplitReport | null;
}

/** Null where the case was never split. */
export function splitOf(record: CaseRecord): CaseSplit | null {
  using vault = openVault(record);
  return guarded(record.case, () => {
    const stored = readSplit(vault.db);
    return stored && { at: stored.at, report: stored.result as SplitReport | null };
  });
}
