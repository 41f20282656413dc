// Files that hold the same bytes as one before them: their rows count once, so that only the first of them is read.
// In: inputs. Out: the same, each with the path of the one it is the same as, if there is one. Only files of one size
// whose first and last bytes agree are read for it; what changes from then on is told as changed.

import { hash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { fileBytes } from '../base/files/index.ts';
import type { FoundInput } from './found-input.ts';
import { hashInputs } from './hash-inputs.ts';

export async function markSameBytes(inputs: FoundInput[], signal?: AbortSignal): Promise<FoundInput[]> {
  // parts of one archive may hold the same, and it needs each of them
  const alone = inputs.filter(
    ({ bytes, parts, partOf }) => bytes > 0 && parts.length === 1 && partOf === null,
  );
  const alike = groupsOf(alone, ({ bytes }) => String(bytes)).flatMap((group) =>
    groupsOf(group, endsOf).flat(),
  );
  if (alike.length === 0) return inputs;
  const hashes = await hashesOf(alike, signal);
  const firsts = new Map<string, FoundInput>();
  const sameAs = new Map<FoundInput, string>();
  for (const input of inputs) {
    const content = hashes.get(input);
    if (!content) continue;
    const first = firsts.get(content);
    if (first) sameAs.set(input, first.path);
    else firsts.set(content, input);
  }
  return inputs.map((input) => ({ ...input, sameAs: sameAs.get(input) ?? null }));
}

/** Those of more than one. */
function groupsOf(inputs: FoundInput[], keyOf: (input: FoundInput) => string): FoundInput[][] {
  return [...Map.groupBy(inputs, keyOf).values()].filter((group) => group.length > 1);
}

const endBytes = 4096;
const ends = Buffer.alloc(2 * endBytes);

/** A hash of the first and last bytes, as thousands of keys are held at once; its path where it cannot be read. */
function endsOf({ path, bytes, places }: FoundInput): string {
  try {
    const file = openSync(places[0]!.path, 'r');
    try {
      const held = fileBytes(file, places[0]!.seal);
      ends.fill(0);
      held.read(0, ends, 0, Math.min(endBytes, bytes));
      held.read(Math.max(0, bytes - endBytes), ends, endBytes, Math.min(endBytes, bytes));
      return hash('sha256', ends, 'base64url');
    } finally {
      closeSync(file);
    }
  } catch {
    return path;
  }
}

async function hashesOf(inputs: FoundInput[], signal?: AbortSignal): Promise<Map<FoundInput, string | null>> {
  const hashing = hashInputs(inputs.map(({ places }) => places[0]!));
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  const stop = () => stopped.reject(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    const hashes = await Promise.race([hashing.done, stopped.promise]);
    return new Map(inputs.map((input, i) => [input, hashes[i] ?? null]));
  } finally {
    signal?.removeEventListener('abort', stop);
    await hashing.stop();
  }
}
