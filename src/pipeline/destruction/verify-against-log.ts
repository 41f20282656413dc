// Whether the custody log of this instance still holds what a certificate says: the same entry, in a log that only grew
// since; or, where the log was begun anew after the certificate was made, the log that was set aside then. In: a
// certificate and the folder of an instance. Out: what holds, what is wrong, what was not checked. Logs are read whole.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkInclusion,
  currentCheckpoint,
  type CustodyProblem,
  custodyFolder,
  inclusionProof,
  logsSetAside,
  verifyCustody,
  type WrittenEntry,
} from '../../custody/index.ts';
import { isTocsinError } from '../../base/index.ts';
import type { CertificateVerdict } from '../../destroy/index.ts';

type Signed = NonNullable<CertificateVerdict['signed']>;

export function verifyAgainstLog(
  signed: Signed,
  home: string,
): { holds: string[]; problems: CustodyProblem[]; remarks: string[] } {
  const checked = isLogBegunSince(signed, home) ? againstEarlierLogs(signed, home) : againstLog(signed, home);
  const left = join(home, 'cases', signed.certificate.case.id);
  if (existsSync(left))
    checked.problems.push({ place: left, what: 'there is a folder of the case in this instance' });
  else checked.holds.push('no folder of the case is in this instance');
  return checked;
}

/** Whether the key is of a log that this instance has, or has set aside. */
export function isOwnLogKey(home: string, publicKey: string): boolean {
  return [custodyFolder(home), ...logsSetAside(home)].some((folder) => logKey(folder) === publicKey);
}

interface Checked {
  holds: string[];
  problems: CustodyProblem[];
  remarks: string[];
}

/** The first entry of a log that was begun anew says so, and when. */
function isLogBegunSince({ log, publicKey }: Signed, home: string): boolean {
  const first = firstEntry(custodyFolder(home));
  const proven = checkInclusion(log.proof, publicKey);
  return first?.what === 'custody.renew' && proven.ok && proven.entry !== null && proven.entry.at < first.at;
}

/** Null where there is none, or it is not as it was left. */
function firstEntry(folder: string): WrittenEntry | null {
  try {
    const { publicKey } = currentCheckpoint(folder);
    const proven = checkInclusion(inclusionProof(folder, 0), publicKey);
    return proven.ok ? proven.entry : null;
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

function logKey(folder: string): string | null {
  try {
    return currentCheckpoint(folder).publicKey;
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

/** What is damaged in a log that was set aside is why it was; it takes nothing from what it still proves. */
function againstEarlierLogs(signed: Signed, home: string): Checked {
  const holding = logsSetAside(home).find((folder) => isSameEntry(signed, folder));
  return holding === undefined
    ? { holds: [], problems: [], remarks: [begunAnew('no log that was set aside holds the entry as it was')] }
    : {
        holds: [`the log that was set aside, ${holding}, holds the same entry`],
        problems: [],
        remarks: [begunAnew('that log, not the one of today, holds the destruction')],
      };
}

function begunAnew(what: string): string {
  return `the custody log of this instance was begun anew after this certificate was made: ${what}; the certificate holds the proof of the log of its time`;
}

function againstLog(signed: Signed, home: string): Checked {
  const { publicKey, log } = signed;
  const folder = custodyFolder(home);
  const since = log.proof.slice(log.proof.indexOf('\n\n') + 2);
  const { ok, entries, problems } = verifyCustody(folder, { publicKey, since });
  const placed = problems.map(({ place, what }) => ({ place: `custody log, ${place}`, what }));
  const holds: string[] = [];
  if (ok && isSameEntry(signed, folder))
    holds.push(`the log of this instance, ${entries} entries, holds the same entry and only grew since`);
  else if (ok)
    placed.push({
      place: `custody log, entry ${log.done}`,
      what: 'it is not the entry that the certificate proves',
    });
  return { holds, problems: placed, remarks: [] };
}

function isSameEntry({ log, publicKey }: Signed, folder: string): boolean {
  try {
    const then = checkInclusion(log.proof, publicKey);
    const now = checkInclusion(inclusionProof(folder, log.done), publicKey);
    return then.ok && now.ok && then.line.equals(now.line);
  } catch (error) {
    if (isTocsinError(error)) return false;
    throw error;
  }
}
