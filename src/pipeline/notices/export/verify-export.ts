// Checks the proof of a case's notices: that every file in it is the one that was signed and entered in the custody log, and
// that each text is the one that its plan had approved. In: the archive. Out: the verdict.

import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { hashOfTexts, type NoticeText } from '../../../notify/index.ts';
import { isTocsinError, TocsinError } from '../../../base/index.ts';
import { readTar } from '../../package/tar-archive.ts';
import { checkManifest, type ExportManifest, manifestName, signatureName } from './export-manifest.ts';

export interface ExportVerdict {
  ok: boolean;
  /** Null where the manifest cannot be trusted. */
  case: string | null;
  holds: string[];
  problems: { place: string; what: string }[];
  remarks: string[];
}

/** Longer ones are not read. */
const maxHeldBytes = 512 << 20;

const blockBytes = 512;

/** Whether a file begins as an archive that begins with a manifest. */
export function isExport(start: Buffer): boolean {
  const name = start.toString('latin1', 0, 100).replace(/\0+$/u, '');
  return (
    start.length >= blockBytes && name === manifestName && start.toString('latin1', 257, 262) === 'ustar'
  );
}

/** `publicKey`: the sender's, where it is known; `own`: that of whoever verifies. Throws INPUT_UNREADABLE. */
export async function verifyExport(
  path: string,
  publicKey?: string,
  own: string | null = null,
): Promise<ExportVerdict> {
  const found = await readFiles(path);
  if (typeof found === 'string') return refused(path, found);
  const { hashes, kept } = found;
  const manifestBytes = kept.get(manifestName) ?? Buffer.alloc(0);
  const checked = checkManifest(manifestBytes, kept.get(signatureName)?.toString() ?? '', publicKey?.trim());
  if (typeof checked === 'string') return refused(path, checked);
  const { manifest, entry } = checked;
  const problems = compared(manifest, hashes);
  if (problems.length === 0) problems.push(...approvedTexts(manifest, kept));
  const remarks =
    publicKey === undefined && manifest.publicKey !== own
      ? ["whose key it is was not checked: give the sender's with --key"]
      : [];
  return {
    ok: problems.length === 0,
    case: manifest.case,
    holds:
      problems.length > 0
        ? []
        : [
            `${manifest.files.length} files, as they were made`,
            `signed by ${manifest.publicKey.split('+')[0]}`,
            `entry ${entry} of its custody log says the same`,
            'each text is the one that was approved',
          ],
    problems,
    remarks,
  };
}

function refused(path: string, what: string): ExportVerdict {
  return { ok: false, case: null, holds: [], problems: [{ place: path, what }], remarks: [] };
}

interface FoundFiles {
  hashes: Map<string, string>;
  /** Manifest, signature and texts. */
  kept: Map<string, Buffer>;
}

/** What is wrong where it is no such archive. */
async function readFiles(path: string): Promise<FoundFiles | string> {
  const hashes = new Map<string, string>();
  const kept = new Map<string, Buffer>();
  let current: { name: string; hash: Hash; left: number; pieces: Buffer[] | null } | null = null;
  const settle = () => {
    if (current === null || current.left > 0) return;
    hashes.set(current.name, current.hash.digest('hex'));
    if (current.pieces) kept.set(current.name, Buffer.concat(current.pieces));
    current = null;
  };
  let isTwice = false;
  let held = 0;
  try {
    await readTar(createReadStream(path), {
      onFile(name, bytes) {
        settle();
        isTwice ||= hashes.has(name);
        const isKept =
          /^(?:manifest\.(?:json|sig)|text-\d+\.json)$/u.test(name) && held + bytes <= maxHeldBytes;
        if (isKept) held += bytes;
        current = { name, hash: createHash('sha256'), left: bytes, pieces: isKept ? [] : null };
        settle();
      },
      onBytes(piece) {
        current!.hash.update(piece);
        current!.left -= piece.length;
        current!.pieces?.push(Buffer.from(piece));
        settle();
      },
    });
  } catch (error) {
    if (isTocsinError(error) && error.code === 'PACKAGE_REFUSED')
      return 'the archive was changed, or is not whole';
    throw isTocsinError(error)
      ? error
      : new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause: error });
  }
  return isTwice ? 'a file is in it twice' : { hashes, kept };
}

/** More are counted, not told. */
const maxTold = 10;

function compared({ files }: ExportManifest, hashes: ReadonlyMap<string, string>): ExportVerdict['problems'] {
  const listed = new Set([manifestName, signatureName, ...files.map(({ name }) => name)]);
  const problems = files.flatMap(({ name, sha256 }) => {
    const found = hashes.get(name);
    if (found === undefined) return { place: name, what: 'this file is missing' };
    return found === sha256 ? [] : { place: name, what: 'this file was changed' };
  });
  for (const name of hashes.keys())
    if (!listed.has(name)) problems.push({ place: name, what: 'this file was not in it when it was made' });
  return problems.length <= maxTold
    ? problems
    : [
        ...problems.slice(0, maxTold),
        { place: 'further on', what: `${problems.length - maxTold} more files are wrong` },
      ];
}

/** Two approvals of the hash over the texts that are in the archive, for each plan of which something may have been sent. */
function approvedTexts(
  { plans }: ExportManifest,
  kept: ReadonlyMap<string, Buffer>,
): ExportVerdict['problems'] {
  const texts = [...kept]
    .filter(([name]) => name.startsWith('text-'))
    .toSorted(([a], [b]) => Number(a.slice(5, -5)) - Number(b.slice(5, -5)))
    .map(([, bytes]) => JSON.parse(bytes.toString()) as NoticeText);
  const problems: ExportVerdict['problems'] = [];
  let from = 0;
  for (const { plan, state, texts: hash, approvals, variants } of plans) {
    const own = texts.slice(from, (from += variants));
    const same = hashOfTexts(own) === hash;
    if (!same)
      problems.push({ place: `plan ${plan}`, what: 'its texts are not those that its hash was made of' });
    else if (state !== 'planned' && approvals.filter(({ sha256 }) => sha256 === hash).length < 2)
      problems.push({ place: `plan ${plan}`, what: 'its texts were not approved by two' });
  }
  return problems;
}
