// One PDF as it is read from outside its thread. In: path and passwords. Out: answers, each within its time limit;
// where a page makes the thread hang or fail, the thread is ended and the document opened again in a new one.

import { createLimitedThread, ThreadLost } from '../ocr/limited-thread.ts';
import type { LimitedThread } from '../ocr/limited-thread.ts';
import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OpenAnswer, PdfAnswers, PdfRequest } from './pdf-messages.ts';

/** A file of 4 GB without its list of objects is read through once: 10 s at 400 MB/s. */
const openLimitMs = 60_000;

/** A dense page takes 10 ms, a city map some seconds. */
const requestLimitMs = 20_000;

/** A document of which so many pages hung or failed is meant to. */
const maxLosses = 3;

/** A thread is used for the next document unless its library has grown; it never gives memory back. */
const reusedBelowBytes = 128 * 2 ** 20;

/** Offsets in PDFium are 32-bit numbers. */
const maxFileBytes = 2 ** 32 - 1;

export type OpenedPdf = Extract<OpenAnswer, { state: 'open' }>;

export interface PdfReader {
  opened: OpenedPdf;
  /** null also where the thread was lost over it. Throws `UnreadableError` when that happens too often. */
  ask<K extends 'page' | 'render' | 'attachment'>(
    request: PdfRequest & { kind: K },
  ): Promise<PdfAnswers[K] | null>;
  /** Stops at once what is being asked. */
  abort(): Promise<void>;
  close(): Promise<void>;
}

let idle: LimitedThread | undefined;

export async function startReader(file: RandomAccess, passwords: readonly string[]): Promise<PdfReader> {
  if (file.sizeBytes > maxFileBytes) throw new UnreadableError('is a PDF of more than 4 GB: split it');
  const thread = idle ?? createLimitedThread(new URL('./pdf-thread.ts', import.meta.url));
  idle = undefined;
  const open = async (password: string): Promise<OpenAnswer> =>
    (await thread.call(
      { kind: 'open', place: { path: file.path, seal: file.seal ?? null }, password } satisfies PdfRequest,
      openLimitMs,
    )) as OpenAnswer;

  const { opened, password } = await openWith(['', ...passwords], open).catch(async (error: unknown) => {
    await release(thread);
    throw error;
  });
  let generation = thread.generation;
  let losses = 0;
  return {
    opened,
    async ask<K extends PdfRequest['kind']>(request: PdfRequest & { kind: K }) {
      try {
        if (thread.generation !== generation) {
          await open(password);
          generation = thread.generation;
        }
        return (await thread.call(request, requestLimitMs)) as PdfAnswers[K];
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
        losses += 1;
        if (losses < maxLosses) return null;
        throw new UnreadableError(`is damaged: its reader failed or hung ${losses} times`);
      }
    },
    abort: () => thread.end(),
    close: () => release(thread),
  };
}

/** Ends the thread that waits for the next PDF. */
export async function endPdf(): Promise<void> {
  await idle?.end();
  idle = undefined;
}

async function openWith(
  passwords: readonly string[],
  open: (password: string) => Promise<OpenAnswer>,
): Promise<{ opened: OpenedPdf; password: string }> {
  for (const password of passwords) {
    const answer = await open(password).catch(explain);
    if (answer.state === 'open') return { opened: answer, password };
    if (answer.state === 'locked') continue;
    throw new UnreadableError(
      answer.state === 'damaged'
        ? 'is damaged: no page of it can be found'
        : 'is encrypted in a way that is not known here: save it without encryption',
    );
  }
  throw new UnreadableError('is encrypted: give its password with --password');
}

function explain(error: unknown): never {
  if (!(error instanceof ThreadLost)) throw error;
  throw new UnreadableError(
    error.reason === 'absent'
      ? 'the reader of PDF is not installed: add it with npm install @hyzyla/pdfium'
      : `is damaged: its reader ${error.reason === 'slow' ? 'hung' : 'failed'} while opening it`,
  );
}

async function release(thread: LimitedThread): Promise<void> {
  try {
    const request: PdfRequest = { kind: 'close' };
    const { memoryBytes } = (await thread.call(request, requestLimitMs)) as PdfAnswers['close'];
    if (!idle && memoryBytes < reusedBelowBytes) idle = thread;
    else await thread.end();
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
  }
}
