// A RAR file, versions 1.5 to 5, encrypted or not. In: the file, or its parts joined. Out: its members.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';
import { partsIn } from './joined-parts.ts';
import { openBySevenZip } from './open-by-seven-zip.ts';

export const openRar: OpenFile = async (file, sink, options) => {
  const files = new Map<string, RandomAccess>();
  // each part has headers of its own and says in them by which of two rules the next one is named: it gets both
  for (const [i, part] of partsIn(file).entries()) {
    files.set(`/in/a.part${String(i + 1).padStart(5, '0')}.rar`, part);
    if (i > 0) files.set(oldName(i - 1), part);
  }
  const type = (await file.read(6, 1))[0] === 1 ? 'rar5' : 'rar';
  await openBySevenZip({ type, files, first: '/in/a.part00001.rar' }, sink, options);
};

function oldName(index: number): string {
  const letter = String.fromCharCode(0x72 + Math.floor(index / 100));
  return `/in/a.part00001.${letter}${String(index % 100).padStart(2, '0')}`;
}
