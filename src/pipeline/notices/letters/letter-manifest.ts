// What lies in a folder of letters: every file with its hash, and every letter with its pages and its reference. In: the
// ledger. Out: manifest.json and manifest.csv, which name nobody; sealed where the letters are.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeWhole } from '../../../base/files/index.ts';
import { sealToFile } from '../../../store/age/index.ts';
import { letterBatches, type LetterBatch, lettersOf, listPlans } from '../../../store/notices/index.ts';
import { letterReferences } from './letter-references.ts';
import type { LetterRun } from './letter-run.ts';
import { fileName, letterLine, listHead, listName } from './write-batch.ts';

export const manifestName = 'manifest.json';
const tableName = 'manifest.csv';

/** Of all batches that were written to the folder, of whatever plan. */
export async function writeManifests(
  run: LetterRun,
  caseId: string,
): Promise<{ file: string; sha256: string }> {
  const batches = listPlans(run.db)
    .toReversed()
    .flatMap(({ plan }) => letterBatches(run.db, plan))
    .filter(({ folder, sha256 }) => folder === run.out && sha256 !== null);
  const { recipients } = run;
  const table = join(run.out, `${tableName}${recipients.length > 0 ? '.age' : ''}`);
  const hash = createHash('sha256');
  let tableSha256: string;
  if (recipients.length > 0)
    tableSha256 = (await sealToFile(table, tableOf(run, batches), recipients)).sha256;
  else {
    writeWhole(table, hashed(tableOf(run, batches), hash));
    tableSha256 = hash.digest('hex');
  }
  const sum = (count: (batch: LetterBatch) => number): number =>
    batches.reduce((all, batch) => all + count(batch), 0);
  const manifest = Buffer.from(
    `${JSON.stringify(
      {
        format: 'tocsin letters 1',
        case: caseId,
        plans: [...new Set(batches.map(({ plan }) => plan))].map((plan) => ({
          plan,
          texts: listPlans(run.db).find((one) => one.plan === plan)!.textsHash,
        })),
        letters: sum(({ letters }) => letters),
        pages: sum(({ pages }) => pages),
        sheets: sum(({ sheets }) => sheets),
        table: { file: fileNameOf(table), sha256: tableSha256 },
        files: batches.map((batch) => ({
          batch: batch.batch,
          plan: batch.plan,
          file: fileName(batch.name, batch.isSealed),
          sha256: batch.sha256,
          list: listName(batch.name, batch.isSealed),
          listSha256: batch.listSha256,
          country: batch.country,
          window: batch.window,
          largePrint: batch.isLarge,
          letters: batch.letters,
          pages: batch.pages,
          sheets: batch.sheets,
          writtenAgain: batch.again,
        })),
      },
      null,
      2,
    )}\n`,
  );
  writeWhole(join(run.out, manifestName), manifest);
  return { file: manifestName, sha256: createHash('sha256').update(manifest).digest('hex') };
}

function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** All letters of a batch have the same number of sheets, so their pages follow from their places. */
function* tableOf(run: LetterRun, batches: readonly LetterBatch[]): Generator<Buffer, void, undefined> {
  yield Buffer.from(listHead);
  for (const batch of batches) {
    const pages = batch.pages / batch.letters;
    const letters = lettersOf(run.db, batch.batch);
    const references = letterReferences(run.references, letters);
    const lines = letters.map(({ country, variant }, place) =>
      letterLine({
        file: fileName(batch.name, batch.isSealed),
        first: place * pages + 1,
        last: (place + 1) * pages,
        reference: references[place]!,
        country,
        sheets: pages / 2,
        variant,
      }),
    );
    yield Buffer.from(lines.join(''));
  }
}

function* hashed(
  pieces: Iterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): Generator<Buffer, void, undefined> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
