// Files that programs before MIME wrote into the text of a mail, uuencoded. In: pieces of text, line by line.
// Out: the text without them, and each file when it is whole. It holds one file, up to a bound.

import { uuLine } from './transfer-decoding.ts';

export interface InlineFile {
  name: string;
  bytes: Buffer;
}

export interface InlineFiles {
  take(text: string): { text: string; files: InlineFile[] };
  /** The last file, where the mail ended within it. */
  end(): InlineFile[];
}

/** Mails of that time were small; a longer file comes in parts of this length. */
const maxFileBytes = 16 << 20;

const begin = /^begin [0-7]{3,4} (\S.{0,300}?)\r?$/u;

export function createInlineFiles(): InlineFiles {
  let open: { name: string; parts: Buffer[]; length: number } | null = null;
  const close = (): InlineFile[] => {
    const closed = open;
    open = null;
    return closed && closed.length > 0 ? [{ name: closed.name, bytes: Buffer.concat(closed.parts) }] : [];
  };
  return {
    take(text) {
      if (open === null && !/^begin [0-7]/mu.test(text)) return { text, files: [] };
      const kept: string[] = [];
      const files: InlineFile[] = [];
      const lines = text.split('\n');
      // what comes after the last line end is no line
      const rest = lines.at(-1) === '' ? lines.splice(-1) : [];
      for (const line of lines) {
        const bytes = open === null ? null : bytesOf(line);
        if (open !== null && bytes !== null) {
          open.parts.push(bytes);
          open.length += bytes.length;
          if (open.length >= maxFileBytes) {
            const { name } = open;
            files.push(...close());
            open = { name, parts: [], length: 0 };
          }
          continue;
        }
        const isEnd = open !== null && /^end\r?$/u.test(line);
        if (open !== null) files.push(...close());
        const name = begin.exec(line)?.[1];
        if (name !== undefined) open = { name, parts: [], length: 0 };
        if (!isEnd) kept.push(line);
      }
      return { text: [...kept, ...rest].join('\n'), files };
    },
    end: close,
  };
}

/** Null where the line is none of a file: its first sign says how many bytes it holds, and it is as long as that. */
function bytesOf(line: string): Buffer | null {
  const text = line.replace(/\r$/u, '');
  if (text === '`' || text === ' ') return Buffer.alloc(0);
  if (!/^[ -`]{2,100}$/u.test(text)) return null;
  const bytes = uuLine(Buffer.from(text, 'latin1'));
  const signs = Math.ceil(bytes.length / 3) * 4;
  // spaces at the end of lines get lost, and some programs add a sign
  return bytes.length > 0 && text.length - 1 >= signs - 3 && text.length - 1 <= signs + 2 ? bytes : null;
}
