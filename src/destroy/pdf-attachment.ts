// The file that is attached to a PDF of ours. In: the bytes of the PDF. Out: its bytes, or null. It knows the PDFs that
// this program writes and no others; whether it was changed is for whoever checks it.

import { inflateSync } from 'node:zlib';

/** A certificate that lists a million files is smaller. */
const maxBytes = 256 << 20;

export function attachedFile(pdf: Buffer): Buffer | null {
  const object = pdf.indexOf('/Type /EmbeddedFile');
  if (object < 0) return null;
  const stream = pdf.indexOf('stream\n', object);
  const [, length] = /\/Length (\d+)\n/u.exec(pdf.subarray(object, stream).toString('latin1')) ?? [];
  if (stream < 0 || length === undefined) return null;
  const begin = stream + 'stream\n'.length;
  try {
    return inflateSync(pdf.subarray(begin, begin + Number(length)), { maxOutputLength: maxBytes });
  } catch {
    return null;
  }
}
