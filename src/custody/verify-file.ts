// Whatever of a custody log somebody was given, verified: the log's folder, a proof of inclusion or of consistency, a
// checkpoint. In: a path and the public key to trust. Out: the verdict in plain words, or null where it is nothing of a
// custody log.

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../base/index.ts';
import { openCheckpoint } from './checkpoint.ts';
import { hasCustodyLog } from './custody-files.ts';
import type { CustodyProblem } from './custody-problem.ts';
import { parsePublicKey } from './signed-note.ts';
import { checkConsistency, checkInclusion, maxProofBytes } from './tlog-proof.ts';
import { verifyCustody, type VerifyOptions } from './verify-custody.ts';

export interface FileVerdict {
  sort: 'log' | 'inclusion' | 'consistency' | 'checkpoint' | 'unknown';
  ok: boolean;
  /** What was checked and holds, in sentences without a full stop. */
  holds: string[];
  problems: CustodyProblem[];
  remarks: string[];
}

/**
 * Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, and USAGE where there is no key to check a proof with. A folder may be that
 * of the whole instance.
 */
export function verifyCustodyFile(path: string, options: VerifyOptions = {}): FileVerdict | null {
  if (!existsSync(path)) throw new TocsinError('INPUT_NOT_FOUND', `there is no ${path}`);
  if (statSync(path).isDirectory()) return verifyFolder(path, options);
  const text = readStart(path);
  const sort = sortOf(text);
  if (sort === null) return null;
  const publicKey = options.publicKey?.trim() ?? options.signer?.publicKey;
  if (publicKey === undefined)
    throw new TocsinError('USAGE', 'the public key of the log is needed to check this', {
      hint: 'give it with --key: it is the file public-key of the custody log',
    });
  if (sort === 'inclusion') return inclusionVerdict(text, publicKey);
  if (sort === 'consistency') return consistencyVerdict(text, publicKey, options.since);
  return checkpointVerdict(text, publicKey);
}

function verifyFolder(path: string, options: VerifyOptions): FileVerdict | null {
  const folder = [path, join(path, 'custody')].find(hasCustodyLog);
  if (folder === undefined) return null;
  const { ok, entries, root, keyName, problems, remarks } = verifyCustody(folder, options);
  const holds = ok
    ? [
        `${entries} ${entries === 1 ? 'entry' : 'entries'}, every hash computed again`,
        `root ${root}`,
        `signed by ${keyName}`,
        ...(options.since === undefined ? [] : ['it goes on from the older checkpoint']),
      ]
    : [];
  const isTrusted = options.publicKey !== undefined || options.signer !== undefined;
  const ownKey =
    'checked with the key that lies in the folder: give the true one with --key to know whose it is';
  return { sort: 'log', ok, holds, problems, remarks: isTrusted ? remarks : [...remarks, ownKey] };
}

function inclusionVerdict(text: string, publicKey: string): FileVerdict {
  const verdict = checkInclusion(text, publicKey);
  if (!verdict.ok) return wrong('inclusion', verdict.what);
  const { number, head, entry, line } = verdict;
  return right('inclusion', [
    `entry ${number} is in the log of ${head.size} entries`,
    ...(entry ? [`it says: ${entry.at} ${entry.what}, ${entry.result}`] : [`it has ${line.length} bytes`]),
    `signed by ${parsePublicKey(publicKey)?.keyName}`,
  ]);
}

function consistencyVerdict(text: string, publicKey: string, since: string | undefined): FileVerdict {
  if (since === undefined)
    throw new TocsinError('USAGE', 'a proof of consistency is checked against an older checkpoint', {
      hint: 'give the older checkpoint with --since',
    });
  const verdict = checkConsistency(text, since, publicKey);
  if (!verdict.ok) return wrong('consistency', verdict.what);
  return right('consistency', [
    `the log of ${verdict.to} entries goes on from that of ${verdict.from}`,
    `signed by ${parsePublicKey(publicKey)?.keyName}`,
  ]);
}

function checkpointVerdict(text: string, publicKey: string): FileVerdict {
  const verifier = parsePublicKey(publicKey);
  const head = verifier && openCheckpoint(text, verifier);
  if (!head) return wrong('checkpoint', 'it is not signed by that key, or was changed');
  return right('checkpoint', [
    `a log of ${head.size} entries, root ${head.root.toString('base64')}`,
    `signed by ${verifier.keyName}`,
  ]);
}

function right(sort: FileVerdict['sort'], holds: string[]): FileVerdict {
  return { sort, ok: true, holds, problems: [], remarks: [] };
}

function wrong(sort: FileVerdict['sort'], what: string): FileVerdict {
  return { sort, ok: false, holds: [], problems: [{ place: sort, what }], remarks: [] };
}

/** By its first line: what is wrong further on is for the check to say. */
function sortOf(text: string): Exclude<FileVerdict['sort'], 'log' | 'unknown'> | null {
  if (text.startsWith('c2sp.org/tlog-proof@')) return 'inclusion';
  if (/^old \d+\n/u.test(text)) return 'consistency';
  return /^tocsin\/[0-9a-f]{16}\n\d+\n/u.test(text) ? 'checkpoint' : null;
}

function readStart(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(maxProofBytes + 1);
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0)).toString();
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  }
}
