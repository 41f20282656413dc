// What `tocsin custody` does: lists the log with its details opened, verifies it or a proof, writes proofs. Lists go to
// stdout entry by entry, so that a log of any length can be read.

import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { homePath, isTocsinError, TocsinError } from '../../base/index.ts';
import {
  consistencyProof,
  currentCheckpoint,
  custodyFolder,
  custodyHead,
  type FileVerdict,
  hasCustodyLog,
  inclusionProof,
  type InstanceSigner,
  instanceSigner,
  listCustody,
  openCheckpoint,
  parsePublicKey,
  renewCustody,
  renewInstance,
  verifyCustodyFile,
} from '../../custody/index.ts';
import { acting, osUser } from '../../pipeline/index.ts';
import { findCase, type InstanceHome, openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { entryText, verdictText } from './custody-text.ts';
import { writeOutput } from '../examine/output-folder.ts';

export interface CustodyFlags {
  json?: boolean;
  key?: string;
  since?: string;
  out?: string;
}

export async function listLog(named: string | undefined, { json }: CustodyFlags): Promise<void> {
  const home = openHome();
  acting(home, 'log.read');
  refuseMissing(home);
  const only = named === undefined ? null : await caseIdOf(named, home);
  let listed = 0;
  for (const entry of listCustody(home, keyFinder(home))) {
    if (only !== null && entry.case !== only) continue;
    listed++;
    process.stdout.write(json ? `${JSON.stringify(entry)}\n` : entryText(entry, only === null));
  }
  if (listed === 0 && !json) process.stderr.write('no entry yet\n');
}

/** A destroyed case is found by nothing but its id, and the log still has its entries. */
async function caseIdOf(named: string, home: InstanceHome): Promise<string> {
  return /^\d{4}-[0-9a-z]{6}$/u.test(named) ? named : (await caseOf(named, home)).case;
}

/** The key of each case that is still there; each is looked for once. */
function keyFinder(home: InstanceHome): (caseId: string) => Uint8Array | null {
  const keys = new Map<string, Uint8Array | null>();
  return (caseId) => {
    const known = keys.get(caseId);
    if (known !== undefined) return known;
    const key = keyOf(home, caseId);
    keys.set(caseId, key);
    return key;
  };
}

function keyOf(home: InstanceHome, caseId: string): Uint8Array | null {
  try {
    return findCase(home, caseId)?.key ?? null;
  } catch (error) {
    // destroyed or damaged: its entries are listed all the same, their details stay closed
    if (isTocsinError(error)) return null;
    throw error;
  }
}

/** Resolves to 0, or to 1 where anything is not as it was left. */
export async function verifyLog(
  path: string | undefined,
  { since, key, json }: CustodyFlags,
): Promise<number> {
  const verdict = path === undefined ? ownVerdict(since, key) : givenVerdict(path, since, key);
  process.stdout.write(json ? `${JSON.stringify(verdict, null, 2)}\n` : verdictText(verdict));
  return verdict.ok ? 0 : 1;
}

function ownVerdict(since: string | undefined, key: string | undefined): FileVerdict {
  const home = openHome();
  const folder = custodyFolder(home.path);
  const { known, lost } = knownOf(home);
  // looked for first: a signer is made where there is none
  if (!hasCustodyLog(folder)) return noLogVerdict(known?.size ?? 0, folder);
  const own = ownSigner(home);
  const options = { ...given(since, key), known, signer: own.signer };
  const verdict = verifyCustodyFile(folder, options) ?? noLogVerdict(known?.size ?? 0, folder);
  const told = { ...verdict, remarks: [...verdict.remarks, ...lost] };
  return own.problem ? { ...told, ok: false, problems: [own.problem, ...told.problems] } : told;
}

/** Without the database nobody is known who could be refused; the log itself can be verified all the same. */
function knownOf(home: InstanceHome): { known: ReturnType<typeof custodyHead>; lost: string[] } {
  try {
    acting(home, 'log.read');
    return { known: custodyHead(home), lost: [] };
  } catch (error) {
    if (!isTocsinError(error) || error.code !== 'HOME_DAMAGED') throw error;
    const what = `${error.message}; what it knew of the log was not compared`;
    return { known: null, lost: [what, error.hint] };
  }
}

/** A log that there was is told as missing, not as not begun. */
function refuseMissing(home: InstanceHome): void {
  const entries = custodyHead(home)?.size ?? 0;
  if (entries > 0 && !hasCustodyLog(custodyFolder(home.path)))
    throw new TocsinError('CUSTODY_DAMAGED', missingText(entries));
}

function missingText(entries: number): string {
  return `the custody log is missing: it had ${entries} ${entries === 1 ? 'entry' : 'entries'}`;
}

/** The database of the instance knows how many entries there were. */
function noLogVerdict(entries: number, folder: string): FileVerdict {
  if (entries === 0)
    throw new TocsinError('CUSTODY_DAMAGED', 'this instance has no custody log yet', {
      hint: 'a log begins with the first command that works on a case',
    });
  const what = missingText(entries);
  return { sort: 'log', ok: false, holds: [], problems: [{ place: folder, what }], remarks: [putBack] };
}

const putBack =
  'put the folder back from a copy, or begin a new log with tocsin custody renew, which says so in its first entry';

/** A signing key that does not open is a finding like any other: the rest is verified without it. */
function ownSigner(home: InstanceHome): {
  signer?: InstanceSigner;
  problem?: FileVerdict['problems'][number];
} {
  try {
    return { signer: instanceSigner(home) };
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    return { problem: { place: 'signing-key', what: error.message } };
  }
}

/** What comes from elsewhere is verified by the key given, else by that of this instance or of the copy itself. */
function givenVerdict(path: string, since: string | undefined, key: string | undefined): FileVerdict {
  const options = given(since, key);
  const publicKey = options.publicKey ?? ownPublicKey();
  const isOthers = options.publicKey === undefined && publicKey !== undefined && !isOwnCopy(path, publicKey);
  const verdict = verifyCustodyFile(path, isOthers ? options : { ...options, publicKey });
  return verdict ?? unknownVerdict(path);
}

/** What is nothing of ours may be something of ours whose beginning was changed: it does not hold either. */
function unknownVerdict(path: string): FileVerdict {
  const what =
    'it is no certificate, package with its proof, custody log, proof or checkpoint; or its beginning was changed';
  return { sort: 'unknown', ok: false, holds: [], problems: [{ place: path, what }], remarks: [] };
}

/** A copy of another instance's log is checked with the key that lies in it. */
function isOwnCopy(path: string, publicKey: string): boolean {
  try {
    return currentCheckpoint(path).publicKey === publicKey;
  } catch {
    return true;
  }
}

function given(since: string | undefined, key: string | undefined): { since?: string; publicKey?: string } {
  return {
    ...(since === undefined ? {} : { since: readText(since) }),
    ...(key === undefined ? {} : { publicKey: parsePublicKey(key) ? key : readText(key).trim() }),
  };
}

function ownPublicKey(): string | undefined {
  try {
    return currentCheckpoint(custodyFolder(homePath())).publicKey;
  } catch (error) {
    if (isTocsinError(error)) return undefined;
    throw error;
  }
}

export async function writeProof(
  entry: string | undefined,
  { since, out }: CustodyFlags & { out: string },
): Promise<void> {
  if ((entry === undefined) === (since === undefined))
    throw new TocsinError('USAGE', 'give either the number of an entry, or --since with an older checkpoint');
  const home = openHome();
  acting(home, 'log.read');
  refuseMissing(home);
  const folder = custodyFolder(home.path);
  const proof =
    since === undefined ? inclusionOf(folder, entry!) : consistencyProof(folder, sizeOf(folder, since));
  const path = writeOutput(dirname(out), basename(out), proof);
  process.stderr.write(`written ${path}; whoever checks it needs the public key of this log:\n`);
  process.stdout.write(`${currentCheckpoint(folder).publicKey}\n`);
}

function inclusionOf(folder: string, entry: string): string {
  if (!/^\d{1,15}$/u.test(entry)) throw new TocsinError('USAGE', 'an entry is named by its number');
  return inclusionProof(folder, Number(entry));
}

function sizeOf(folder: string, since: string): number {
  const head = openCheckpoint(readText(since), parsePublicKey(currentCheckpoint(folder).publicKey)!);
  if (head === null) throw new TocsinError('USAGE', `this is no checkpoint that this log signed: ${since}`);
  return head.size;
}

export async function printCheckpoint(): Promise<void> {
  const home = openHome();
  acting(home, 'log.read');
  refuseMissing(home);
  process.stdout.write(currentCheckpoint(custodyFolder(home.path)).note);
}

/** Checkpoints and keys are some hundred bytes. */
const maxTextBytes = 1 << 20;

function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length <= maxTextBytes) return bytes.toString();
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  }
  throw new TocsinError('INPUT_UNREADABLE', `this is too long for a checkpoint or a key: ${path}`);
}

