// The steps of one batch of letters: it is decided and leased, it is written, its letters are handed over. In: a run,
// sends. Out: files, and the ledger changed; each step is on the disk when it returns, so that a run that stops between two
// is ended by the next.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import type { LetterWindow } from '../../../notify/index.ts';
import {
  changeSends,
  finishBatch,
  insertBatch,
  letterBatch,
  type LetterBatch,
  type LetterRow,
  letterSendOf,
  lettersOf,
  writtenAgain,
} from '../../../store/notices/index.ts';
import { letterReferences } from './letter-references.ts';
import { letterPerson } from './letter-person.ts';
import type { LetterRun } from './letter-run.ts';
import {
  type BatchLetter,
  fileName,
  filesOf,
  listName,
  writeBatch,
  type WrittenBatch,
} from './write-batch.ts';

export interface BatchLook {
  country: string | null;
  postedIn: string | null;
  window: LetterWindow;
  isLarge: boolean;
  /** ISO 8601. */
  at: string;
}

export interface TakenBatch {
  batch: LetterBatch;
  letters: (BatchLetter & { send: number })[];
}

/** Null where nothing of it can be printed. */
export function takeBatch(run: LetterRun, sends: readonly number[], look: BatchLook): TakenBatch | null {
  const { db, plan, made } = run;
  const at = run.now();
  const rows = sends.map(letterSendOf(db));
  const references = letterReferences(run.references, rows);
  const taken: TakenBatch['letters'] = [];
  const batch = changeSends(db, ({ move }) => {
    for (const [i, send] of sends.entries()) {
      // another run of an earlier plan, or a report, may have been there first
      if (move({ send, what: 'leased', at }) === null) continue;
      const letter = letterOf(run, plan.plan, { row: rows[i]!, reference: references[i]! }, look);
      if (letter !== null) taken.push({ ...letter, send });
      else {
        move({ send, what: 'refused', at, reply: 'the address cannot be printed' });
        made.unprintable++;
      }
    }
    if (taken.length === 0) return null;
    const nameOf = (number: number): string =>
      `letters-${String(number).padStart(5, '0')}-${/^[A-Z]{2}$/u.test(look.country ?? '') ? look.country : 'XX'}`;
    const of = { ...look, plan: plan.plan, folder: run.out, nameOf };
    return insertBatch(
      db,
      of,
      taken.map(({ send }) => send),
    );
  });
  return batch === null ? null : { batch: letterBatch(db, batch)!, letters: taken };
}

export async function writeTaken(run: LetterRun, { batch, letters }: TakenBatch): Promise<void> {
  const written = await write(run, batch, letters);
  const at = run.now();
  changeSends(run.db, ({ move }) => {
    const reply = `in ${fileName(batch.name, run.recipients.length > 0)}`;
    for (const { send } of letters) move({ send, what: 'handed', at, reply });
    finishBatch(run.db, batch.batch, { ...written, folder: run.out, isSealed: run.recipients.length > 0 });
  });
}

/** One that was leased and perhaps written, in the folder of this run: written as it was to be, once. */
export async function endBatch(run: LetterRun, batch: LetterBatch): Promise<void> {
  // sealed and not, it would lie there twice
  for (const file of filesOf(batch.name)) rmSync(join(batch.folder, file), { force: true });
  await writeTaken(run, { batch, letters: rereadBatch(run, batch) });
}

/** Throws USAGE where there is no such batch. */
export async function rewriteBatch(run: LetterRun, number: number): Promise<void> {
  const batch = letterBatch(run.db, number);
  if (batch === null || batch.sha256 === null)
    throw new TocsinError('USAGE', `no batch ${number} of letters was written for this case`, {
      hint: 'the number stands in the name of its file and in manifest.json',
    });
  const written = await write(run, batch, rereadBatch(run, batch));
  const isSame = written.sha256 === batch.sha256;
  const rewrite = run.db.transaction(() => {
    writtenAgain(run.db, number);
    finishBatch(run.db, number, { ...written, folder: run.out, isSealed: run.recipients.length > 0 });
  });
  rewrite.immediate();
  run.made.again = { batch: number, times: batch.again + 1, isSame };
}

function rereadBatch(run: LetterRun, batch: LetterBatch): TakenBatch['letters'] {
  const look = { ...batch, window: batch.window as LetterWindow };
  const rows = lettersOf(run.db, batch.batch);
  const references = letterReferences(run.references, rows);
  return rows.map((row, i) => {
    const letter = letterOf(run, batch.plan, { row, reference: references[i]! }, look);
    if (letter === null)
      throw new TocsinError('CASE_DAMAGED', 'a letter of the ledger cannot be printed as it was decided');
    return { ...letter, send: row.send };
  });
}

function letterOf(
  run: LetterRun,
  plan: number,
  { row, reference }: { row: LetterRow; reference: string },
  look: BatchLook,
): BatchLetter | null {
  const texts = run.textsOf(plan);
  const { window, isLarge, at } = look;
  const letter = texts.laidOut(row.variant, { window, isLarge, day: at.slice(0, 10) });
  const person = letterPerson(row, texts.variantOf(row.variant), look, reference);
  if (letter === null || person === null) return null;
  return { letter, person, country: row.country, variant: row.variant };
}

async function write(
  { out, recipients, made }: LetterRun,
  batch: LetterBatch,
  letters: TakenBatch['letters'],
): Promise<WrittenBatch> {
  const written = await writeBatch(letters, { folder: out, name: batch.name, recipients });
  made.letters += letters.length;
  made.pages += written.pages;
  made.sheets += written.sheets;
  made.bytes += written.bytes;
  made.batches++;
  made.files.push({
    batch: batch.batch,
    file: fileName(batch.name, recipients.length > 0),
    list: listName(batch.name, recipients.length > 0),
    country: batch.country,
    window: batch.window as LetterWindow,
    letters: letters.length,
    pages: written.pages,
    sheets: written.sheets,
    sha256: written.sha256,
  });
  return written;
}
