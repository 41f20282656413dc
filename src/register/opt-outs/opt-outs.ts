// Whom a look-up must not show. In: an open register. Out: a list in memory, which sees within a quarter of a second
// what another process wrote. Opt-outs are filtered here even where rows were deleted: a breach that was being loaded
// meanwhile may still have brought some.

import { openJson, optOutsSince, optOutVersion, type RegisterDatabase } from '../../store/register/index.ts';
import type { OptOutKind } from './opt-out-kinds.ts';

/** `owner`: who has proven that the address is theirs, and verified owners of its domain. */
export type Asker = 'public' | 'owner';

export interface OptOuts {
  /** Before each question; at most every 250 ms it asks the database, else it gives nothing back. */
  refresh(): Promise<void> | void;
  /** Whether `asker` is not shown this breach, by its number, for this person key. */
  hides(key: Uint8Array, breach: number, asker: Asker): boolean;
  /** The same for the SHA-1 of an address, of 20 bytes. */
  hidesSha1(sha1: Uint8Array, breach: number, asker: Asker): boolean;
  /** Whether any of the keys is hidden from a public search in all breaches up to now. */
  isHidden(keys: readonly Uint8Array[]): boolean;
  /** Whether a breach that is loaded leaves this person out. */
  isBlocked(key: Uint8Array): boolean;
  /** How many there are. */
  size(): number;
}

interface Entry {
  kind: OptOutKind;
  upTo: number | null;
}

const freshMs = 250;

export function createOptOuts(register: Pick<RegisterDatabase, 'rows' | 'secrets'>): OptOuts {
  /** By person key, and by SHA-1: one is of 16 bytes, the other of 20. */
  const entries = new Map<string, Entry>();
  let version = 0;
  let readAt = -Infinity;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const startedAt = performance.now();
    const newest = await optOutVersion(register);
    if (newest > version)
      for await (const page of optOutsSince(register, version))
        for (const { person_key, sealed, kind, up_to } of page) {
          const entry = { kind: kind as OptOutKind, upTo: up_to };
          entries.set(person_key.toString('latin1'), entry);
          const sha1 = openJson<string>(register.secrets, 'opt-out', sealed);
          entries.set(Buffer.from(sha1, 'hex').toString('latin1'), entry);
        }
    version = Math.max(version, newest);
    readAt = startedAt;
  }

  const entryOf = (key: Uint8Array) =>
    entries.size === 0
      ? undefined
      : entries.get(Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1'));

  const hides = (key: Uint8Array, breach: number, asker: Asker) => {
    const entry = entryOf(key);
    if (entry === undefined) return false;
    if (entry.kind === 'delete' || (entry.kind === 'hide' && asker === 'public')) return true;
    return entry.upTo !== null && breach <= entry.upTo;
  };

  return {
    refresh() {
      if (performance.now() - readAt < freshMs) return undefined;
      reading ??= read().finally(() => (reading = null));
      return reading;
    },
    hides,
    hidesSha1: hides,
    isHidden: (keys) =>
      keys.some((key) => {
        const kind = entryOf(key)?.kind;
        return kind === 'hide' || kind === 'delete';
      }),
    isBlocked: (key) => entryOf(key)?.kind === 'delete',
    size: () => entries.size / 2,
  };
}
