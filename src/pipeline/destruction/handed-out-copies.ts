// The copies in clear that were handed out of a case. In: a case, while its key is there: the custody log has the paths
// sealed under it. Out: where each was written, and whether a file is still there; the same path twice is one copy.

import { existsSync } from 'node:fs';
import { custodyHead, listCustody } from '../../custody/index.ts';
import type { CaseRecord, InstanceHome } from '../../store/index.ts';

export interface HandedOutCopy {
  /** `E1`. */
  evidence: string;
  path: string;
  /** By a look at its place: somebody may have moved it. */
  isThere: boolean;
}

export function handedOutCopies(home: InstanceHome, record: CaseRecord): HandedOutCopy[] {
  if (custodyHead(home) === null) return [];
  const copies = new Map<string, string>();
  const begun = new Map<string, { path: string; isNew: boolean }>();
  for (const entry of listCustody(home, (id) => (id === record.case ? record.key : null))) {
    const { on, result, details } = entry;
    if (entry.case !== record.case || entry.what !== 'evidence.open' || on === undefined) continue;
    const path = details?.['out'];
    if (result === 'begun' && typeof path === 'string') {
      // whoever was killed may have written it without saying so
      begun.set(on, { path, isNew: !copies.has(path) });
      copies.set(path, on);
      continue;
    }
    const open = begun.get(on);
    if (result === 'failed' && open?.isNew) copies.delete(open.path);
    begun.delete(on);
  }
  return [...copies].map(([path, evidence]) => ({ evidence, path, isThere: existsSync(path) }));
}
