// Entry of the unpacking process: it opens what may be hostile, with as few rights as can be had: it may read
// the inputs and the program's own files, write nothing but its nameless spill files, start nothing, connect to
// nowhere. In: jobs, a JSON line each, on stdin. Out: frames on a pipe of their own, as libraries may print.
// Its end, however it comes, harms nobody.

import { writevSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isTocsinError } from '../../base/index.ts';
import type { FieldTest } from '../fixed/field-test.ts';
import { frameOf, leafFrame, type UnpackProgress } from './leaf-frames.ts';
import { LeafWriter } from './leaf-writer.ts';
import type { UnpackJob } from './unpack-job.ts';
import { walkInput, type WalkOptions } from './walk.ts';

/** Opened by the parent, and touched by nobody else: writing to it waits while the parent is slower. */
const framesPipe = 3;

/** Progress is told at most so often, ms. */
const progressMs = 100;

function writeFrames(parts: Uint8Array[]): void {
  let left = parts;
  while (left.length > 0) {
    let written = writevSync(framesPipe, left);
    while (left.length > 0 && written >= left[0]!.length) {
      written -= left[0]!.length;
      left = left.slice(1);
    }
    if (left.length > 0) left = [left[0]!.subarray(written), ...left.slice(1)];
  }
}

/** The tests of a module that is named on the command line, brought in only where a leaf needs them. */
async function fieldTests(): Promise<readonly FieldTest[]> {
  const [module] = process.argv.slice(2);
  if (module === undefined) return [];
  return ((await import(module)) as { fieldTests: readonly FieldTest[] }).fieldTests;
}

async function work(job: UnpackJob): Promise<void> {
  const progress: UnpackProgress = { taken: 0, pages: 0, pagesInAll: 0 };
  let told = 0;
  const tell = () => {
    if (performance.now() - told < progressMs) return;
    told = performance.now();
    writeFrames(frameOf(leafFrame.progress, progress));
  };
  const ocr = {
    pagesLeft: job.ocrPagesLeft,
    onPage(done: number, total: number) {
      progress.pages = done;
      progress.pagesInAll = total;
      told = 0;
      tell();
    },
  };
  try {
    const options: WalkOptions = {
      writer: new LeafWriter(writeFrames),
      fieldTests,
      spillFolder: job.spillFolder,
      passwords: job.passwords,
      wanted: job.wanted ? new Set(job.wanted) : null,
      known: new Set(job.known),
      closed: new Set(job.closed),
      ...(job.maxUnpackedBytes === null ? {} : { maxUnpackedBytes: job.maxUnpackedBytes }),
      ocr,
      onTaken(bytes) {
        progress.taken = bytes;
        tell();
      },
    };
    await walkInput(job.path, options, job.parts);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = isTocsinError(error) ? error.message : `cannot be read (${code ?? 'unknown error'})`;
    writeFrames(frameOf(leafFrame.unread, { path: job.path, bytes: 0, reason }));
  }
  writeFrames(frameOf(leafFrame.done, { ocrPagesLeft: ocr.pagesLeft }));
}

for await (const line of createInterface({ input: process.stdin })) await work(JSON.parse(line) as UnpackJob);
