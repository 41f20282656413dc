// What reads a file that is to be masked, whatever its format.

import type { Stretch } from './stretch.ts';

export interface CellReader {
  /**
   * Reads from file offset `from`, where `state` holds, to the first boundary at or past `until`. Without `isExact`, from
   * the first place after `from` where reading may begin: a guess, which the stretch before confirms. Everything in the
   * stretch is used again by the next call.
   */
  read(from: number, isExact: boolean, until: number, state: string): Stretch;
}
