// A thread that reads stretches of a directory: of a file, or of a stream that comes through a pipe. It opens that only
// and writes nothing.

import { parentPort, workerData } from 'node:worker_threads';
import { openFileSource, openPipeSource } from '../../read/index.ts';
import { openStretches, type StretchPlan } from './read-stretches.ts';
import type { AskedStretch, StretchJob } from './stretch-pool.ts';

const { plan, path, pipe } = workerData as StretchJob & { plan: StretchPlan };
const source = pipe ? openPipeSource(pipe) : openFileSource(path!);
const read = openStretches(source, plan);

parentPort!.on('message', ({ number, from, isExact, until }: AskedStretch) => {
  const stretch = read(from, isExact, until);
  const { tokens, filled, used } = stretch;
  parentPort!.postMessage({ number, stretch }, [tokens.buffer, filled.buffer, used.buffer]);
});
