// Which key a client sends, asked with every request. In: 32 hexadecimal digits. Out: the key, or null where there is none
// or it was revoked. What is known is asked anew after a second, so that a revoked key ends at once in every process.
// Only hashes are compared: how long it takes says nothing of how close a guess was.

import { hash, randomBytes } from 'node:crypto';
import { apiKeyByHash, type RegisterDatabase } from '../../store/register/index.ts';
import { type ApiKey, apiKeyHash, apiKeyOf } from './api-key.ts';

export interface ApiKeyFinder {
  /** An expired key is found, too. Rejects where the register cannot be reached. */
  find: (text: string) => ApiKey | null | Promise<ApiKey | null>;
  /** Whether it was found lately: then finding it again costs nothing that a guesser could use up. */
  isKnown: (text: string) => boolean;
}

const trustedMs = 1000;

/** Beyond this the one that was asked for first goes. */
const mostKnown = 10_000;

interface Known {
  key: ApiKey;
  askedAt: number;
}

/** `clock`: milliseconds that only go forward. */
export function createApiKeyFinder(
  register: RegisterDatabase,
  clock: () => number = () => performance.now(),
): ApiKeyFinder {
  const known = new Map<string, Known>();
  const pepper = randomBytes(16).toString('hex');
  // a process keeps no key in clear, and no order of comparing its characters
  const nameOf = (text: string) => hash('sha256', pepper + text.toLowerCase(), 'hex');

  async function ask(text: string, name: string): Promise<ApiKey | null> {
    const askedAt = clock();
    const row = await apiKeyByHash(register, apiKeyHash(register, text));
    known.delete(name);
    if (!row || row.revoked_at !== null) return null;
    if (known.size >= mostKnown) known.delete(known.keys().next().value!);
    const key = apiKeyOf(row);
    known.set(name, { key, askedAt });
    return key;
  }

  return {
    find(text) {
      const name = nameOf(text);
      const entry = known.get(name);
      return entry && clock() - entry.askedAt < trustedMs ? entry.key : ask(text, name);
    },
    isKnown: (text) => known.has(nameOf(text)),
  };
}
