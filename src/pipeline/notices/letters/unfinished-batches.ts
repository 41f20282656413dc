// A batch of letters that a stopped run has left, seen by its folder: its file may be there, and used. In: the ledger. Out:
// the batch gone, and its letters planned as before, where no file of it came to be; else an error that names the folder.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import {
  changeSends,
  dropBatch,
  lettersOf,
  type Notices,
  unfinishedBatches,
} from '../../../store/notices/index.ts';
import { filesOf } from './write-batch.ts';

/** Before anything takes the place of its letters. Throws LETTERS_UNFINISHED. */
export function settleBatches(db: Notices['db'], { case: id }: { case: string }, atMs: number): void {
  for (const { batch, folder, name } of unfinishedBatches(db)) {
    const isGone = !existsSync(folder);
    const files = filesOf(name).filter((file) => existsSync(join(folder, file)));
    if (isGone || files.length > 0) {
      const undo = isGone ? 'make that folder, empty' : `delete ${files.join(' and ')} there`;
      throw unfinished(
        folder,
        `end it: tocsin notify letters ${id} --out ${folder}; or, if nobody has used these letters, ${undo} and do this again`,
      );
    }
    for (const file of readdirSync(folder))
      if (file.startsWith(`.${name}.`)) rmSync(join(folder, file), { force: true });
    changeSends(db, ({ move }) => {
      for (const { send } of lettersOf(db, batch))
        move({ send, what: 'lost', at: atMs, reply: 'its file was not written' });
      dropBatch(db, batch);
    });
  }
}

/** The same letters would lie in two folders. Throws LETTERS_UNFINISHED. */
export function refuseOtherFolder(db: Notices['db'], { case: id }: { case: string }, out: string): void {
  const other = unfinishedBatches(db).find(({ folder }) => folder !== out);
  if (other !== undefined)
    throw unfinished(other.folder, `end it first: tocsin notify letters ${id} --out ${other.folder}`);
}

function unfinished(folder: string, hint: string): TocsinError {
  return new TocsinError(
    'LETTERS_UNFINISHED',
    `a run that was stopped has left letters unfinished in ${folder}`,
    { hint },
  );
}
