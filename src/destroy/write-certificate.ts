// What is said of a destruction: the last entry of the log, which holds the hash of the certificate; the certificate,
// which holds the proof that the log holds the entry; and the same on paper. In: a pending destruction of which nothing
// is left to erase. Out: the files. Done again after a kill it says the same.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import {
  appendCustody,
  custodyFolder,
  inclusionProof,
  instanceSigner,
  listCustody,
} from '../custody/index.ts';
import { certificatePath, certificatesFolder, type InstanceHome, withInstance } from '../store/index.ts';
import type { Certificate } from './certificate.ts';
import { type DestroyOptions } from './erase.ts';
import { makeCertificate } from './make-certificate.ts';
import { hasPending, type Pending, pendingOrNull, removePending, writePending } from './pending.ts';
import {
  certificateHash,
  type SignedCertificate,
  parseCertificateFile,
  signCertificate,
} from './signed-certificate.ts';

export interface Destroyed {
  case: string;
  /** Of the certificate as JSON. */
  path: string;
  /** Of the same on paper. */
  pdfPath: string;
  signed: SignedCertificate;
  /** Cases that were not sealed anew where the key of the instance was replaced: no key opens them. */
  passedOver: string[];
}

export async function writeCertificate(
  home: InstanceHome,
  id: string,
  options: DestroyOptions,
): Promise<Omit<Destroyed, 'passedOver'>> {
  const path = certificatePath(home.path, id);
  const pdfPath = join(certificatesFolder(home.path), `${id}.pdf`);
  withInstance(home, () => {
    const pending = hasPending(home, id) ? pendingOrNull(home, id) : null;
    if (pending !== null) writeSigned(home, path, pending, options);
  });
  const text = readFileSync(path, 'utf8');
  const signed = parseCertificateFile(text);
  if (signed === null) throw new TocsinError('CERTIFICATE_DAMAGED', `the certificate ${path} is damaged`);
  if (hasPending(home, id)) {
    const { certificatePdf } = await import('./certificate-pdf.ts');
    writeWhole(pdfPath, certificatePdf(text, signed, instanceSigner(home)), { mode: 0o600 });
    options.onStep?.('pdf');
    removePending(home, id);
    options.onStep?.('settled');
  }
  return { case: id, path, pdfPath, signed };
}

function writeSigned(home: InstanceHome, path: string, pending: Pending, { onStep }: DestroyOptions): void {
  const certificate = statedCertificate(home, pending);
  onStep?.('stated');
  const done = lastEntry(home, pending, certificate);
  onStep?.('logged');
  const proof = inclusionProof(custodyFolder(home.path), done);
  const text = signCertificate(certificate, { begun: pending.begunEntry, done, proof }, instanceSigner(home));
  writeWhole(path, text, { mode: 0o600 });
  onStep?.('certificate');
}

/** Kept before the log holds its hash: a second one would be another. */
function statedCertificate(home: InstanceHome, pending: Pending): Certificate {
  if (pending.certificate === null) {
    pending.certificate = makeCertificate(pending);
    writePending(home, pending);
  }
  return pending.certificate;
}

/** The number of the entry. One that a killed process has appended is not appended again. */
function lastEntry(home: InstanceHome, { plan }: Pending, certificate: Certificate): number {
  const wanted = certificateHash(certificate);
  for (const { number, what, hashes } of listCustody(home, () => null))
    if (what === 'destroy' && hashes?.['certificate'] === wanted) return number;
  const { people, evidence, files, bytes, deliveries, contacts, notices } = certificate.gone;
  return appendCustody(home, {
    who: plan.by.who,
    case: plan.case,
    what: 'destroy',
    result: 'done',
    counts: {
      ...(people && { people: people.count }),
      evidence: evidence.length,
      files: files.length,
      bytes,
      deliveries,
      contacts,
      ...(notices && { told: notices.told, not_told: notices.open + notices.unreachable }),
    },
    hashes: { certificate: wanted },
  }).number;
}
