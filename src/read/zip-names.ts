// The names at the beginning of a zip file, by which an office document is told from an archive.
// In: the head of a file. Out: names of entries whose headers lie in it, as far as they can be followed.

const signature = 0x0403_4b50;
const headerBytes = 30;

/** An office document shows what it is within its first entries. */
const maxNames = 200;

export function zipNames(head: Uint8Array): string[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const names: string[] = [];
  let p = 0;
  while (p + headerBytes <= head.length && view.getUint32(p, true) === signature && names.length < maxNames) {
    const packed = view.getUint32(p + 18, true);
    const nameLength = view.getUint16(p + 26, true);
    const nameAt = p + headerBytes;
    names.push(Buffer.from(head.subarray(nameAt, nameAt + nameLength)).toString());
    const next = nameAt + nameLength + view.getUint16(p + 28, true) + packed;
    // sizes that follow the data are not in the header: the next header is looked for
    const isStated = (view.getUint16(p + 6, true) & 8) === 0;
    p = isStated ? next : nextHeader(head, nameAt + nameLength);
  }
  return names;
}

function nextHeader(head: Uint8Array, from: number): number {
  const found = Buffer.from(head.buffer, head.byteOffset, head.byteLength).indexOf(
    'PK\u0003\u0004',
    from,
    'latin1',
  );
  return found < 0 ? head.length : found;
}
