// The group a request is counted under: one of a few names of ours, whatever was asked. In: a path and a status. Out: a
// name. Nothing of the path itself is in it.

export const requestGroups = [
  'account',
  'account-range',
  'api',
  'passwords',
  'enterprise',
  'private',
  'portal',
  'operators',
  'assets',
  'metrics',
  'unknown',
] as const;

export type RequestGroup = (typeof requestGroups)[number];

/** By how paths begin; the first that fits. */
const beginnings: readonly [RegExp, RequestGroup][] = [
  [/^\/api\/v[23]\/breachedaccount\/range\//iu, 'account-range'],
  [/^\/api\/v[23]\/breachedaccount\//iu, 'account'],
  [/^\/api\/private\//iu, 'private'],
  [/^\/api\//iu, 'api'],
  [/^\/(?:enterprise\/|range\/(?:search|subscribe))/iu, 'enterprise'],
  [/^\/range\//iu, 'passwords'],
  [/^\/assets\//u, 'assets'],
  [/^\/operators(?:\/|$)/u, 'operators'],
  [/^\/metrics$/u, 'metrics'],
];

/** A page that is not there is no page: what somebody tried is `unknown`. */
export function requestGroup(path: string, status: number): RequestGroup {
  const group = beginnings.find(([pattern]) => pattern.test(path))?.[1];
  return group ?? (status === 404 || status === 400 || status === 405 ? 'unknown' : 'portal');
}
