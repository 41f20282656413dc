// An input that has to be unpacked, brought to the thread that reads it. In: what the unpacking process says of
// it. Out: leaves, their bytes and notes into the thread's pipe; how far it is, for the progress line.

import {
  type DoneNote,
  frameOf,
  leafFrame,
  type ResumedLeaves,
  type Unpacker,
  type UnpackProgress,
  writeToPipe,
} from '../read/index.ts';
import type { FoundInput } from './find-inputs.ts';
import type { UnpackSettings } from './unpack-settings.ts';

/** Scanned pages that were read by OCR, and how many are known of. */
export interface Pages {
  done: number;
  inAll: number;
}

export interface FeedOptions {
  /** Only these leaves, by path. */
  wanted: string[] | null;
  /** What an earlier run has had of the input. */
  resumed: ResumedLeaves | null;
  settings: UnpackSettings;
  /** Counted up. */
  pages: Pages;
  /** Called with further bytes of the input taken. */
  onTaken: (bytes: number) => void;
}

/** Resolves when the input has been gone through, or the thread wants no more of it. */
export async function feedInput(
  input: Pick<FoundInput, 'path' | 'places'>,
  unpacker: Unpacker,
  pipe: SharedArrayBuffer,
  options: FeedOptions,
): Promise<void> {
  await writeToPipe(pipe, framesFor(input, unpacker, options));
}

async function* framesFor(
  { path, places }: Pick<FoundInput, 'path' | 'places'>,
  unpacker: Unpacker,
  { wanted, resumed, settings, pages, onTaken }: FeedOptions,
): AsyncGenerator<Uint8Array> {
  const { passwords, maxUnpackedBytes } = settings;
  const pagesBefore = { ...pages };
  let taken = 0;
  const job = { path, parts: places, passwords, maxUnpackedBytes, wanted, ocrPagesLeft: settings.ocrPages };
  for await (const { kind, body } of unpacker.unpack(job, resumed)) {
    if (kind === leafFrame.progress) {
      const progress = JSON.parse(Buffer.from(body).toString()) as UnpackProgress;
      onTaken(progress.taken - taken);
      taken = progress.taken;
      pages.done = pagesBefore.done + progress.pages;
      pages.inAll = pagesBefore.inAll + progress.pagesInAll;
    } else if (kind === leafFrame.done) {
      settings.ocrPages = (JSON.parse(Buffer.from(body).toString()) as DoneNote).ocrPagesLeft;
      return;
    } else {
      yield* frameOf(kind, body);
    }
  }
}
