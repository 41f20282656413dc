// Bytes of a markup file as raw text, one character a byte, so that a position is an offset in the file.
// Text in UTF-16 and in sets of several bytes a character is made UTF-8 first; offsets then count that.

export interface RawPieces {
  /** For what is not UTF-8: a single-byte set, as the file declares it or windows-1252. */
  charset: string;
  /** How many bytes of a byte order mark come before the first piece. */
  offset: number;
  pieces: AsyncIterable<string>;
}

/** Between two pieces the sink is waited for: this many bytes hold at most some hundred records. */
const pieceBytes = 16 << 10;

/** Declarations stand at the very beginning; browsers look for a charset in as many bytes. */
const declarationBytes = 1024;

/** `declared`: the name of the encoding in the first bytes, where the format states one. */
export async function openRawPieces(
  stream: AsyncIterable<Uint8Array>,
  declared: (head: string) => string | null,
): Promise<RawPieces> {
  const chunks = stream[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  let failure: unknown = null;
  while (head.length < declarationBytes && failure === null) {
    try {
      const next = await chunks.next();
      if (next.done === true) break;
      head = Buffer.concat([head, next.value]);
    } catch (error) {
      // what came before the fault is read first
      failure = error;
    }
  }
  const { encoding, mark } = encodingOf(head, declared);
  const bytes = afterHead(head.subarray(mark), chunks, failure);
  if (singleByte.test(encoding)) return { charset: encoding, offset: mark, pieces: cut(bytes) };
  return {
    charset: 'windows-1252',
    offset: mark,
    pieces: cut(encoding === 'utf-8' ? bytes : recoded(bytes, encoding)),
  };
}

const singleByte = /^(?:windows-\d+|iso-8859-\d+(?:-i)?|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic)$/u;

function encodingOf(
  head: Buffer,
  declared: (head: string) => string | null,
): { encoding: string; mark: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (head[0] === 0x3c && head[1] === 0) return { encoding: 'utf-16le', mark: 0 };
  if (head[0] === 0 && head[1] === 0x3c) return { encoding: 'utf-16be', mark: 0 };
  const label = declared(head.toString('latin1', 0, declarationBytes));
  try {
    const { encoding } = new TextDecoder(label ?? 'utf-8');
    // the declaration itself was just read a byte a character
    return { encoding: encoding.startsWith('utf-16') ? 'utf-8' : encoding, mark: 0 };
  } catch {
    return { encoding: 'utf-8', mark: 0 };
  }
}

async function* afterHead(
  head: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
  failure: unknown,
): AsyncGenerator<Uint8Array> {
  try {
    yield head;
    if (failure !== null) throw failure;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}

async function* recoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

async function* cut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const chunk of bytes) {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let from = 0; from < view.length; from += pieceBytes) {
      yield view.toString('latin1', from, from + pieceBytes);
    }
  }
}
