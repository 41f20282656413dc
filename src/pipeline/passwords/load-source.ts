// Puts one source of passwords into the register: step by step, seen by nobody before it is whole. In: blocks in the order
// of their places. Out: rows. A load that was stopped goes on where it was; whoever replaces a source replaces it at once.

import { setImmediate } from 'node:timers/promises';
import {
  addPasswordBlocks,
  beginPasswordSource,
  type BegunSource,
  clearLeaving,
  type PasswordCounts,
  passwordSources,
  placesOfSource,
  presentPasswordSource,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import type { BuiltBlock, RangeBuilder } from './range-builder.ts';

export interface SourceLoad {
  /** Takes what the builder has ready, as soon as that is enough for a step. */
  step(builder: RangeBuilder): Promise<void>;
  /** All that is left; `counts`: of the whole source. */
  finish(builder: RangeBuilder, counts: PasswordCounts, now: Date): Promise<void>;
}

/** Of one transaction. */
const stepBytes = 8 << 20;
const stepBlocks = 20_000;

/** Nothing is written before the first step. */
export function createLoad(
  register: RegisterDatabase,
  about: { name: string; digest: string; caseId: string | null },
  signal?: AbortSignal,
): SourceLoad {
  let begun: BegunSource | null = null;
  const waiting: BuiltBlock[] = [];
  let waitingBytes = 0;

  async function take(builder: RangeBuilder): Promise<BegunSource> {
    begun ??= await beginPasswordSource(register, about);
    for (const block of builder.take()) {
      // of an earlier run
      if (block.within < begun.done) continue;
      waiting.push(block);
      waitingBytes += block.hashes.length;
    }
    return begun;
  }

  async function flush(load: BegunSource, next: number): Promise<void> {
    signal?.throwIfAborted();
    const blocks = waiting.splice(0);
    waitingBytes = 0;
    await addPasswordBlocks(register, load, blocks, next);
    begun = { ...load, done: next };
    // between steps others have their turn, and whoever wants to stop it is heard
    await setImmediate();
  }

  return {
    async step(builder) {
      signal?.throwIfAborted();
      if (builder.waitingBytes === 0) return;
      const load = await take(builder);
      if (waitingBytes >= stepBytes || waiting.length >= stepBlocks)
        await flush(load, waiting.at(-1)!.within + 1);
    },
    async finish(builder, counts, now) {
      const load = await take(builder);
      if (load.done < placesOfSource) await flush(load, placesOfSource);
      await presentPasswordSource(register, load.source, counts, now.getTime());
      await clearLeaving(register);
    },
  };
}

/**
 * `presentAs`: the name under which files of one of these digests are there, that name first; null where they are not.
 * `loading`: the digest that is half loaded under that name.
 */
export async function knownSources(
  register: RegisterDatabase,
  name: string,
  digests: readonly string[],
): Promise<{ presentAs: string | null; loading: string | null }> {
  const sources = await passwordSources(register);
  const names = sources
    .filter((source) => source.state === 'present' && digests.includes(source.digest))
    .map((source) => source.name);
  const half = sources.find((source) => source.name === name && source.state === 'loading');
  return { presentAs: names.includes(name) ? name : (names[0] ?? null), loading: half?.digest ?? null };
}
