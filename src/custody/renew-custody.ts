// A new custody log after one that was damaged and cannot be put back: the damaged one is set aside as it is, and the
// new one begins by saying so. In: the instance, who decides it and why. Out: the first entry's receipt and where the
// old log is. The signing key stays where it still opens; whoever kept an older checkpoint sees the break.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, syncFolder } from '../base/files/index.ts';
import { isTocsinError, TocsinError } from '../base/index.ts';
import { type InstanceHome, withInstance } from '../store/index.ts';
import { appendCustody, custodyHead, type CustodyReceipt } from './append-custody.ts';
import { custodyFiles, custodyFolder, logSetAside } from './custody-files.ts';
import { type InstanceSigner, instanceSigner } from './instance-signer.ts';
import { verifyCustody } from './verify-custody.ts';

export interface RenewedLog extends CustodyReceipt {
  /** The damaged log; null where nothing of it was left. */
  setAside: string | null;
}

/** Throws USAGE where the log is as it was left: it is not begun anew at will. */
export function renewCustody(home: InstanceHome, { who, why }: { who: string; why: string }): RenewedLog {
  return withInstance(home, (db) => {
    const known = custodyHead(home);
    const folder = custodyFolder(home.path);
    const signer = signerThatOpens(home);
    const { ok, entries } = verifyCustody(folder, { known, ...(signer ? { signer } : {}) });
    if (ok && signer !== null)
      throw new TocsinError('USAGE', 'the custody log is as it was left: it needs no new one');
    const old = oldHashes(folder);
    const setAside = setLogAside(home, signer !== null);
    db.exec('DELETE FROM custody_head');
    const receipt = appendCustody(home, {
      who,
      case: null,
      what: 'custody.renew',
      result: 'done',
      counts: { entries, known: known?.size ?? 0 },
      ...(Object.keys(old).length > 0 ? { hashes: old } : {}),
      details: { why, ...(setAside === null ? {} : { setAside }) },
    });
    return { ...receipt, setAside };
  });
}

function signerThatOpens(home: InstanceHome): InstanceSigner | null {
  try {
    return instanceSigner(home);
  } catch (error) {
    if (isTocsinError(error) && error.code === 'CUSTODY_DAMAGED') return null;
    throw error;
  }
}

/** So that the log that was set aside cannot be changed any further unseen. */
function oldHashes(folder: string): Record<string, string> {
  const { entries, checkpoint } = custodyFiles(folder);
  const named = Object.entries({ entries, checkpoint }).filter(([, path]) => existsSync(path));
  return Object.fromEntries(
    named.map(([name, path]) => [name, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** A process that is killed in between leaves the old folder or the new one; run again, it goes on. */
function setLogAside(home: InstanceHome, keepKey: boolean): string | null {
  const folder = custodyFolder(home.path);
  const fresh = `${folder}.new`;
  const hasOld = existsSync(folder);
  try {
    if (hasOld) {
      rmSync(fresh, { recursive: true, force: true });
      makeFolder(fresh, { mode: 0o700 });
      if (keepKey) cpSync(custodyFiles(folder).signingKey, custodyFiles(fresh).signingKey);
      syncFolder(fresh);
    }
    const aside = hasOld ? freeName(folder) : null;
    if (aside !== null) renameSync(folder, aside);
    if (existsSync(fresh)) renameSync(fresh, folder);
    syncFolder(dirname(folder));
    return aside;
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot set the custody log aside: ${folder}`, { cause });
  }
}

function freeName(folder: string): string {
  for (let number = 1; ; number++) {
    const path = logSetAside(dirname(folder), number);
    if (!existsSync(path)) return path;
  }
}
