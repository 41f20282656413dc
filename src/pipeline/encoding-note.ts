// Whether the values of a column have been through a wrong encoding, told from the sample. Nothing is mended:
// what the file says is evidence as it stands.

import { isMojibake } from '../recognise/index.ts';
import type { SampledValue } from '../resolve/index.ts';

const decoder = new TextDecoder();

export function encodingNote(sample: SampledValue[]): string | null {
  const broken = sample.filter(({ bytes }) => isMojibake(decoder.decode(bytes))).length;
  if (broken === 0) return null;
  const are = broken === 1 ? 'is' : 'are';
  return `of ${sample.length} sampled values ${broken} ${are} UTF-8 that was read as Windows-1252 once too often (such as "Ã©" for "é")`;
}
