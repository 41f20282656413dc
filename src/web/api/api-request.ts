// A request to the API as its endpoints see it. In: method, target as it came, headers. Out: the parts of the path, decoded
// one by one, and the query. A target is taken apart here and nowhere before: `+` stays `+`, `%2F` parts nothing, and what
// is no UTF-8 is a bad request instead of something else.

export interface ApiRequest {
  /** `GET` for HEAD, too. */
  method: string;
  /** What follows the root of the API, as it came, without the slashes around it. */
  path: string;
  /** Without the question mark. */
  query: string;
  header: (name: string) => string | undefined;
  /** Of who asks; for limits, in memory only. */
  network: () => string;
  body: () => Promise<string>;
}

export interface Target {
  path: string;
  query: string;
}

/** `root` in lower case, without a slash at its end; null where the target is not below it. */
export function targetBelow(root: string, target: string): Target | null {
  if (target.slice(0, root.length).toLowerCase() !== root) return null;
  const at = target.indexOf('?', root.length);
  const path = at < 0 ? target.slice(root.length) : target.slice(root.length, at);
  if (path !== '' && path[0] !== '/') return null;
  return { path: withoutSlashes(path), query: at < 0 ? '' : target.slice(at + 1) };
}

/** A part of a path as it was meant; null for broken percent signs, bytes that are no UTF-8, and control characters. */
export function decodedPart(part: string): string | null {
  let text = part;
  if (part.includes('%'))
    try {
      text = decodeURIComponent(part);
    } catch {
      return null;
    }
  // oxlint-disable-next-line no-control-regex -- it is what is looked for
  return /[\0-\u001f\u007f-\u009f\ud800-\udfff]/u.test(text) ? null : text.trim();
}

/** The first parameter of that name, whatever the case of its letters. */
export function queryValue(query: string, name: string): string | null {
  if (query === '') return null;
  for (const [key, value] of new URLSearchParams(query)) if (key.toLowerCase() === name) return value.trim();
  return null;
}

/** What is neither true nor false says nothing. */
export function queryTruth(query: string, name: string, usual: boolean): boolean {
  const value = queryValue(query, name)?.toLowerCase();
  return value === 'true' ? true : value === 'false' ? false : usual;
}

function withoutSlashes(path: string): string {
  let [start, end] = [0, path.length];
  while (start < end && path[start] === '/') start++;
  while (end > start && path[end - 1] === '/') end--;
  return path.slice(start, end);
}
