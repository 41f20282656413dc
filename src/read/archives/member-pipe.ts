// Hands over a member whose bytes are pushed by an unpacker that cannot wait to be asked for them.
// In: pieces. Out: the member's stream. It holds one piece; pushing waits until that has been taken, or until
// nobody wants the rest.

import type { UnpackSink } from '../unpack/unpack-sink.ts';

export interface MemberPipe {
  /** Resolves when more is wanted, or nothing more of this member; throws what the sink throws. */
  push(piece: Uint8Array): Promise<void>;
  /** Ends the stream, with `fault` if there is one; resolves when the sink is done with the member. */
  end(fault: Error | null): Promise<void>;
}

export function openMemberPipe(sink: UnpackSink, path: string, sizeBytes: number | null): MemberPipe {
  let piece: Uint8Array | null = null;
  let end: { fault: Error | null } | null = null;
  let left = false;
  let wakeReader = nobodyWaits;
  let wakeWriter = nobodyWaits;

  async function* stream(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (piece !== null) {
          yield piece;
          piece = null;
          wakeWriter();
        } else if (end !== null) {
          if (end.fault !== null) throw end.fault;
          return;
        } else {
          await new Promise<void>((resolve) => {
            wakeReader = resolve;
          });
        }
      }
    } finally {
      left = true;
      wakeWriter();
    }
  }

  const done = sink.member({ path, sizeBytes, stream }).finally(() => {
    left = true;
  });
  done.catch(() => {}); // told by the next push, or by the end

  return {
    push: async (next) => {
      if (!left && next.length > 0) {
        piece = next;
        const taken = new Promise<void>((resolve) => {
          wakeWriter = resolve;
        });
        wakeReader();
        await Promise.race([taken, done]);
      } else if (left) {
        // an error of the sink ends the unpacking; a member that is not wanted does not
        await Promise.race([done, Promise.resolve()]);
      }
    },
    end: async (fault) => {
      end = { fault };
      wakeReader();
      await done;
    },
  };
}

function nobodyWaits(): void {}
