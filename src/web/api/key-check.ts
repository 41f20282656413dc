// Who asks, and whether they may: the user agent, the key, what its plan allows, and how often it may ask. In: a request and
// what it is for. Out: the key, or the answer that refuses. Wrong keys are limited per network: past a bound they are told
// so, past a higher one nobody's key is looked up there but those that were right lately.

import { type ApiKey, apiKeyPattern, createApiKeyFinder, isExpired } from '../../register/index.ts';
import { createFailureLimit, createRateLimits, type RateScope } from '../../lookup/index.ts';
import type { WebContext } from '../web-context.ts';
import { type ApiAnswer, deniedKey, tooMany } from './api-answer.ts';
import type { ApiRequest } from './api-request.ts';

/** In a minute and network: then they are told to wait. */
const wrongKeysTold = 100;
/** Then none is looked up. */
const wrongKeysAsked = 2000;

export interface KeyOptions {
  /** In which the key stands. */
  header?: string;
  /** Whether a key whose time has ended is good enough. */
  withExpired?: boolean;
}

export interface KeyCheck {
  key: (request: ApiRequest, options?: KeyOptions) => Promise<ApiKey | ApiAnswer>;
  /** Counts the request. */
  mayGoOn: (key: ApiKey, scope: RateScope) => Promise<ApiAnswer | null>;
}

export function createKeyCheck({ register, now }: WebContext): KeyCheck {
  const finder = createApiKeyFinder(register);
  const limits = createRateLimits(register, now);
  const failures = createFailureLimit({ windowMs: 60_000, most: wrongKeysAsked });

  return {
    async key(request, { header = 'hibp-api-key', withExpired = false } = {}) {
      const text = request.header(header)?.trim() ?? '';
      if (text === '') return deniedKey('missing', header);
      if (!apiKeyPattern.test(text)) return deniedKey('improperly formed', header);
      const isClosed = failures.failed(request.network()) >= wrongKeysAsked;
      const key = isClosed && !finder.isKnown(text) ? null : await finder.find(text);
      if (key !== null && (withExpired || !isExpired(key, now()))) return key;
      const failed = failures.fail(request.network());
      return failed > wrongKeysTold
        ? tooMany(failures.secondsLeft(request.network()))
        : deniedKey('invalid', header);
    },
    async mayGoOn(key, scope) {
      if (key.requestsPerMinute === null) return null;
      const wait = await limits.take(key.number, scope, key.requestsPerMinute);
      return wait === 0 ? null : tooMany(wait);
    },
  };
}

export function isRefusal(checked: ApiKey | ApiAnswer): checked is ApiAnswer {
  return 'status' in checked;
}
