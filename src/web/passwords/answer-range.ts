// The answer to a question for a range of passwords, as it goes over the wire: padded, packed or both, where the client
// asks for it. In: a request's line and headers. Out: status, headers and body.
// Source: https://haveibeenpwned.com/API/v3#PwnedPasswords.

import { padRange, type PasswordRange, type PasswordRanges } from '../../lookup/index.ts';
import type { DirectAnswer } from '../guard/direct-answer.ts';
import { type ContentCoding, codingFor, packed } from './content-coding.ts';

export interface RangeQuestion {
  /** What stands behind `/range/`, without its query. */
  prefix: string;
  /** Without its question mark; empty where there is none. */
  query: string;
  /** Of a request, by a name in lower case. */
  header: (name: string) => string | undefined;
}

/** Any page may ask; there is nothing secret in the answer. */
export const openToPages = { 'Access-Control-Allow-Origin': '*' };

const plainText = 'text/plain; charset=utf-8';

/** A copy may be kept for an hour: what was taken away is gone everywhere after that. */
const cachePolicy = 'public, max-age=3600';

const common = {
  'Content-Type': plainText,
  Vary: 'Accept-Encoding, Add-Padding',
  ...openToPages,
};

export function answerRange(
  ranges: PasswordRanges,
  question: RangeQuestion,
): DirectAnswer | Promise<DirectAnswer> {
  if (!question.header('user-agent')) return refusal(403, 'API request must include a user agent');
  if (!/^[\da-f]{5}$/iu.test(question.prefix))
    return refusal(400, 'The hash prefix was not in a valid format');
  const range = ranges.rangeOf(modeOf(question), Number.parseInt(question.prefix, 16));
  return range instanceof Promise
    ? range.then((known) => rangeAnswer(ranges, known, question))
    : rangeAnswer(ranges, range, question);
}

/** Anything but `ntlm` is SHA-1; names of parameters are not told apart by case. */
function modeOf({ query }: RangeQuestion): 'sha1' | 'ntlm' {
  return query !== '' && /(?:^|&)mode=ntlm(?:[&#]|$)/iu.test(query) ? 'ntlm' : 'sha1';
}

function rangeAnswer(ranges: PasswordRanges, range: PasswordRange, { header }: RangeQuestion): DirectAnswer {
  const coding = codingFor(header('accept-encoding'));
  if (header('add-padding')?.trim().toLowerCase() === 'true') {
    const text = padRange(range.rows, range.text, range.prefix);
    // each is another: a copy that somebody keeps would be no padding for the next
    return whole(coding === null ? text : packed(text, coding), coding, { 'Cache-Control': 'no-store' });
  }
  const headers: Record<string, string> = { ETag: `W/"${range.tag}"`, 'Cache-Control': cachePolicy };
  if (range.changedAt > 0) headers['Last-Modified'] = range.changedOn;
  if (isKnown(header, range)) return { status: 304, headers: { ...common, ...headers }, body: '' };
  return whole(coding === null ? range.text : packedOnce(ranges, range, coding), coding, headers);
}

function packedOnce(ranges: PasswordRanges, range: PasswordRange, coding: ContentCoding): Buffer {
  const known = range.packed.get(coding);
  if (known) return known;
  const bytes = packed(range.text, coding);
  ranges.keepPacked(range, coding, bytes);
  return bytes;
}

function whole(
  body: Buffer,
  coding: ContentCoding | null,
  headers: Readonly<Record<string, string>>,
): DirectAnswer {
  const all = coding === null ? headers : { 'Content-Encoding': coding, ...headers };
  return { status: 200, headers: { ...common, ...all }, body };
}

/** Tags go before dates. Source: RFC 9110, 13.2.2. */
function isKnown(header: RangeQuestion['header'], { tag, changedAt }: PasswordRange): boolean {
  const tags = header('if-none-match');
  if (tags !== undefined) return tags.trim() === '*' || tags.includes(`"${tag}"`);
  const since = header('if-modified-since');
  return since !== undefined && changedAt > 0 && Math.floor(changedAt / 1000) * 1000 <= Date.parse(since);
}

export function refusal(status: number, words: string): DirectAnswer {
  const headers = { 'Content-Type': plainText, 'Cache-Control': 'no-store', ...openToPages };
  return { status, headers, body: words };
}
