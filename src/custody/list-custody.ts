// The entries of the custody log as the instance's owner reads them, details opened. In: the instance, and how to get
// the key of a case. Out: entries one by one, in order. Reads what was acknowledged; it does not verify.

import { closeSync, openSync } from 'node:fs';
import type { InstanceHome } from '../store/index.ts';
import { openDetails, parseEntry, type WrittenEntry } from './custody-entry.ts';
import { custodyDamaged, custodyFiles, custodyFolder } from './custody-files.ts';
import { readLines } from './entry-file.ts';
import { instanceSigner } from './instance-signer.ts';
import { currentCheckpoint } from './tlog-proof.ts';

export interface ListedEntry extends Omit<WrittenEntry, 'sealed'> {
  /** Null where there are none. */
  details: Record<string, unknown> | null;
  /** Whether there are details that cannot be opened: their case is destroyed, or the line was changed. */
  isClosed: boolean;
}

/** `keyOf` gives null for a case that is gone. Throws CUSTODY_DAMAGED where there is no log, or it cannot be read. */
export function* listCustody(
  home: InstanceHome,
  keyOf: (caseId: string) => Uint8Array | null,
): Generator<ListedEntry, void, undefined> {
  const folder = custodyFolder(home.path);
  const { size } = currentCheckpoint(folder).head;
  const { detailsKey } = instanceSigner(home);
  const file = openSync(custodyFiles(folder).entries, 'r');
  try {
    let number = 0;
    for (const line of readLines(file)) {
      if (number >= size) return;
      const entry = parseEntry(line.bytes);
      if (entry?.number !== number)
        throw custodyDamaged(`the custody log holds a line that is no entry, at byte ${line.begin}`);
      yield opened(entry, entry.sealedFor === 'instance' ? detailsKey : keyOf(entry.case ?? ''));
      number++;
    }
  } finally {
    closeSync(file);
  }
}

function opened({ sealed, ...entry }: WrittenEntry, key: Uint8Array | null): ListedEntry {
  const details =
    sealed === undefined || key === null ? null : openDetails({ number: entry.number, sealed }, key);
  return { ...entry, details, isClosed: sealed !== undefined && details === null };
}
