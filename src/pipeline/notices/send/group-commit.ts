// Leases and answers of all connections, entered into the ledger together: what comes within one turn of the event loop is
// one transaction, on the disk when its promise resolves. In: leases and answers. Out: whether each mail may go out. After
// one failure nothing goes out any more; answers that come later are entered as far as the ledger takes them.

import { TocsinError } from '../../../base/index.ts';
import { changeSends, type Moved, type Notices, type SendMove } from '../../../store/notices/index.ts';

export interface GroupCommit {
  /**
   * Resolves once the lease and all that was told before are on the disk; false where the mail must not be sent. Rejects
   * with the failure, also with one from before.
   */
  lease(send: number, connection: number): Promise<boolean>;
  /** A send without a lease, as it was refused before its body, gets one first. */
  tell(move: SendMove, then: Told): void;
  /** Resolves once nothing is left to enter; rejects with the failure where there was one. */
  settled(): Promise<void>;
}

export interface Told {
  /** After it is on the disk. */
  onMoved: (moved: Moved | null) => void;
  /** Writes what follows from it, in the same transaction. */
  alongside?: () => void;
}

export interface GroupCommitOptions {
  now: () => number;
  /** At the first failure, which `settled` rejects with: HOME_NOT_WRITABLE where the ledger cannot be written. */
  onFailed: () => void;
}

interface Waiting extends Told {
  move: SendMove;
  onError: (error: unknown) => void;
}

const busyPauseMs = 20;

/** Answers that are a turn apart are gathered for so long at most. */
const gatherMs = 2;

/** Another process writes for long where it lays down a plan for millions. */
const busyForMs = 600_000;

export function createGroupCommit(db: Notices['db'], { now, onFailed }: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let failure: { error: unknown } | null = null;
  const leased = new Set<number>();
  let turn: Promise<void> | null = null;

  const enter = db.transaction((entries: readonly Waiting[]) => {
    const moved = changeSends(db, ({ move }) =>
      entries.map(({ move: wanted }) => {
        const isAnswer = wanted.what !== 'leased';
        if (isAnswer && !leased.has(wanted.send)) {
          // what was lost before it began has nothing to tell
          if (wanted.what === 'lost') return null;
          if (move({ ...wanted, what: 'leased', code: null, reply: null }) === null) return null;
        }
        return move(wanted);
      }),
    );
    for (const { alongside } of entries) alongside?.();
    return moved;
  });

  const fail = (error: unknown) => {
    if (failure !== null) return;
    failure = { error };
    onFailed();
  };

  const commit = async (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    let moved: (Moved | null)[];
    try {
      moved = await whenFree(() => enter.immediate(entries));
    } catch (error) {
      fail(error);
      for (const { onError } of entries) onError(error);
      return;
    }
    entries.forEach(({ move: { send, what }, onMoved }, i) => {
      if (what !== 'leased') leased.delete(send);
      else if (moved[i] !== null) leased.add(send);
      try {
        onMoved(moved[i]!);
      } catch (error) {
        fail(error);
      }
    });
  };

  const begin = () => {
    turn ??= new Promise<void>((resolve) => {
      whenGathered(async () => {
        await commit();
        turn = null;
        if (waiting.length > 0) begin();
        resolve();
      });
    });
  };

  /** Turns of the event loop go by as long as each brings more: one commit for all costs little more than for one. */
  const whenGathered = (then: () => void) => {
    const since = performance.now();
    const look = (seen: number) => {
      if (waiting.length === seen || performance.now() - since > gatherMs) return then();
      setImmediate(look, waiting.length);
    };
    setImmediate(look, 0);
  };

  return {
    lease: (send, connection) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure.error);
        const move: SendMove = { send, what: 'leased', at: now(), connection };
        const onMoved = (moved: Moved | null) =>
          failure === null ? resolve(moved !== null) : reject(failure.error);
        waiting.push({ move, onMoved, onError: reject });
        begin();
      }),
    tell(move, then) {
      waiting.push({ move, ...then, onError: () => {} });
      begin();
    },
    async settled() {
      for (let last = turn; last !== null; last = turn) await last;
      if (failure !== null) throw failure.error;
    },
  };
}

/** Waits while another process writes; the disk being full, or gone, is an error. */
async function whenFree<T>(work: () => T): Promise<T> {
  const until = performance.now() + busyForMs;
  for (;;)
    try {
      return work();
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!code.startsWith('SQLITE_')) throw error;
      if (!code.startsWith('SQLITE_BUSY') || performance.now() > until)
        throw new TocsinError('HOME_NOT_WRITABLE', 'the ledger of the case cannot be written', {
          cause: error,
        });
      await new Promise((resolve) => setTimeout(resolve, busyPauseMs));
    }
}
