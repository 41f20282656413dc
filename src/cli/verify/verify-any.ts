// What `tocsin verify` does: sees what a file is by what it holds, and checks it. Resolves to 0 where it holds, to 1
// where anything is wrong with it; so is what cannot be recognised. Needs no instance; one that is there is used.

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { homePath, isTocsinError, TocsinError } from '../../base/index.ts';
import { custodyFolder, currentCheckpoint } from '../../custody/index.ts';
import { isCertificate, verifyCertificate } from '../../destroy/index.ts';
import {
  isExport,
  isOwnLogKey,
  isPackage,
  verifyAgainstLog,
  verifyExport,
  verifyPackage,
  withoutProof,
} from '../../pipeline/index.ts';
import { isAgeStart } from '../../store/age/index.ts';
import { type Checked, checkedText } from '../checked-text.ts';
import { publicKeyOf } from './public-key.ts';

export interface VerifyFlags {
  key?: string;
  since?: string;
  json?: boolean;
}

export async function verifyAny(path: string, flags: VerifyFlags): Promise<number> {
  const start = startOf(path);
  if (start !== null && isCertificate(start))
    return tell('certificate', ...certificateVerdict(path, flags), flags);
  if (start !== null && isExport(start)) {
    const key = flags.key === undefined ? undefined : publicKeyOf(flags.key);
    const verdict = await verifyExport(path, key, ownPublicKey());
    const whose = verdict.case === null ? '' : ` of the case ${verdict.case}`;
    return tell('notices', `the proof of notices${whose}`, verdict, flags);
  }
  if (isPackage(path)) {
    const key = flags.key === undefined ? undefined : publicKeyOf(flags.key);
    const verdict = verifyPackage(path, key, ownPublicKey());
    return tell('package', `the package${verdict.package ? ` ${verdict.package}` : ''}`, verdict, flags);
  }
  if (start !== null && isAgeStart(start)) return tell('package', 'the package', withoutProof(path), flags);
  const { verifyLog } = await import('../custody/custody-log.ts');
  return verifyLog(path, flags);
}

function tell(sort: string, subject: string, checked: Checked, { json }: VerifyFlags): number {
  const { ok, holds, problems, remarks } = checked;
  const verdict = { sort, ok, holds, problems, remarks };
  process.stdout.write(json ? `${JSON.stringify(verdict, null, 2)}\n` : checkedText(subject, checked));
  return ok ? 0 : 1;
}

/** A certificate that lists a million files is smaller. */
const maxCertificateBytes = 512 << 20;

function certificateVerdict(path: string, { key }: VerifyFlags): [subject: string, checked: Checked] {
  if (statSync(path).size > maxCertificateBytes)
    throw new TocsinError('INPUT_UNREADABLE', `this is too long for a certificate: ${path}`);
  const file = readFileSync(path);
  const verdict = verifyCertificate(file, key === undefined ? undefined : publicKeyOf(key));
  const { signed } = verdict;
  const subject = `the certificate of destruction${signed ? ` of the case ${signed.certificate.case.id}` : ''}`;
  if (signed === null || !isOwnLogKey(homePath(), signed.publicKey)) return [subject, verdict];
  const known = key === undefined ? verifyCertificate(file, signed.publicKey) : verdict;
  const { holds, problems, remarks } = verifyAgainstLog(signed, homePath());
  return [
    subject,
    {
      ok: known.ok && problems.length === 0,
      holds: [...known.holds, ...holds],
      problems: [...known.problems, ...problems],
      remarks: [...known.remarks, ...remarks],
    },
  ];
}

/** Null where there is no instance, or its log cannot be read. */
function ownPublicKey(): string | null {
  try {
    return currentCheckpoint(custodyFolder(homePath())).publicKey;
  } catch (error) {
    if (isTocsinError(error)) return null;
    throw error;
  }
}

const startBytes = 4096;

/** Null for a folder. */
function startOf(path: string): Buffer | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new TocsinError('INPUT_NOT_FOUND', `there is no ${path}`);
  if (!stats.isFile()) return null;
  try {
    const file = openSync(path, 'r');
    try {
      const start = Buffer.alloc(startBytes);
      return start.subarray(0, readSync(file, start, 0, startBytes, 0));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  }
}
