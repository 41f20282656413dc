// An answer of the API, before it is sent. In: a status and what it says. Out: status, headers and body. Errors are JSON
// with `statusCode` and `message` but where the contract has a plain line. Nothing of a request is repeated in one.

export interface ApiAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

const jsonHeaders = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
const textHeaders = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
/** Whoever asks without a key may ask from any page. */
const openHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Access-Control-Allow-Origin': '*',
};

/** `json`: text that is JSON already. */
export function okJson(json: string): ApiAnswer {
  return { status: 200, headers: jsonHeaders, body: json };
}

/** For what needs no key. */
export function openJson(json: string): ApiAnswer {
  return { status: 200, headers: openHeaders, body: json };
}

export function okEmpty(): ApiAnswer {
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: '' };
}

export function plainText(status: number, text: string): ApiAnswer {
  return { status, headers: textHeaders, body: text };
}

export function problem(status: number, message: string): ApiAnswer {
  return { status, headers: jsonHeaders, body: JSON.stringify({ statusCode: status, message }) };
}

/** As the endpoints of domain verification say it. */
export function bareMessage(status: number, message: string): ApiAnswer {
  return { status, headers: jsonHeaders, body: JSON.stringify({ message }) };
}

export function tooMany(seconds: number): ApiAnswer {
  const unit = seconds === 1 ? 'second' : 'seconds';
  const { status, headers, body } = problem(429, `Rate limit is exceeded. Try again in ${seconds} ${unit}.`);
  return { status, headers: { ...headers, 'Retry-After': String(seconds) }, body };
}

/** `answer` for whoever asked without a key. */
export function openly(answer: ApiAnswer): ApiAnswer {
  return { ...answer, headers: { ...answer.headers, 'Access-Control-Allow-Origin': '*' } };
}

export const notFound = problem(404, 'Not found.');
export const noUserAgent = problem(403, 'API request must include a user agent');
export const notAllowed = problem(403, 'Your HIBP API key does not have access to this resource');
export const otherMethod = (allowed: string): ApiAnswer => {
  const { status, headers, body } = problem(405, 'This method is not answered here.');
  return { status, headers: { ...headers, Allow: allowed }, body };
};
export const notVerified = problem(403, 'The domain is not verified for this HIBP API key');
export const badAccount = problem(400, 'The account is empty or does not comply with an acceptable format.');
export const badDomain = problem(400, 'The domain is empty or does not comply with an acceptable format.');

/** What a client is told of its key; `header`: in which it stands. Clients look for `hibp-api-key` in it. */
export function deniedKey(why: 'missing' | 'improperly formed' | 'invalid', header: string): ApiAnswer {
  return problem(401, `Access denied due to ${why} ${header}.`);
}
