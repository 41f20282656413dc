// A PDF 1.7 written from front to back in bounded memory: small objects go together into compressed streams, and a
// compressed table of places ends it (ISO 32000-1, 7.5.7 and 7.5.8). In: objects as text. Out: bytes to a sink, the same
// for the same objects.

import { deflateSync } from 'node:zlib';

export interface PdfFile {
  /** The first of `count` numbers for objects that are still to come. */
  reserve(count?: number): number;
  object(id: number, text: string): void;
  /** `text`: latin 1, as it lies in the file. */
  stream(id: number, text: string): void;
  /** `entries`: of its dictionary, besides the length and the filter. */
  deflated(id: number, entries: string, bytes: Uint8Array): void;
  /** As it is: what programs look for without opening anything. */
  plainStream(id: number, entries: string, bytes: Uint8Array): void;
  /** `seed`: 16 bytes that name the file. */
  end(root: number, seed: Buffer): void;
}

/** Objects of one stream: a reader opens it whole to reach one of them. */
const mostTogether = 1000;
const chunkBytes = 1 << 20;

/** Tags repeat themselves: the least effort takes nine parts of ten off them. */
const level = 1;

export function createPdfFile(write: (bytes: Buffer) => void): PdfFile {
  let offset = 0;
  let pending: string[] = [];
  let pendingBytes = 0;
  const put = (text: string): void => {
    pending.push(text);
    pendingBytes += text.length;
    offset += text.length;
    if (pendingBytes >= chunkBytes) flush();
  };
  const flush = (): void => {
    if (pendingBytes > 0) write(Buffer.from(pending.join(''), 'latin1'));
    [pending, pendingBytes] = [[], 0];
  };
  const putBytes = (bytes: Uint8Array): void => {
    flush();
    write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    offset += bytes.length;
  };

  // by the number of an object: where it lies, or in which stream as which
  const places: number[] = [0];
  const within: number[] = [0];
  let together: { id: number; text: string }[] = [];

  const file: PdfFile = {
    reserve(count = 1) {
      const first = places.length;
      for (let i = 0; i < count; i++) {
        places.push(0);
        within.push(-1);
      }
      return first;
    },
    object(id, text) {
      together.push({ id, text });
      if (together.length === mostTogether) endTogether();
    },
    stream(id, text) {
      places[id] = offset;
      put(`${id} 0 obj\n<</Length ${text.length}>>\nstream\n${text}\nendstream\nendobj\n`);
    },
    deflated(id, entries, bytes) {
      const packed = deflateSync(bytes, { level });
      places[id] = offset;
      put(`${id} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`);
      putBytes(packed);
      put('\nendstream\nendobj\n');
    },
    plainStream(id, entries, bytes) {
      places[id] = offset;
      put(`${id} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`);
      putBytes(bytes);
      put('\nendstream\nendobj\n');
    },
    end(root, seed) {
      endTogether();
      const id = file.reserve();
      const start = offset;
      places[id] = start;
      const name = seed.toString('hex');
      file.deflated(
        id,
        `/Type/XRef/Size ${places.length}/W[1 4 2]/Root ${root} 0 R/ID[<${name}><${name}>]`,
        tableOf(places, within),
      );
      put(`startxref\n${start}\n%%EOF\n`);
      flush();
    },
  };
  const endTogether = (): void => {
    if (together.length === 0) return;
    const id = file.reserve();
    let [heads, bodies] = ['', ''];
    for (const [i, { id: of, text }] of together.entries()) {
      places[of] = id;
      within[of] = i;
      heads += `${of} ${bodies.length} `;
      bodies += `${text}\n`;
    }
    const entries = `/Type/ObjStm/N ${together.length}/First ${heads.length}`;
    together = [];
    file.deflated(id, entries, Buffer.from(heads + bodies, 'latin1'));
  };
  // the second line says that what follows is not text
  put('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  return file;
}

/** A row of seven bytes for each object: its kind, its place, its number within a stream. */
function tableOf(places: readonly number[], within: readonly number[]): Buffer {
  const table = Buffer.alloc(places.length * 7);
  table.writeUInt16BE(0xffff, 5);
  for (let id = 1; id < places.length; id++) {
    const isTogether = within[id]! >= 0;
    // 0: a number that nothing came of
    table[id * 7] = isTogether ? 2 : Math.sign(places[id]!);
    table.writeUInt32BE(places[id]!, id * 7 + 1);
    table.writeUInt16BE(isTogether ? within[id]! : 0, id * 7 + 5);
  }
  return table;
}

/** A text of a dictionary, as UTF-16 (ISO 32000-1, 7.9.2.2). */
export function pdfText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
