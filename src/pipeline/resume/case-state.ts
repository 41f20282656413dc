// Where a run into a case keeps what it has read so far: in the case itself, under its key, so that it goes with the
// case. In: the case. Out: a folder and the key for it.

import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { keyBytes } from '../../base/index.ts';
import type { CaseRecord } from '../../store/index.ts';

export function caseState({ folder, key }: CaseRecord): { stateFolder: string; stateKey: Uint8Array } {
  return {
    stateFolder: join(folder, 'stopped'),
    stateKey: new Uint8Array(hkdfSync('sha256', key, '', 'stopped runs', keyBytes)),
  };
}
