// All that is to be replaced in one span: first what is packed in it, then what is escaped, then names, addresses and
// numbers as they stand. In: a span, and how deep it was packed. Out: edits. What is in more than one way found is replaced
// once.

import { endWithKey } from '../identifiers/nir-key.ts';
import type { Masking } from '../masking.ts';
import { hasOdd } from '../survivors/odd-characters.ts';
import { encodeWords } from './encoded-words.ts';
import { escapeSorts } from './escaped-view.ts';
import type { Finds } from './finds.ts';
import { createFindNames } from './find-names.ts';
import { findPatterns } from './find-patterns.ts';
import { createKeyMethod } from './key-method.ts';
import { createNameSigns, nameSigns, realName } from './name-signs.ts';
import { collectPacked } from './packed-parts.ts';
import { collectRuns } from './packed-runs.ts';
import { collectView } from './read-view.ts';
import { collectTagged } from './tagged-text.ts';
import type { RowValues } from './row-values.ts';
import { createTextScan } from './text-scan.ts';
import { readSigns, textSigns } from './text-signs.ts';
import { deepestText, type TextWork } from './text-work.ts';
import { unpackedSort, wideBig, wideLittle } from './unpacked-sort.ts';

/** A piece of text this short holds no find. */
const shortest = 3;
/** Where both are, a text is written as usual. */
const bothCases = textSigns.capital | textSigns.small;

export function createCollect(
  masking: Masking,
  row: RowValues,
  workOf: () => TextWork,
): Pick<TextWork, 'collect' | 'collectValue'> {
  const signsOf = createNameSigns(masking.real);
  const textScan = createTextScan(masking, signsOf);
  const { words, real } = textScan;
  const findNames = createFindNames(masking.real, words);
  const keyMethod = createKeyMethod((bytes, start, end) => {
    textScan.scan(bytes, start, end);
    for (let index = 0; index < words.count; index++)
      if ((words.names[index]! & (realName | nameSigns.given)) !== 0) return true;
    return false;
  });

  const collect: TextWork['collect'] = (bytes, start, end, edits, depth) => {
    if (end - start < shortest || depth > deepestText) return;
    const work = workOf();
    const { done, finds } = work.levels[depth]!;
    const before = edits.count;
    const signs = readSigns(bytes, start, end);
    textScan.scan(bytes, start, end);
    finds.clear();
    // at once, since what is packed is read into the same lists
    if (words.count > 0) findNames(bytes, start, end, (signs & bothCases) !== bothCases, finds);
    if (real.count > 0) addReal(finds);
    if (row.count > 0) row.find(bytes, start, end, finds);
    done.clear();
    if (depth < deepestText) {
      if ((signs & textSigns.nul) !== 0 && collectWide(work, bytes, start, end, edits, depth)) return;
      if ((signs & textSigns.bracket) !== 0 || isSerialString(bytes, start, end))
        collectPacked(work, bytes, start, end, edits, depth, done);
      if ((signs & (textSigns.tag | textSigns.equals)) !== 0)
        collectTagged(work, bytes, start, end, edits, depth, done);
      collectRuns(work, bytes, start, end, edits, depth, done);
      const isOdd =
        (signs & textSigns.nul) !== 0 || ((signs & textSigns.odd) !== 0 && hasOdd(bytes, start, end));
      const sorts = escapesOf(signs) | (isOdd ? escapeSorts.odd : 0);
      if (sorts !== 0) collectView(work, sorts, '', bytes, start, end, edits, depth, done);
    }
    const hasDigits = (signs & textSigns.digit) !== 0;
    const hasAt = (signs & (textSigns.at | textSigns.percent | textSigns.ampersand)) !== 0;
    if (hasDigits || hasAt) findPatterns(bytes, start, end, { hasAt, hasDigits }, finds);
    if (finds.count > 0) finds.settle(start, end);
    for (let index = 0; index < finds.count; index++) {
      const [from, method] = [finds.starts[index]!, finds.methods[index]!];
      const found = finds.ends[index]!;
      const to = method === 'nir' ? endWithKey(bytes, from, found, finds.starts[index + 1] ?? end) : found;
      if (!done.touches(from, to)) work.put(method, bytes, from, to, edits);
    }
    if ((signs & textSigns.equals) !== 0) encodeWords(bytes, start, end, edits, before);
  };

  /** Where a name was found word by word that stays. */
  function addReal(finds: Finds): void {
    const names = finds.count;
    for (let index = 0; index < real.count; index++) {
      const [from, to, method] = [real.starts[index]!, real.ends[index]!, real.methods[index]!];
      const isName = method === 'full-name' || method === 'last-name';
      if (!isName || !finds.touches(from, to, names)) finds.add(from, to, method);
    }
  }

  return {
    collect,
    collectValue(key, bytes, start, end, edits, depth) {
      const method = key === '' ? null : keyMethod(key, bytes, start, end);
      if (method === null) collect(bytes, start, end, edits, depth);
      else workOf().put(method, bytes, start, end, edits);
    },
  };
}

/** The whole is UTF-16. */
function collectWide(
  work: TextWork,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Parameters<TextWork['collect']>[3],
  depth: number,
): boolean {
  const sort = unpackedSort(bytes, start, end);
  if (sort !== wideLittle && sort !== wideBig) return false;
  const notation = sort === wideBig ? escapeSorts.utf16be : escapeSorts.utf16le;
  return collectView(work, notation, '', bytes, start, end, edits, depth, null);
}

/** `s:12:"…";` alone has no bracket. */
function isSerialString(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start > 6 && bytes[start] === 115 && bytes[start + 1] === 58 && bytes[end - 1] === 59;
}

/** The notations whose signs are there. */
function escapesOf(signs: number): number {
  return (
    ((signs & textSigns.backslash) !== 0 ? escapeSorts.backslash : 0) |
    ((signs & textSigns.percent) !== 0 ? escapeSorts.percent : 0) |
    ((signs & textSigns.ampersand) !== 0 ? escapeSorts.entity : 0) |
    ((signs & textSigns.equals) !== 0 ? escapeSorts.quotedPrintable : 0)
  );
}
