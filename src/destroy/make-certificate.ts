// The certificate of a destruction that was carried out. In: what was planned, and what was done and checked when. Out:
// what the certificate says. Made once and kept, since the custody log holds its hash.

import { certificateFormat, type Certificate } from './certificate.ts';
import type { Pending } from './pending.ts';

/** What an instance cannot see, or cannot reach. */
const notPromised = [
  'copies of the instance folder made before, together with the key file of the instance',
  'snapshots of the file system or the machine made before',
  'older blocks that the medium keeps of the overwritten key',
  'the memory of processes, and what the system wrote of it to disk',
  'files outside of the instance folder',
];

export function makeCertificate(pending: Pending): Certificate {
  const { plan, steps } = pending;
  const atOf = (step: string): string => steps.find((entry) => entry.step === step)?.at ?? steps.at(-1)!.at;
  const { packages, ...counts } = plan.counts;
  return {
    format: certificateFormat,
    case: { id: plan.case, name: plan.name, openedAt: plan.openedAt },
    by: plan.by,
    gone: {
      ...counts,
      packages,
      people: plan.people,
      evidence: plan.evidence,
      files: pending.files,
      bytes: pending.files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    stays: {
      incident: true,
      custodyLog: true,
      packages,
      originals: plan.originals,
      handedOut: plan.handedOut ?? { copies: 0, there: 0 },
    },
    method: {
      name: 'cryptographic erase',
      standard: 'NIST SP 800-88 Rev. 2',
      cipher: 'the vault and the events AEGIS-256, sealed files ChaCha20-Poly1305 or AES-256-GCM',
      keyBits: 256,
      keyFingerprint: pending.keyFingerprint,
      keyCopies: [
        steps.some(({ step }) => step === 'key overwritten')
          ? {
              where: 'case-record',
              done: 'overwritten in place with random bytes, removed',
              at: atOf('key overwritten'),
            }
          : {
              where: 'case-record-missing',
              done: 'not there when it was to be overwritten: something else had removed it',
              at: atOf('key record removed'),
            },
        {
          where: 'this-process',
          done: 'the copy that the open case held was overwritten, or its process had ended; others go with the process',
          at: atOf('files removed'),
        },
        ...(pending.keyReplacedAt === null
          ? []
          : [
              {
                where: 'instance-key' as const,
                done: 'replaced by another; the old one overwritten in place with random bytes and removed',
                at: pending.keyReplacedAt,
              },
            ]),
      ],
      notPromised,
    },
    steps,
    verification: pending.verification,
    program: plan.program,
  };
}
