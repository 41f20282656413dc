// Appends one entry to the custody log. In: the instance and the entry. Out: its number and the new root, once the
// line, its hashes and a signed checkpoint are on the disk. One process at a time; what a killed one left behind its
// checkpoint was acknowledged to nobody, and is cut. What every append checks is its keys, its checkpoint, the hashes
// that give the root, and the last entry; a byte further back is found by verifying.

import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { writeWhole } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import { type InstanceDatabase, type InstanceHome, withInstance } from '../store/index.ts';
import { checkpointNote, openCheckpoint, type TreeHead } from './checkpoint.ts';
import { type CustodyEntry, entryLine, maxLineBytes } from './custody-entry.ts';
import {
  custodyDamaged,
  type CustodyFiles,
  custodyFiles,
  custodyFolder,
  hashReader,
} from './custody-files.ts';
import { findLine, readLines } from './entry-file.ts';
import { type InstanceSigner, instanceSigner, writePublicKey } from './instance-signer.ts';
import { hashBytes, hashesToRest, leafHash, restingCount, restingPlace, treeRoot } from './merkle.ts';
import { parsePublicKey } from './signed-note.ts';

export interface CustodyReceipt {
  /** Of the entry, from 0. */
  number: number;
  /** Base64. */
  root: string;
  treeSize: number;
}

/** Throws CUSTODY_DAMAGED where what it checks was changed; nothing is appended then. */
export function appendCustody(home: InstanceHome, entry: CustodyEntry, caseKey?: Buffer): CustodyReceipt {
  const append = (db: InstanceDatabase): CustodyReceipt => {
    const files = custodyFiles(custodyFolder(home.path));
    const known = keptHead(db);
    // no other key is made for a log that there was
    if (known && !existsSync(files.signingKey) && !existsSync(files.checkpoint))
      throw custodyDamaged(`the custody log is missing: it had ${known.size} entries`);
    const signer = instanceSigner(home);
    using log = openLog(files);
    const head = readHead(files, log, signer, db);
    const keys = { caseKey, detailsKey: signer.detailsKey };
    writePublicKey(home, signer.publicKey);
    const line = entryLine(head.size, entry, new Date().toISOString(), keys);
    const next = writeEntry(log, head, line);
    writeWhole(files.checkpoint, checkpointNote(next, signer), { mode: 0o644 });
    keepHead(db, next);
    return { number: head.size, root: next.root.toString('base64'), treeSize: next.size };
  };
  // the checkpoint is what an entry is acknowledged by; the database may lag behind it
  return withInstance(home, append, { durable: false });
}

interface OpenLog {
  entries: number;
  hashes: number;
  [Symbol.dispose](): void;
}

function openLog(files: CustodyFiles): OpenLog {
  const flags = constants.O_RDWR | constants.O_CREAT;
  try {
    const entries = openSync(files.entries, flags, 0o600);
    try {
      const hashes = openSync(files.hashes, flags, 0o600);
      return {
        entries,
        hashes,
        [Symbol.dispose]: () => {
          closeSync(entries);
          closeSync(hashes);
        },
      };
    } catch (error) {
      closeSync(entries);
      throw error;
    }
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write the custody log ${files.folder}`, { cause });
  }
}

/** Where the log ends, by its checkpoint; what lies behind that is cut off. */
function readHead(files: CustodyFiles, log: OpenLog, signer: InstanceSigner, db: InstanceDatabase): TreeHead {
  const head = checkpointHead(files, signer);
  const known = keptHead(db);
  const read = hashReader(log.hashes);
  if (known && known.size > head.size)
    throw custodyDamaged(
      `the custody log was put back: it had ${known.size} entries, and its checkpoint says ${head.size}`,
    );
  if (!treeRoot(head.size, read).equals(head.root))
    throw custodyDamaged(`the hashes of the custody log do not give the root of its checkpoint`);
  if (known && !treeRoot(known.size, read).equals(known.root))
    throw custodyDamaged(`the custody log was rewritten: its first ${known.size} entries are others`);
  cutTail(log, head, endOfEntries(log, head));
  return head;
}

function checkpointHead({ checkpoint }: CustodyFiles, signer: InstanceSigner): TreeHead {
  let note: string;
  try {
    note = readFileSync(checkpoint, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { size: 0, root: treeRoot(0, () => Buffer.of()) };
    throw custodyDamaged(`the checkpoint of the custody log cannot be read: ${checkpoint}`, error);
  }
  const head = openCheckpoint(note, parsePublicKey(signer.publicKey)!);
  if (head === null)
    throw custodyDamaged(`the checkpoint of the custody log is not as it was signed: ${checkpoint}`);
  return head;
}

/** The byte behind the line feed of the last acknowledged entry. */
function endOfEntries(log: OpenLog, { size }: TreeHead): number {
  if (size === 0) return 0;
  const last = findLine(log.entries, size - 1);
  const isSame =
    last !== null && leafHash(last.bytes).equals(hashReader(log.hashes)(restingPlace(0, size - 1)));
  if (!isSame) throw custodyDamaged(`the last entry of the custody log was changed: number ${size - 1}`);
  return last.end + 1;
}

/** At most one entry can be there that was never acknowledged: more means that the checkpoint is an older one. */
function cutTail({ entries, hashes }: OpenLog, { size }: TreeHead, end: number): void {
  const tail = fstatSync(entries).size - end;
  const lines = tail <= maxLineBytes ? [...readLines(entries, end)] : null;
  if (lines === null || lines.length > 1)
    throw custodyDamaged(`the custody log holds entries behind its checkpoint, which says ${size}`);
  if (tail > 0) ftruncateSync(entries, end);
  ftruncateSync(hashes, restingCount(size) * hashBytes);
}

function writeEntry(log: OpenLog, head: TreeHead, line: Buffer): TreeHead {
  const end = fstatSync(log.entries).size;
  const hashes = hashesToRest(head.size, leafHash(line), hashReader(log.hashes));
  try {
    writeAt(log.entries, Buffer.concat([line, Buffer.from('\n')]), end);
    writeAt(log.hashes, Buffer.concat(hashes), restingCount(head.size) * hashBytes);
    fdatasyncSync(log.entries);
    fdatasyncSync(log.hashes);
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', 'cannot write the custody log', { cause });
  }
  const size = head.size + 1;
  return { size, root: treeRoot(size, hashReader(log.hashes)) };
}

/** One call may write less than it is given. */
function writeAt(file: number, bytes: Buffer, offset: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, offset + done);
}

/** A second witness: a log that is put back to an older state as a whole is found by it. */
function keptHead(db: InstanceDatabase): TreeHead | null {
  return (db.prepare('SELECT size, root FROM custody_head').get() as TreeHead | undefined) ?? null;
}

function keepHead(db: InstanceDatabase, { size, root }: TreeHead): void {
  db.prepare(
    `INSERT INTO custody_head (only_row, size, root) VALUES (1, ?, ?)
     ON CONFLICT (only_row) DO UPDATE SET size = excluded.size, root = excluded.root`,
  ).run(size, root);
}

/** What the instance's database knows of the log; null before the first entry. For whoever verifies it. */
export function custodyHead(home: InstanceHome): TreeHead | null {
  return withInstance(home, keptHead);
}
