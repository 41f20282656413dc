// Whether directories of a case were joined before its last delivery came. In: a case. Out: yes or no.

import { type CaseRecord, guarded, listDirectories, openVault } from '../../store/index.ts';

export function isDirectoryOutdated(record: CaseRecord): boolean {
  using vault = openVault(record);
  return guarded(record.case, () => listDirectories(vault.db).some(({ counts }) => counts === null));
}
