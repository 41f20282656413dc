/*
 * The names within the local part of an address, or within a user name. In: `jean.dupont75`. Out: what stands for its
 * words as it does in columns of names, each followed by a separator; particles, digits and signs are gone. At most two, as
 * far as there is room. The words alone decide, never what is real: an address becomes the same in every dump.
 */

import type { ByteSink } from '../byte-sink.ts';
import type { NameReplacer, NameSort } from './name-replacer.ts';
import { localSorts } from './name-sorts.ts';
import { findWords, type WordSpans } from './name-spans.ts';

const mostNames = 2;
const mostWords = 6;

/** Writes at most `room` characters, in small letters without accents; `separator` 0: none. */
export type WriteLocalNames = (
  bytes: Uint8Array,
  start: number,
  end: number,
  out: ByteSink,
  separator: number,
  room: number,
) => void;

export function createLocalNames(names: NameReplacer): WriteLocalNames {
  const words: WordSpans = { starts: new Uint32Array(mostWords), ends: new Uint32Array(mostWords), count: 0 };
  const sorts: NameSort[] = [];
  return (bytes, start, end, out, separator, room) => {
    findWords(bytes, start, end, words);
    if (words.count === 0) return;
    localSorts(names, bytes, words, sorts);
    const most = out.length + room;
    const separatorLength = separator === 0 ? 0 : 1;
    let written = 0;
    for (let word = 0; word < words.count && written < mostNames; word++) {
      const from = words.starts[word]!;
      const to = words.ends[word]!;
      const left = most - out.length - separatorLength;
      if (to - from < 2 || !names.local(sorts[word]!, bytes, from, to, out, left)) continue;
      if (separator !== 0) out.put(separator);
      written++;
    }
  };
}
