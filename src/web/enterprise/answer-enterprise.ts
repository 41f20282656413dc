// One request for a range of an enterprise → its answer, which is JSON whatever happens: clients read it before they look at
// the status. In: the request and the check of keys. Out: the accounts of a range, or a subscription to it.

import { rangeAccounts } from '../../lookup/index.ts';
import { planAllows, rangePrefix, subscribeRange } from '../../register/index.ts';
import { type ApiAnswer, notAllowed, okJson, otherMethod, problem } from '../api/api-answer.ts';
import type { ApiParts } from '../api/api-parts.ts';
import type { ApiRequest } from '../api/api-request.ts';
import type { ApiSources } from '../api/api-sources.ts';
import { isRefusal } from '../api/key-check.ts';

const keyHeader = 'hibp-enterprise-api-key';

const badPrefix = problem(400, 'Invalid hex prefix');
const emptyRange = problem(404, 'There are no hashes beginning with that prefix');

/** `request.path`: `range/search/…` or `range/subscribe`. */
export async function answerEnterprise({ sources, keys }: ApiParts, request: ApiRequest): Promise<ApiAnswer> {
  const key = await keys.key(request, { header: keyHeader });
  if (isRefusal(key)) return key;
  if (!planAllows(key.plan, 'enterprise')) return notAllowed;
  const [, name, part = '', more] = request.path.split('/', 4);
  if (name!.toLowerCase() === 'subscribe') return subscribe(sources, key.account, request);
  if (request.method !== 'GET') return otherMethod('GET, HEAD');
  if (more !== undefined || !rangePrefix.test(part)) return badPrefix;
  return (await keys.mayGoOn(key, 'account')) ?? search(sources, part.toUpperCase());
}

async function search(
  { catalogue: readCatalogue, accounts, optOuts }: ApiSources,
  prefix: string,
): Promise<ApiAnswer> {
  await optOuts.refresh();
  const catalogue = await readCatalogue();
  const rows = { prefix, suffixes: await accounts.rangeOf(prefix) };
  const found = rangeAccounts(catalogue, optOuts, rows, { asker: 'owner' });
  return found.length === 0 ? emptyRange : okJson(JSON.stringify(found));
}

async function subscribe(
  { context }: ApiSources,
  account: number,
  { method, body }: ApiRequest,
): Promise<ApiAnswer> {
  if (method === 'GET') {
    // a client that loses its method and body on the way is not told of a fault: it could do nothing about it
    context.log('a client asked for range/subscribe by GET: nothing was subscribed');
    return okJson('{}');
  }
  if (method !== 'POST') return otherMethod('GET, HEAD, POST');
  const prefix = prefixIn(await body());
  if (prefix === null) return badPrefix;
  const state = await subscribeRange(context.register, { account, prefix, now: context.now().getTime() });
  const { headers } = okJson('');
  return { status: state === 'created' ? 201 : 200, headers, body: JSON.stringify({ hashPrefix: prefix }) };
}

/** In upper case; null where the body holds none. */
function prefixIn(body: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  const prefix = (value as { hashPrefix?: unknown } | null)?.hashPrefix;
  return typeof prefix === 'string' && rangePrefix.test(prefix) ? prefix.toUpperCase() : null;
}
