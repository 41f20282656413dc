// Whether the custody log of this instance still holds what a certificate says: the same entry, in a log that only grew
// since. In: a certificate and the folder of an instance. Out: what holds and what is wrong. The log is read as a whole.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkInclusion,
  type CustodyProblem,
  custodyFolder,
  inclusionProof,
  verifyCustody,
} from '../../custody/index.ts';
import { isTocsinError } from '../../base/index.ts';
import type { CertificateVerdict } from '../../destroy/index.ts';

export function verifyAgainstLog(
  signed: NonNullable<CertificateVerdict['signed']>,
  home: string,
): { holds: string[]; problems: CustodyProblem[] } {
  const { publicKey, log, certificate } = signed;
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
  const left = join(home, 'cases', certificate.case.id);
  if (existsSync(left)) placed.push({ place: left, what: 'there is a folder of the case in this instance' });
  else holds.push('no folder of the case is in this instance');
  return { holds, problems: placed };
}

function isSameEntry({ log, publicKey }: NonNullable<CertificateVerdict['signed']>, folder: string): boolean {
  try {
    const then = checkInclusion(log.proof, publicKey);
    const now = checkInclusion(inclusionProof(folder, log.done), publicKey);
    return then.ok && now.ok && then.line.equals(now.line);
  } catch (error) {
    if (isTocsinError(error)) return false;
    throw error;
  }
}
