// Every pair of rows of different groups that any pass brings together, each once. In: rows, passes and those who seek.
// Out: pairs, told with the pass that met them first.

import type { Crowds } from './crowds.ts';
import { type BlockRoom, formBlocks } from './form-blocks.ts';
import { type BlockingPass, meetsIn } from './passes.ts';

export interface Meetings {
  groups: Int32Array;
  takesPart: Uint8Array;
  passes: readonly BlockingPass[];
  room: BlockRoom;
}

/**
 * @param seekers rows that seek, `isSeeking` says the same by row
 * @param crowds takes the rows of blocks that are too large; `null` to leave them out
 * @param judge what is to be known of a pair; below 0 the pair is dropped before it is looked for in other passes
 */
export function meetPairs(
  { groups, takesPart, passes, room }: Meetings,
  seekers: Int32Array,
  isSeeking: Uint8Array,
  crowds: Crowds | null,
  judge: (a: number, b: number) => number,
  onPair: (a: number, b: number, judged: number, pass: number) => void,
): void {
  passes.forEach((pass, at) => {
    formBlocks(pass, room, takesPart, seekers, isSeeking, {
      onPair(a, b) {
        if (groups[a] === groups[b]) return;
        const judged = judge(a, b);
        if (judged < 0) return;
        for (let before = 0; before < at; before++) if (meetsIn(passes[before]!, a, b)) return;
        onPair(a, b, judged, at);
      },
      onCrowded(row, key, size) {
        crowds?.add(row, key, size);
      },
    });
    crowds?.close();
  });
}
