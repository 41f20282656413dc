// What a case holds, for whoever shows it: read from the vault at once, nothing is resolved. In: a case. Out: numbers,
// classes, and the names of the files of each delivery.

import {
  type CaseRecord,
  type CaseTotals,
  guarded,
  type KeptDelivery,
  listDeliveries,
  openVault,
  readTotals,
} from '../../store/index.ts';

export interface CaseSummary extends CaseTotals {
  /** Oldest first. */
  deliveries: KeptDelivery[];
}

/** `people` is null where nothing has been examined into the case yet. CASE_DAMAGED where the vault cannot be read. */
export function caseSummary(record: CaseRecord): CaseSummary {
  using vault = openVault(record);
  return guarded(record.case, () => ({
    ...readTotals(vault.db),
    deliveries: listDeliveries(vault.db),
  }));
}
