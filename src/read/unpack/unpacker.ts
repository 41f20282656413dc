// The parent's side of the unpacking process: starts it, hands it inputs one after the other, hands on what it
// says, and ends it where it takes too much memory or is silent for too long. What it failed at is told as a
// line, and the input is gone through again without it: everything else in it is read.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FrameFollower, type ResumedLeaves } from './frame-follower.ts';
import { createSpillFolder } from './spill-folder.ts';
import { type Frame, splitFrames } from './split-frames.ts';
import type { UnpackJob } from './unpack-job.ts';

/** Heap of the process. Openers hold a few megabytes each; a library that wants a gigabyte has been fooled. */
const heapMegabytes = 1024;

/** All memory of the process, with that of WebAssembly and of buffers. */
const maxResidentBytes = 2_000 * 2 ** 20;

const lookMs = 500;

/** Nothing heard for so long while we would listen: a page is read in seconds, a member in less. */
const usualSilenceMs = 120_000;

/** So often an input is begun anew after a failure; what is damaged more often is left. */
const maxFailures = 20;

export interface UnpackerOptions {
  /** Files and folders that may be read. */
  roots: readonly string[];
  /** Module that exports `fieldTests`, to cut records of fixed width with. */
  fieldTests?: URL;
  silenceMs?: number;
}

export class Unpacker {
  #options: UnpackerOptions;
  #child: ChildProcess | null = null;
  #frames: AsyncGenerator<Frame> | null = null;
  #spillFolder: string | null = null;
  #failure = '';

  constructor(options: UnpackerOptions) {
    this.#options = options;
  }

  /** Frames of one input, up to and with `done`. No byte of a leaf comes twice, however often the process failed. */
  async *unpack(
    job: Omit<UnpackJob, 'spillFolder' | 'known' | 'closed'>,
    resumed: ResumedLeaves | null = null,
  ): AsyncGenerator<Frame> {
    const follower = new FrameFollower(job.path, resumed);
    for (let failures = 0; ; failures++) {
      yield* this.#attempt(job, follower);
      if (follower.isDone) return;
      yield* follower.fail(this.#failure);
      if (failures < maxFailures && !follower.closed.includes(job.path)) continue;
      yield* follower.giveUp(job.ocrPagesLeft);
      return;
    }
  }

  async *#attempt(
    job: Omit<UnpackJob, 'spillFolder' | 'known' | 'closed'>,
    follower: FrameFollower,
  ): AsyncGenerator<Frame> {
    const frames = this.#start();
    const { known, closed } = follower;
    const line: UnpackJob = { ...job, spillFolder: this.#spill(), known, closed };
    this.#child!.stdin!.write(`${JSON.stringify(line)}\n`);
    this.#failure = 'the program that reads it failed: it may be damaged, or made to do harm';
    for (;;) {
      const next = await this.#hear(frames);
      if (next === null) {
        // its end may not have been heard of yet: nothing more is asked of it
        this.#child?.kill('SIGKILL');
        this.#frames = null;
        return;
      }
      yield* follower.follow(next);
      if (follower.isDone) return;
    }
  }

  /** The next frame; null where the process has ended, or was ended because it said nothing for too long. */
  async #hear(frames: AsyncGenerator<Frame>): Promise<Frame | null> {
    const silenceMs = this.#options.silenceMs ?? usualSilenceMs;
    const timer = setTimeout(
      () => this.#kill(`nothing came of it for ${silenceMs / 1000} seconds`),
      silenceMs,
    );
    try {
      const next = await frames.next();
      return next.done ? null : next.value;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  #start(): AsyncGenerator<Frame> {
    if (this.#frames) return this.#frames;
    const child = spawn(process.execPath, this.nodeArguments(), {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      env: { NODE_COMPILE_CACHE: '', TMPDIR: tmpdir() },
    });
    // a process that ends early is told by the end of its frames
    child.stdin!.on('error', () => {});
    child.on('error', () => {});
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > maxResidentBytes)
        this.#kill(`it took more than ${maxResidentBytes / 2 ** 20} MB of memory`);
    }, lookMs);
    child.on('close', () => clearInterval(watch));
    this.#child = child;
    this.#frames = splitFrames(child.stdio[3] as Readable);
    return this.#frames;
  }

  #kill(reason: string): void {
    this.#failure = reason;
    this.#child?.kill('SIGKILL');
  }

  /** What Node is started with: as few rights as the work can be done with. */
  nodeArguments(): string[] {
    const readable = [
      programRoot,
      this.#spill(),
      '/proc/self',
      ...this.#options.roots.map((root) => resolve(root)),
    ];
    return [
      '--permission',
      '--allow-worker',
      ...readable.flatMap((path) => [`--allow-fs-read=${path}`, `--allow-fs-read=${join(path, '*')}`]),
      `--allow-fs-write=${join(this.#spill(), '*')}`,
      `--max-old-space-size=${heapMegabytes}`,
      '--no-warnings',
      '--import',
      new URL('./no-network.mjs', import.meta.url).href,
      fileURLToPath(new URL('./unpack-process.ts', import.meta.url)),
      ...(this.#options.fieldTests ? [this.#options.fieldTests.href] : []),
    ];
  }

  #spill(): string {
    this.#spillFolder ??= createSpillFolder();
    return this.#spillFolder;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const closed = new Promise((resolved) => child.once('close', resolved));
      child.kill('SIGKILL');
      child.stdio[3]?.destroy();
      await closed;
    }
    if (this.#spillFolder) rmSync(this.#spillFolder, { recursive: true, force: true });
  }
}

const programRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/u, '');

/** Linux only; elsewhere the heap limit stands alone. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return 0;
  }
}

const pageBytes = 4096;
