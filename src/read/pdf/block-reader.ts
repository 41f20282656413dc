// Gives PDFium the blocks it asks for. In: an open file, and bytes that stand behind its end. Out: the function that
// PDFium calls; it asks for half a kilobyte at a time, so a little is read ahead.

import type { FileBytes } from '../../base/files/index.ts';
import type { Pdfium } from './pdfium.ts';

const readAheadBytes = 65_536;

export function createBlockReader(pdfium: Pdfium, file: FileBytes, behind: Uint8Array): Pdfium['readBlock'] {
  const { sizeBytes } = file;
  const ahead = new Uint8Array(readAheadBytes);
  let from = 0;
  let length = 0;
  return (_param, position, target, wanted) => {
    if (position + wanted > sizeBytes + behind.length) return 0;
    const memory = new Uint8Array(pdfium.memory.buffer, target, wanted);
    if (wanted > readAheadBytes) return fill(memory, position) ? 1 : 0;
    if (position < from || position + wanted > from + length) {
      from = position;
      length = Math.min(readAheadBytes, sizeBytes + behind.length - position);
      if (!fill(ahead.subarray(0, length), position)) length = 0;
    }
    if (position + wanted > from + length) return 0;
    memory.set(ahead.subarray(position - from, position - from + wanted));
    return 1;
  };

  function fill(target: Uint8Array, position: number): boolean {
    const ofFile = Math.max(0, Math.min(target.length, sizeBytes - position));
    if (ofFile > 0 && file.read(position, target, 0, ofFile) !== ofFile) return false;
    const offset = Math.max(0, position - sizeBytes);
    target.set(behind.subarray(offset, offset + target.length - ofFile), ofFile);
    return true;
  }
}
