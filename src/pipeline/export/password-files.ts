// All ranges of passwords as files, each the text that is served for it: also those that hold nothing, for every beginning
// of a hash has an answer. In: the register. Out: files in the order of their names; none where there are no passwords.

import { mergeRanges, openRange, type RangeRows, rangeText } from '../../lookup/index.ts';
import {
  passwordBlocksBetween,
  type PasswordMode,
  passwordPlace,
  passwordPrefixes,
  passwordSources,
  readPasswordState,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import type { RangeFile } from './range-file.ts';

/** Read at a time, all sources together: some 4 MB where hashes are spread as they should be. */
const hashesAtOnce = 200_000;
const mostAtOnce = 1 << 13;
const prefixDigits = 5;

/** Throws REGISTER_BUSY where a source comes or goes meanwhile. */
export async function* passwordFiles(
  register: RegisterDatabase,
  mode: PasswordMode,
): AsyncGenerator<RangeFile, void, undefined> {
  const { version } = await readPasswordState(register);
  const sources = (await passwordSources(register)).filter(
    (source) => source.state === 'present' && source[mode] > 0,
  );
  if (sources.length === 0) return;
  const atOnce = prefixesAtOnce(sources.reduce((sum, source) => sum + source[mode], 0));
  for (let from = 0; from < passwordPrefixes; from += atOnce) {
    const ranges = new Map<number, RangeRows>();
    for (const { source } of sources) {
      const start = passwordPlace(source, mode, 0);
      const blocks = await passwordBlocksBetween(register, start + from, start + from + atOnce);
      for (const { place, hashes } of blocks) {
        const known = ranges.get(place - start);
        const rows = openRange(hashes, mode);
        ranges.set(place - start, known === undefined ? rows : mergeRanges(known, rows));
      }
    }
    // what has left may be half gone
    if ((await readPasswordState(register)).version !== version) throw changedMeanwhile();
    for (let prefix = from; prefix < from + atOnce; prefix++) {
      const rows = ranges.get(prefix);
      yield {
        name: prefix.toString(16).toUpperCase().padStart(prefixDigits, '0'),
        bytes: rows === undefined ? nothing : rangeText(rows),
      };
    }
  }
}

const nothing = Buffer.alloc(0);

/** A power of two. */
function prefixesAtOnce(hashes: number): number {
  let count = mostAtOnce;
  while (count > 1 && (hashes / passwordPrefixes) * count > hashesAtOnce) count /= 2;
  return count;
}
