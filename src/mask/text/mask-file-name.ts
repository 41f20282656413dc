// The name of a file without the people in it: `CV_Nora-Quellmont.pdf`, `NoraQuellmont2016.sql`. In: one part of a path.
// Out: the same with other people; its ending, its signs and its numbers that are nobody's stay.

import { ByteSink } from '../byte-sink.ts';
import type { TextReplacer } from './create-text-replacer.ts';

/** Parts words that are written together, and is taken out again. */
const mark = '\u001F';

/** Any other one is read like the rest: it may be a name. */
const usualEnding =
  /(?:\.(?:gz|bz2|xz|zst|zip|tar|sql|dump|bak|csv|tsv|txt|log|dat|jsonl?|ndjson|ya?ml|xml|html?|md|pdf|docx?|xlsx?|odt|eml|msg|png|jpe?g))+$/i;

/** Never empty, and never a path. */
export function maskFileName(name: string, text: TextReplacer): string {
  const ending = usualEnding.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const parted = stem.includes('@')
    ? stem
    : stem
        .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, `$1${mark}$2`)
        .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, `$1${mark}$2`)
        .replaceAll(/(\p{L})(\p{N})/gu, `$1${mark}$2`);
  const bytes = new TextEncoder().encode(parted);
  const out = new ByteSink(256);
  if (text.replaceText(bytes, 0, bytes.length, out) === 0) return name;
  const masked = new TextDecoder().decode(out.bytes.subarray(0, out.length)).replaceAll(mark, '');
  return masked.replaceAll(/[/\\\0]/g, '-') + ending;
}
