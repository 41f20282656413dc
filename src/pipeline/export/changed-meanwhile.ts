// What is told when the register has changed under a work that reads all of it.

import { TocsinError } from '../../base/index.ts';

export function changedMeanwhile(): TocsinError {
  return new TocsinError('REGISTER_BUSY', 'the register has changed while it was exported', {
    hint: 'run the same command again: it writes what has changed',
  });
}
