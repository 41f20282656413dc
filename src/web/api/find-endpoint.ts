// Which endpoint a path of the API means. In: a path as it came. Out: the endpoint with what stands behind its name, or null
// where there is none. Names may be written in any case; what stands behind is not decoded here.

export const endpoints = [
  { name: 'breaches', method: 'GET', isOpen: true, takes: false },
  { name: 'breach', method: 'GET', isOpen: true, takes: true },
  { name: 'latestbreach', method: 'GET', isOpen: true, takes: false },
  { name: 'dataclasses', method: 'GET', isOpen: true, takes: false },
  { name: 'breachedaccount/range', method: 'GET', isOpen: false, takes: true },
  { name: 'breachedaccount', method: 'GET', isOpen: false, takes: true },
  { name: 'breacheddomain', method: 'GET', isOpen: false, takes: true },
  { name: 'subscribeddomains', method: 'GET', isOpen: false, takes: false },
  { name: 'domainverification/generatednstoken', method: 'POST', isOpen: false, takes: false },
  { name: 'domainverification/verifydnstoken', method: 'POST', isOpen: false, takes: false },
  { name: 'domainverification/sendemail', method: 'POST', isOpen: false, takes: false },
  { name: 'stealerlogsbyemail', method: 'GET', isOpen: false, takes: true },
  { name: 'stealerlogsbywebsitedomain', method: 'GET', isOpen: false, takes: true },
  { name: 'stealerlogsbyemaildomain', method: 'GET', isOpen: false, takes: true },
  { name: 'pasteaccount', method: 'GET', isOpen: false, takes: true },
  { name: 'subscription/status', method: 'GET', isOpen: false, takes: false },
] as const satisfies readonly Endpoint[];

interface Endpoint {
  name: string;
  method: 'GET' | 'POST';
  /** Answered without a key, and to pages of others. */
  isOpen: boolean;
  /** Whether something stands behind the name. */
  takes: boolean;
}

type AnyEndpoint = (typeof endpoints)[number];

export type OpenName = Extract<AnyEndpoint, { isOpen: true }>['name'];
export type KeyedName = Exclude<AnyEndpoint['name'], OpenName>;

export interface FoundEndpoint {
  endpoint: AnyEndpoint;
  /** As it came; empty where nothing stands there. */
  part: string;
}

const byName: ReadonlyMap<string, AnyEndpoint> = new Map(
  endpoints.map((endpoint) => [endpoint.name, endpoint]),
);

/** `path` without slashes around it. */
export function findEndpoint(path: string): FoundEndpoint | null {
  const parts = path.split('/', mostParts);
  if (parts.length === mostParts) return null;
  const names = parts.map((part) => part.toLowerCase());
  const two = parts.length > 1 ? byName.get(`${names[0]}/${names[1]}`) : undefined;
  const found = two
    ? { endpoint: two, rest: parts.slice(2) }
    : { endpoint: byName.get(names[0]!), rest: parts.slice(1) };
  if (found.endpoint === undefined) return null;
  // an account that is called `range`, or a range without digits: the longer name takes it
  const [part = '', ...more] = found.rest;
  if (more.length > 0 || (part !== '' && !found.endpoint.takes)) return null;
  return { endpoint: found.endpoint, part };
}

const mostParts = 5;
