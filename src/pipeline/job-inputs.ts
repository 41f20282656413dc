// The inputs of a job in shared memory, so that a million of them are held once and not once a thread.
// In: inputs. Out: some twenty bytes each beside the path; what many have in common, such as how they are read, once.

import type { FilePlace } from '../base/index.ts';
import type { ReaderPlan } from '../read/index.ts';
import type { FoundInput } from './find-inputs.ts';

/** One input as a worker needs it. */
export interface JobInput {
  path: string;
  place: FilePlace;
  /** Bytes to read; what is appended meanwhile is left out. */
  bytes: number;
  /** It comes through the worker's pipe, leaf by leaf, instead of from the file. */
  unpacked: boolean;
  plan: ReaderPlan;
  charset: string;
}

export interface JobInputs {
  /** UTF-8, one after the other. */
  paths: SharedArrayBuffer;
  /** Float64: where each path ends, then the bytes of each input. */
  numbers: SharedArrayBuffer;
  /** Int32: for each input its kind. */
  kindOf: SharedArrayBuffer;
  kinds: Pick<JobInput, 'unpacked' | 'plan' | 'charset'>[];
  /** Where those lie that lie elsewhere than at their path. */
  elsewhere: Map<number, FilePlace>;
}

export function packInputs(inputs: FoundInput[], isUnpacked: (input: FoundInput) => boolean): JobInputs {
  const pathBytes = inputs.reduce((sum, { path }) => sum + Buffer.byteLength(path), 0);
  const packed: JobInputs = {
    paths: new SharedArrayBuffer(pathBytes),
    numbers: new SharedArrayBuffer(inputs.length * 16),
    kindOf: new SharedArrayBuffer(inputs.length * 4),
    kinds: [],
    elsewhere: new Map(),
  };
  const paths = Buffer.from(packed.paths);
  const numbers = new Float64Array(packed.numbers);
  const kindOf = new Int32Array(packed.kindOf);
  const known = new Map<string, number>();
  let end = 0;
  inputs.forEach((input, i) => {
    end += paths.write(input.path, end);
    numbers[i] = end;
    numbers[inputs.length + i] = input.bytes;
    const [place] = input.places;
    if (place && (place.seal || place.path !== input.path)) packed.elsewhere.set(i, place);
    const kind = { unpacked: isUnpacked(input), plan: input.plan, charset: input.charset };
    const key = JSON.stringify(kind);
    if (!known.has(key)) known.set(key, packed.kinds.push(kind) - 1);
    kindOf[i] = known.get(key)!;
  });
  return packed;
}

export function inputAt(packed: JobInputs, i: number): JobInput {
  const numbers = new Float64Array(packed.numbers);
  const count = numbers.length / 2;
  const from = i === 0 ? 0 : numbers[i - 1]!;
  // what is shared cannot be decoded where it lies
  const path = Buffer.from(new Uint8Array(packed.paths, from, numbers[i]! - from)).toString();
  const place = packed.elsewhere.get(i) ?? { path, seal: null };
  return { path, place, bytes: numbers[count + i]!, ...packed.kinds[new Int32Array(packed.kindOf)[i]!]! };
}
