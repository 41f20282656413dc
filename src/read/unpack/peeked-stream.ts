// A stream whose first bytes are looked at before anybody reads it. In: an async iterable. Out: its head, and
// the whole of it as if nothing had been taken. A fault met while peeking is met again by whoever reads on.

export interface PeekedStream {
  head: Uint8Array;
  /** Everything, head included; once. */
  stream: AsyncIterable<Uint8Array>;
  /** Ends the source where nobody reads on. */
  close(): Promise<void>;
}

export async function peekStream(
  source: AsyncIterable<Uint8Array>,
  headBytes: number,
): Promise<PeekedStream> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let had = 0;
  let isDone = false;
  let fault: { error: unknown } | null = null;
  while (had < headBytes && !isDone) {
    try {
      const next = await iterator.next();
      if (next.done) isDone = true;
      // whoever gives the chunk may use its memory again
      else if (next.value.length > 0) {
        chunks.push(Uint8Array.from(next.value));
        had += next.value.length;
      }
    } catch (error) {
      fault = { error };
      isDone = true;
    }
  }
  const joined = Buffer.concat(chunks);
  return {
    head: joined.subarray(0, headBytes),
    stream: (async function* () {
      if (joined.length > 0) yield joined;
      if (fault) throw fault.error;
      if (!isDone) yield* { [Symbol.asyncIterator]: () => iterator };
    })(),
    close: async () => {
      await iterator.return?.();
    },
  };
}
