// Whether a certificate of destruction holds: that nothing in it was changed since the instance signed it, and that the
// custody log holds what it says. In: a file, JSON or PDF, and a public key from elsewhere. Out: what was checked, the
// place of what is wrong, and what was not checked. Needs no instance.

import { checkInclusion, type CustodyProblem, openNote, parsePublicKey } from '../custody/index.ts';
import type { Certificate } from './certificate.ts';
import { attachedFile } from './pdf-attachment.ts';
import { openPdfSeal } from './pdf-seal.ts';
import {
  certificateFile,
  certificateHash,
  changedParts,
  parseCertificateFile,
  type SignedCertificate,
} from './signed-certificate.ts';

export interface CertificateVerdict {
  ok: boolean;
  /** What was checked and holds, in sentences without a full stop. */
  holds: string[];
  problems: CustodyProblem[];
  /** What was not checked. */
  remarks: string[];
  /** Null where it cannot be read as a certificate. */
  signed: SignedCertificate | null;
}

/** `publicKey`: from elsewhere than the certificate. */
export function verifyCertificate(file: Buffer, publicKey?: string): CertificateVerdict {
  const isPdf = file.subarray(0, 1024).includes('%PDF-');
  const text = isPdf ? (attachedFile(file) ?? Buffer.of()) : file;
  const found: Found = { holds: [], problems: [], remarks: [] };
  const signed = parseCertificateFile(text.toString());
  if (signed === null) found.problems.push(fault(text.toString(), isPdf));
  else checkCertificate(text, signed, publicKey, found);
  if (isPdf) checkPages(file, publicKey ?? signed?.publicKey, found);
  if (signed !== null && publicKey === undefined)
    found.remarks.push(
      'not checked: whose certificate it is. It agrees with itself, as one by anybody would; give the public key of its instance with --key',
    );
  return { ok: found.problems.length === 0, ...found, signed };
}

/** Whether the file is meant to be a certificate at all. */
export function isCertificate(file: Buffer): boolean {
  const start = file.subarray(0, 1024);
  return start.includes('%PDF-') || (start[0] === braceOpen && start.includes('"certificate"'));
}

const braceOpen = 0x7b;

type Found = Omit<CertificateVerdict, 'ok' | 'signed'>;

function checkCertificate(
  bytes: Buffer,
  signed: SignedCertificate,
  publicKey: string | undefined,
  found: Found,
): void {
  checkBytes(bytes, signed, found);
  checkSignature(bytes.toString(), signed, publicKey, found);
  checkLog(signed, found);
  checkItself(signed.certificate, found);
}

/** A byte that changes no content: a blank, an escape, a key that is there twice. */
function checkBytes(bytes: Buffer, signed: SignedCertificate, { problems }: Found): void {
  const wanted = Buffer.from(certificateFile(signed));
  if (bytes.equals(wanted)) return;
  let at = 0;
  while (at < Math.min(bytes.length, wanted.length) && bytes[at] === wanted[at]) at++;
  const place = `byte ${at}, line ${lineAt(bytes.toString(), at)}`;
  problems.push({ place, what: 'it is not written as a certificate is written' });
}

function checkSignature(
  text: string,
  signed: SignedCertificate,
  publicKey: string | undefined,
  { holds, problems }: Found,
): void {
  const own = parsePublicKey(signed.publicKey);
  const key = parsePublicKey(publicKey?.trim() ?? signed.publicKey);
  if (own === null)
    problems.push({
      place: placeOf(text, 'publicKey'),
      what: 'its public key does not fit the hash it holds of itself',
    });
  else if (publicKey !== undefined && signed.publicKey !== publicKey.trim())
    problems.push({
      place: placeOf(text, 'publicKey'),
      what: 'it is of another instance than the key given',
    });
  if (key === null) {
    if (publicKey !== undefined)
      problems.push({ place: '--key', what: 'what was given is no public key of an instance' });
    return;
  }
  const changed = changedParts(signed);
  for (const part of changed)
    problems.push({ place: placeOf(text, part), what: `the part ${part} is not what was signed` });
  if (openNote(signed.signature, key)?.isSigned === true) {
    if (changed.length === 0) holds.push(`signed by ${key.keyName}, every part as it was signed`);
  } else
    problems.push({
      place: placeOf(text, 'signature'),
      what: `the signature is not that of ${key.keyName}, or was changed`,
    });
}

function checkLog({ certificate, log, publicKey }: SignedCertificate, { holds, problems }: Found): void {
  const verdict = checkInclusion(log.proof, publicKey);
  if (!verdict.ok) {
    problems.push({ place: 'log', what: verdict.what });
    return;
  }
  const { entry, number, head } = verdict;
  const isMeant =
    number === log.done &&
    entry?.what === 'destroy' &&
    entry.result === 'done' &&
    entry.case === certificate.case.id &&
    entry.hashes?.['certificate'] === certificateHash(certificate);
  if (isMeant) holds.push(`its custody log of ${head.size} entries holds the destruction as entry ${number}`);
  else
    problems.push({
      place: 'log',
      what: 'the entry that is proven to be in the log is not about this certificate',
    });
}

/** What the instance found itself when it had destroyed the case. */
function checkItself({ verification, gone }: Certificate, { holds, problems }: Found): void {
  for (const { check, holds: held } of verification)
    if (!held) problems.push({ place: 'verification', what: `it says itself that a check failed: ${check}` });
  if (verification.every(({ holds: held }) => held))
    holds.push(
      `it says that the key and ${gone.files.length} files are gone, and that this was looked at afterwards`,
    );
}

function checkPages(file: Buffer, publicKey: string | undefined, { holds, problems }: Found): void {
  const verifier = parsePublicKey(publicKey?.trim() ?? '');
  const sealed = verifier && openPdfSeal(file, verifier);
  if (!sealed)
    problems.push({ place: 'the end of the PDF', what: 'the seal over its pages is missing or was changed' });
  else if (sealed.problems.length === 0) holds.push('every byte of the PDF is as it was sealed');
  else for (const { place, what } of sealed.problems) problems.push({ place: `PDF, ${place}`, what });
}

function placeOf(text: string, name: string): string {
  const at = text.search(new RegExp(`^ {2,4}"${name}": `, 'mu'));
  return at < 0 ? name : `${name}, line ${lineAt(text, at)}`;
}

/** The engine's own words may quote the file. */
function fault(text: string, isPdf: boolean): CustodyProblem {
  if (text === '' && isPdf)
    return { place: 'PDF', what: 'the certificate that is attached to it is missing or damaged' };
  const what = 'it cannot be read as a certificate';
  try {
    JSON.parse(text);
    return { place: 'the whole file', what };
  } catch (error) {
    const [, position] = /position (\d+)/u.exec((error as Error).message) ?? [];
    if (position === undefined) return { place: 'its end', what };
    const at = Number(position);
    return { place: `byte ${Buffer.byteLength(text.slice(0, at))}, line ${lineAt(text, at)}`, what };
  }
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