export async function renewLog({
  why,
  lostDatabase = false,
}: {
  why: string;
  lostDatabase?: boolean;
}): Promise<void> {
  const home = openHome();
  if (lostDatabase) return makeDatabaseAnew(home, why);
  // the owner's, as destroying is
  const { who } = acting(home, 'destroy');
  const { setAside } = renewCustody(home, { who, why });
  if (setAside !== null) process.stdout.write(`${setAside}\n`);
  process.stderr.write(
    'a new custody log has begun; its first entry says so\nkeep the old one: checkpoints given out before belong to it\n',
  );
}

function makeDatabaseAnew(home: InstanceHome, why: string): void {
  if (why.trim() === '') throw new TocsinError('USAGE', '--why is empty');
  if (isDatabaseThere(home))
    throw new TocsinError('USAGE', 'the database of the instance opens: nothing of it is lost');
  for (const path of renewInstance(home, { who: osUser(), why })) process.stdout.write(`${path}\n`);
  process.stderr.write(
    'the database of the instance is a new one; the custody log says so\nit has no users: add the owner again at once with tocsin user add\n',
  );
}

/** Whoever may not do it is told so as long as users are known. */
function isDatabaseThere(home: InstanceHome): boolean {
  try {
    acting(home, 'destroy');
    return true;
  } catch (error) {
    if (isTocsinError(error) && error.code === 'HOME_DAMAGED') return false;
    throw error;
  }
}
