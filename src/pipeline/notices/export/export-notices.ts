// The proof of a case's notices for its dossier: who was told what, when, how, with the texts that were approved, as one
// archive. In: a case with a ledger. Out: FILE, there whole or not at all, its hashes signed and entered in the custody
// log; in clear it names nobody. What waits on the disk until then is noise, so that memory does not grow with the people.

import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { WholeFile } from '../../../base/files/index.ts';
import { TocsinError } from '../../../base/index.ts';
import { appendCustody, custodyFolder, inclusionProof, instanceSigner } from '../../../custody/index.ts';
import { type NoticeText, renderMail } from '../../../notify/index.ts';
import { type AgeRecipient, parseRecipient, sealStream } from '../../../store/age/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import {
  allApprovals,
  inOneReading,
  listPlans,
  type Notices,
  openNotices,
  variantsOf,
} from '../../../store/notices/index.ts';
import { createSpool } from '../../package/sealed-spool.ts';
import { type TarFile, writeTar } from '../../package/tar-archive.ts';
import {
  type ExportFile,
  exportFormat,
  type ExportManifest,
  exportVerb,
  manifestName,
  rootOf,
  signatureName,
  signExport,
} from './export-manifest.ts';
import { exportReadme } from './export-readme.ts';
import { contactLines, eventLines, peopleLines } from './ledger-tables.ts';
import { planCounts, toldFields } from './told-fields.ts';

export interface ExportNoticesOptions {
  out: string;
  /** An age recipient; null: the archive is in clear. */
  recipient: string | null;
  /** How people are reached goes into it too; only where it is sealed. */
  withContacts: boolean;
  who: string;
  signal?: AbortSignal;
}

export interface ExportedNotices {
  path: string;
  bytes: number;
  /** Of the file as it lies there. */
  sha256: string;
  /** Over the hashes of what is in it. */
  root: string;
  files: ExportFile[];
  isSealed: boolean;
}

/** Throws NOTICES_NONE, RECIPIENT, USAGE, OUTPUT_NOT_WRITABLE; then there is no file. */
export async function exportNotices(
  home: InstanceHome,
  record: CaseRecord,
  { out, recipient, withContacts, who, signal }: ExportNoticesOptions,
): Promise<ExportedNotices> {
  if (withContacts && recipient === null)
    throw new TocsinError('USAGE', 'contacts are written to a sealed export only', {
      hint: 'say whom it is sealed to with --recipient',
    });
  const to = recipient === null ? null : parseRecipient(recipient);
  const path = resolve(out);
  using notices = openNotices(record);
  using file = openOutput(path);
  using spools = createSpools(dirname(path));
  const { files, plans } = inOneReading(notices.db, () => gather(notices, spools, { withContacts, signal }));
  const listed = files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  const root = rootOf(listed);
  const signer = instanceSigner(home);
  const said = { who, case: record.case, what: exportVerb, hashes: { root } };
  const details = { out: path, ...(recipient === null ? {} : { recipient }), contacts: withContacts };
  const begun = appendCustody(home, { ...said, result: 'begun', details }, record.key);
  const manifest: ExportManifest = {
    format: exportFormat,
    case: record.case,
    made: { at: new Date().toISOString(), by: who },
    plans,
    files: listed,
    root,
    publicKey: signer.publicKey,
    custody: inclusionProof(custodyFolder(home.path), begun.number),
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const signature = signExport(bytes, signer);
  const archive = writeTar(
    [held(manifestName, bytes), held(signatureName, signature), ...files],
    new Date(manifest.made.at),
  );
  try {
    const { bytes: size, sha256 } = await writeArchive(file, archive, { to, signal });
    keep(file, path);
    const counts = { files: files.length, bytes: size };
    const done = { ...said, result: 'done', counts, hashes: { root, sha256 }, details } as const;
    appendCustody(home, done, record.key);
    return { path, bytes: size, sha256, root, files: listed, isSealed: to !== null };
  } catch (error) {
    appendCustody(home, { ...said, result: 'failed' }, record.key);
    throw error;
  }
}

async function writeArchive(
  file: WholeFile,
  archive: Iterable<Uint8Array>,
  { to, signal }: { to: AgeRecipient | null; signal: AbortSignal | undefined },
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of to === null ? archive : sealStream(archive, [to])) {
    signal?.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
    file.write(piece);
  }
  return { bytes, sha256: hash.digest('hex') };
}

function openOutput(path: string): WholeFile {
  try {
    return new WholeFile(path);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}

function keep(file: WholeFile, path: string): void {
  try {
    file.keepAs(path);
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `cannot write ${path}`, { cause });
  }
}

type HeldFile = TarFile & ExportFile;

interface Spools extends Disposable {
  /** The lines as a file of the archive. */
  take(name: string, lines: Iterable<string>, signal: AbortSignal | undefined): HeldFile;
}

const linesAtOnce = 1000;

function createSpools(folder: string): Spools {
  const all: ReturnType<typeof createSpool>[] = [];
  return {
    take(name, lines, signal) {
      const spool = createSpool(folder);
      all.push(spool);
      const hash = createHash('sha256');
      let waiting: string[] = [];
      const flush = () => {
        const bytes = Buffer.from(waiting.join(''));
        hash.update(bytes);
        spool.write(bytes);
        waiting = [];
        signal?.throwIfAborted();
      };
      for (const line of lines) if (waiting.push(line) === linesAtOnce) flush();
      flush();
      return { name, bytes: spool.bytes, sha256: hash.digest('hex'), content: spool.read() };
    },
    [Symbol.dispose]() {
      for (const spool of all) spool[Symbol.dispose]();
    },
  };
}

function gather(
  notices: Notices,
  spools: Spools,
  { withContacts, signal }: { withContacts: boolean; signal: AbortSignal | undefined },
): { files: HeldFile[]; plans: ExportManifest['plans'] } {
  const { db } = notices;
  const approvals = allApprovals(db);
  const stored = listPlans(db).toReversed();
  const plans = stored.map(({ plan, at, who, kind, state, textsHash }) => ({
    plan,
    at,
    by: who,
    kind,
    state,
    texts: textsHash,
    variants: variantsOf(db, plan).length,
    approvals: approvals
      .filter((approval) => approval.plan === plan)
      .map(({ who: by, at: on, sha256 }) => ({ by, at: on, sha256 })),
  }));
  const texts = stored.flatMap(({ plan }) => variantsOf(db, plan)).flatMap(textFiles);
  const counts = stored.map((plan) => planCounts(db, plan));
  const files = [
    held('README.txt', Buffer.from(exportReadme(withContacts))),
    held('counts.json', jsonBytes({ plans: counts })),
    held('article-33.json', jsonBytes(toldFields(db))),
    spools.take('people.csv', peopleLines(notices), signal),
    spools.take('events.csv', eventLines(notices), signal),
    ...(withContacts ? [spools.take('contacts.csv', contactLines(notices), signal)] : []),
    ...texts,
  ];
  return { files, plans };
}

/** As it was approved, and as people read it; a name and a reference stand in them for those of each. */
function textFiles({ variant, texts }: { variant: number; texts: unknown }): HeldFile[] {
  const { unnamed } = renderMail(texts as NoticeText);
  return [
    // without a line feed behind it: its hash is the one that was approved
    held(`text-${variant}.json`, Buffer.from(JSON.stringify(texts))),
    held(`text-${variant}.txt`, Buffer.from(unnamed.text)),
    held(`text-${variant}.html`, Buffer.from(unnamed.html)),
  ];
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function held(name: string, bytes: Buffer): HeldFile {
  return {
    name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: [bytes],
  };
}
