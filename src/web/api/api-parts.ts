// What answers the API and the ranges of enterprises: look-ups, and one count of requests for both. In: the context of the
// server. Out: parts, made once.

import type { WebContext } from '../web-context.ts';
import { type ApiSources, apiSources } from './api-sources.ts';
import { createKeyCheck, type KeyCheck } from './key-check.ts';

export interface ApiParts {
  sources: ApiSources;
  keys: KeyCheck;
}

export function apiParts(context: WebContext): ApiParts {
  return { sources: apiSources(context), keys: createKeyCheck(context) };
}
