// The evidence that a package came out of, as its manifest tells it: so many files by their hashes, and all of them by
// their count and one hash. In: the files. Out: fields of the manifest, of a bounded length.

import { createHash } from 'node:crypto';
import type { PackageManifest } from './package-manifest.ts';

/** Some 130 bytes each. */
export const mostListed = 10_000;

export function keepEvidence(
  evidence: PackageManifest['evidence'],
): Pick<PackageManifest, 'evidence' | 'evidenceFiles' | 'evidenceSha256'> {
  const all = createHash('sha256');
  for (const { sha256, bytes } of evidence) all.update(`${sha256} ${bytes}\n`);
  return {
    evidence: evidence.slice(0, mostListed),
    evidenceFiles: evidence.length,
    evidenceSha256: all.digest('hex'),
  };
}
