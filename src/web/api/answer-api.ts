// One request to the API → its answer. In: the sources, the check of keys, and a request whose path is known. Out: an answer
// for everything, in the order in which Have I Been Pwned refuses: no user agent, no key, a plan that is too small, what was
// asked is none, too many requests.

import type { RateScope } from '../../lookup/index.ts';
import {
  type ApiKey,
  apiKeyPattern,
  domainName,
  type KeyUse,
  normalForm,
  planAllows,
} from '../../register/index.ts';
import { accountRange, badPrefix, rangePrefix } from './account-range.ts';
import {
  type ApiAnswer,
  badAccount,
  badDomain,
  notAllowed,
  notVerified,
  noUserAgent,
  okJson,
  otherMethod,
  plainText,
} from './api-answer.ts';
import type { ApiParts } from './api-parts.ts';
import { type ApiRequest, decodedPart } from './api-request.ts';
import type { ApiSources } from './api-sources.ts';
import * as test from './answer-test-account.ts';
import { breachedAccount } from './breached-account.ts';
import { breachedDomain } from './breached-domain.ts';
import { breachList, breachNamed, dataClassList, latestBreach } from './breach-catalogue.ts';
import { verifyDomain } from './domain-verification.ts';
import type { FoundEndpoint, KeyedName, OpenName } from './find-endpoint.ts';
import { isRefusal } from './key-check.ts';
import { pasteAccount } from './paste-account.ts';
import { stealerLogsByEmail, stealerLogsByEmailDomain, stealerLogsByWebsite } from './stealer-logs.ts';
import { maySearch, subscribedDomains } from './subscribed-domains.ts';
import { subscriptionStatus } from './subscription-status.ts';
import { testDomain } from './test-accounts.ts';
import { typedAccount } from './typed-account.ts';

export async function answerApi(
  { sources, keys }: ApiParts,
  { endpoint, part }: FoundEndpoint,
  request: ApiRequest,
): Promise<ApiAnswer> {
  const isRange = endpoint.name === 'breachedaccount/range';
  if (!request.header('user-agent')?.trim())
    return isRange ? plainText(403, 'API request must include a user agent') : noUserAgent;
  if (request.method !== endpoint.method)
    return otherMethod(endpoint.method === 'GET' ? 'GET, HEAD' : endpoint.method);
  if (endpoint.isOpen) return openAnswer(sources, endpoint.name, part, request.query);
  if (apiKeyPattern.test(request.header('hibp-api-key')?.trim() ?? '')) {
    const answer = testAnswer(endpoint.name, part, request);
    if (answer !== null) return answer;
  }
  const key = await keys.key(request, { withExpired: endpoint.name === 'subscription/status' });
  if (isRefusal(key)) return key;
  const use = useOf[endpoint.name];
  if (use !== null && !planAllows(key.plan, use))
    return isRange ? plainText(403, 'Your HIBP API key does not have access to this resource') : notAllowed;
  return keyedAnswer({ sources, keys }, key, endpoint.name, part, request);
}

/** Null: for every plan. */
const useOf: Readonly<Record<KeyedName, KeyUse | null>> = {
  'breachedaccount/range': 'account-range',
  breachedaccount: 'account',
  breacheddomain: 'domain',
  subscribeddomains: 'domain',
  'domainverification/generatednstoken': 'domain-verification',
  'domainverification/verifydnstoken': 'domain-verification',
  'domainverification/sendemail': 'domain-verification',
  stealerlogsbyemail: 'stealer-log',
  stealerlogsbywebsitedomain: 'stealer-log',
  stealerlogsbyemaildomain: 'stealer-log',
  pasteaccount: 'paste',
  'subscription/status': null,
};

async function openAnswer(
  { catalogue: readCatalogue }: ApiSources,
  name: OpenName,
  part: string,
  query: string,
): Promise<ApiAnswer> {
  const catalogue = await readCatalogue();
  if (name === 'breaches') return breachList(catalogue, query);
  if (name === 'breach') return breachNamed(catalogue, part);
  return name === 'latestbreach' ? latestBreach(catalogue) : dataClassList(catalogue);
}

/** Null for whatever is not about the accounts that clients test themselves with. */
function testAnswer(name: KeyedName, part: string, { query, header }: ApiRequest): ApiAnswer | null {
  const text = decodedPart(part) ?? '';
  if (name === 'breachedaccount/range') {
    // with a real key the register answers: its ranges hold who is in it, and nobody else
    const isTestKey = /^0+$/u.test(header('hibp-api-key')!.trim());
    const range = isTestKey && rangePrefix(part) !== null ? test.testAccountRange(part.toUpperCase()) : null;
    return range === null ? null : okJson(JSON.stringify(range));
  }
  if (text.toLowerCase() === testDomain) {
    if (name === 'breacheddomain') return test.testBreachedDomain();
    return name === 'stealerlogsbyemaildomain' ? test.testStealerLogDomain() : null;
  }
  if (!test.isTestAccount(text)) return null;
  if (name === 'breachedaccount') return test.testBreachedAccount(text, query);
  if (name === 'pasteaccount') return test.testPasteAccount(text);
  return name === 'stealerlogsbyemail' ? test.testStealerLogs(text) : null;
}

async function keyedAnswer(
  { sources, keys }: ApiParts,
  key: ApiKey,
  name: KeyedName,
  part: string,
  request: ApiRequest,
): Promise<ApiAnswer> {
  const counted = async (scope: RateScope, answer: () => Promise<ApiAnswer>) =>
    (await keys.mayGoOn(key, scope)) ?? answer();
  switch (name) {
    case 'breachedaccount': {
      const account = typedAccount(part);
      if (account === null) return badAccount;
      return counted('account', () => breachedAccount(sources, account, request.query));
    }
    case 'pasteaccount': {
      const account = typedAccount(part);
      if (account === null) return badAccount;
      return counted('account', () => pasteAccount(sources, account));
    }
    case 'breachedaccount/range': {
      const prefix = rangePrefix(part);
      return prefix === null ? badPrefix : counted('account', () => accountRange(sources, prefix));
    }
    case 'subscription/status':
      return subscriptionStatus(key, sources.context.now());
    case 'subscribeddomains':
      return subscribedDomains(sources, key);
    case 'stealerlogsbyemail': {
      // of two addresses in one text the one that is looked for says whose domain it is
      const address = normalForm('email', typedAccount(part) ?? '');
      const domain = address === null ? null : domainName(address.slice(address.lastIndexOf('@') + 1));
      if (address === null || domain === null) return badAccount;
      if (!(await maySearch(sources, key, domain))) return notVerified;
      return counted('domain', () => stealerLogsByEmail(sources, address));
    }
    case 'breacheddomain':
    case 'stealerlogsbyemaildomain':
    case 'stealerlogsbywebsitedomain': {
      const domain = domainName(decodedPart(part) ?? '');
      if (domain === null) return badDomain;
      if (!(await maySearch(sources, key, domain))) return notVerified;
      return counted('domain', () => domainSearch[name](sources, domain));
    }
    default:
      return verifyDomain(sources, key, name, await request.body());
  }
}

const domainSearch = {
  breacheddomain: breachedDomain,
  stealerlogsbyemaildomain: stealerLogsByEmailDomain,
  stealerlogsbywebsitedomain: stealerLogsByWebsite,
} as const;
