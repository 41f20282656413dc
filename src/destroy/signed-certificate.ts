// A certificate as a file: what it says, the proof that the custody log holds its hash, and the instance's signature
// over both. In: a certificate and a signer. Out: the text of the file; or what a text holds. The signature is a C2SP
// signed note whose text has one line for each section, so that any verifier of notes can check it.

import { type InstanceSigner, signNote } from '../custody/index.ts';
import { type Certificate, certificateFormat, sections } from './certificate.ts';
import { type Json, jsonHash, shownJson } from './canonical-json.ts';

export interface CertificateLog {
  /** Numbers of the entries in the custody log. */
  begun: number | null;
  done: number;
  /** c2sp.org/tlog-proof, with the last entry's line as its extra data. */
  proof: string;
}

export interface SignedCertificate {
  certificate: Certificate;
  log: CertificateLog;
  /** Of the instance, as Go's note package reads it. */
  publicKey: string;
  signature: string;
}

export function signCertificate(
  certificate: Certificate,
  log: CertificateLog,
  signer: InstanceSigner,
): string {
  const { publicKey } = signer;
  const signature = signNote(certificateText(certificate, log), signer);
  return certificateFile({ certificate, log, publicKey, signature });
}

/** What is signed: a line for each part. */
function certificateText(certificate: Certificate, log: CertificateLog): string {
  const hashes = sections.map((section) => `${section} ${sectionHash(certificate, section)}`);
  return [certificateFormat, certificate.case.id, ...hashes, `log ${jsonHash({ ...log })}`, ''].join('\n');
}

function sectionHash(certificate: Certificate, section: (typeof sections)[number]): string {
  return jsonHash(certificate[section] as unknown as Json);
}

/** Names of the parts that are not what the signature is over; none where it is over another text altogether. */
export function changedParts({ certificate, log, signature }: SignedCertificate): string[] {
  const signed = new Set(signature.split('\n'));
  return certificateText(certificate, log)
    .split('\n')
    .flatMap((line, i) =>
      signed.has(line) ? [] : [['signature', 'case'][i] ?? line.slice(0, line.indexOf(' '))],
    );
}

/** What the last entry of the custody log holds of it. */
export function certificateHash(certificate: Certificate): string {
  return jsonHash(certificate as unknown as Json);
}

/** The only text of a file that holds this. */
export function certificateFile(signed: SignedCertificate): string {
  return shownJson(signed as unknown as Json);
}

/** Null where the text is none; what it says is not checked by that. */
export function parseCertificateFile(text: string): SignedCertificate | null {
  let value: Partial<SignedCertificate> | null;
  try {
    value = JSON.parse(text) as Partial<SignedCertificate> | null;
  } catch {
    return null;
  }
  const { certificate, log, publicKey, signature } = value ?? {};
  if (certificate?.format !== certificateFormat || typeof certificate.case?.id !== 'string') return null;
  if (typeof publicKey !== 'string' || typeof signature !== 'string') return null;
  if (typeof log?.done !== 'number' || typeof log.proof !== 'string') return null;
  if (!isWhole(certificate)) return null;
  return { certificate, log, publicKey, signature };
}

/** As much as is looked into by a check. */
function isWhole(certificate: Certificate): boolean {
  const { gone, verification } = certificate as Partial<Certificate>;
  return (
    sections.every((name) => name in certificate) && Array.isArray(gone?.files) && Array.isArray(verification)
  );
}
