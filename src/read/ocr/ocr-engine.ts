// Reads the text in the picture of a page. In: an encoded image (PNG, JPEG, TIFF, GIF, WebP, BMP, PNM). Out: its
// likely text. One engine a process, started with the first page in a thread of its own, ended by `endOcr`.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createLimitedThread, ThreadLost } from './limited-thread.ts';
import { likelyText } from './likely-text.ts';
import type { LikelyText } from './likely-text.ts';
import type { OcrAnswer, OcrRequest } from './ocr-messages.ts';

/** A dense A4 page at 300 dpi takes 1–3 s on one core of a small machine; the first also starts the engine. */
const pageLimitMs = 60_000;

/** Below this confidence the page may lie on its side or head: printed text that stands upright has over 80. */
const turnedBelow = 70;

/** Fewer letters than this are no text that could be turned. */
const turnedFrom = 40;

const thread = createLimitedThread(new URL('./ocr-thread.ts', import.meta.url));

/** What the page says, tried in all four directions where it makes no sense as it lies. Throws `UnreadableError`. */
export async function readPicture(image: Uint8Array): Promise<LikelyText> {
  const endAt = performance.now() + pageLimitMs;
  let best = await readTurned(image, 0, endAt);
  if (best.confidence >= turnedBelow || best.characters < turnedFrom) return best;
  for (const quarterTurns of [2, 1, 3] as const) {
    const turned = await readTurned(image, quarterTurns, endAt);
    if (turned.confidence > best.confidence) best = turned;
    if (best.confidence >= turnedBelow) break;
  }
  return best;
}

/** Ends the engine; a later page would start another. */
export async function endOcr(): Promise<void> {
  await thread.end();
}

async function readTurned(
  image: Uint8Array,
  quarterTurns: OcrRequest['quarterTurns'],
  endAt: number,
): Promise<LikelyText> {
  const request: OcrRequest = { image, quarterTurns };
  try {
    const { tsv } = (await thread.call(request, Math.max(1, endAt - performance.now()))) as OcrAnswer;
    if (tsv === null) {
      throw new UnreadableError('the image is damaged or of a kind that is not read: convert it to PNG');
    }
    return likelyText(tsv);
  } catch (error) {
    if (error instanceof ThreadLost) throw new UnreadableError(lossOf(error));
    throw error;
  }
}

function lossOf({ reason }: ThreadLost): string {
  switch (reason) {
    case 'absent':
      return 'OCR is not installed: add it with npm install tesseract.js-core @tesseract.js-data/fra';
    case 'slow':
      return `OCR took more than ${pageLimitMs / 1000} seconds`;
    case 'crashed':
      return 'OCR failed on this picture';
    default:
      return reason satisfies never;
  }
}
