// One picture in RTF, written in hexadecimal: handed over as a member where it is PNG or JPEG, told where not.

import type { SinkQueue } from './sink-queue.ts';

/** A page scanned in colour has some megabytes; the picture is held until it is whole. */
const maxPictureBytes = 32 << 20;

export interface RtfPicture {
  control(word: string, number: number | null): void;
  hex(raw: string): void;
  end(queue: SinkQueue): void;
}

export function createRtfPicture(name: string): RtfPicture {
  let ending: string | null = null;
  let parts: Buffer[] = [];
  let size = 0;
  let half = '';
  let isBinary = false;
  return {
    control(word, number) {
      if (word === 'pngblip') ending = 'png';
      else if (word === 'jpegblip') ending = 'jpg';
      else if (word === 'bin') {
        isBinary = true;
        size += Math.max(0, number ?? 0);
      }
    },
    hex(raw) {
      const digits = half + raw.replace(/[^\da-fA-F]/gu, '');
      const even = digits.length & ~1;
      half = digits.slice(even);
      size += even / 2;
      if (size <= maxPictureBytes && ending !== null) parts.push(Buffer.from(digits.slice(0, even), 'hex'));
      else parts = [];
    },
    end(queue) {
      if (size === 0) return;
      const path = `${name}.${ending ?? 'wmf'}`;
      if (ending === null)
        return queue.unread(path, size, 'a drawing in a format of Windows; open the document to see it');
      if (isBinary) {
        return queue.unread(
          path,
          size,
          'a picture that is not written in hexadecimal; save it from the document',
        );
      }
      if (size > maxPictureBytes)
        return queue.unread(path, size, 'a picture longer than 32 MB; save it from the document');
      const bytes = Buffer.concat(parts);
      queue.member({
        path,
        sizeBytes: bytes.length,
        async *stream() {
          yield bytes;
        },
      });
    },
  };
}
