// What somebody is told when an answer failed. In: the error. Out: a status and a few words, as JSON for programs, as a
// page for people; the operator's log gets the kind of the fault and its place in our code. Nothing of a request is in
// either.

import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, isTocsinError } from '../../base/index.ts';
import { registerError } from '../../store/register/index.ts';
import type { WebContext } from '../web-context.ts';
import { pageRequest } from '../page/page-language.ts';
import type { DirectAnswer } from './direct-answer.ts';
import { plainPage } from './plain-page.ts';
import { isData } from './secure-headers.ts';

/** Whose pages these are. */
interface Site {
  settings: Pick<WebContext['settings'], 'contact'>;
}

const retryAfterSeconds = 5;
const unavailableWords = 'the service is not available at the moment';
const failedWords = 'the answer failed';

export function answerError(context: Site & Pick<WebContext, 'log'>, error: Error, c: Context): Response {
  if (error instanceof HTTPException)
    return tell(
      context,
      c,
      error.status,
      error.status === 413 ? 'too much was sent' : 'the request was not understood',
    );
  if (isUnavailable(error)) {
    c.header('Retry-After', String(retryAfterSeconds));
    return tell(context, c, 503, unavailableWords);
  }
  context.log(`fault: ${faultText(error)}`);
  return tell(context, c, 500, failedWords);
}

/** The same for an answer that no framework gives. */
export function dataError(context: Pick<WebContext, 'log'>, error: unknown): DirectAnswer {
  const isGone = isUnavailable(error);
  if (!isGone) context.log(`fault: ${faultText(error as Error)}`);
  const [status, message] = isGone ? [503, unavailableWords] : [500, failedWords];
  return {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(isGone ? { 'Retry-After': String(retryAfterSeconds) } : {}),
    },
    body: JSON.stringify({ statusCode: status, message }),
  };
}

/** As JSON or as a page; `words` in lower case, without a full stop. */
export function tell({ settings }: Site, c: Context, status: number, words: string): Response {
  c.header('Cache-Control', 'no-store');
  if (isData(c.req.path)) return c.json({ statusCode: status, message: words }, status as 400);
  return c.html(plainPage(pageRequest(c), status, settings.contact), status as 400);
}

/** The database of the register is gone, busy for too long, or has no room; or the instance's folder cannot be written. */
export function isUnavailable(error: unknown): boolean {
  const known = registerError(error);
  return isTocsinError(known) && unavailable.has(known.code);
}

const unavailable: ReadonlySet<ErrorCode> = new Set([
  'REGISTER_UNREACHABLE',
  'REGISTER_BUSY',
  'REGISTER_FULL',
  'HOME_NOT_WRITABLE',
  'HOME_BUSY',
]);

/** Not the message: it may quote what was asked. */
export function faultText(error: Error): string {
  const code = (error as NodeJS.ErrnoException).code;
  const place = /\/src\/[\w/.-]+\.ts:\d+/u.exec(error.stack ?? '')?.[0].slice(1) ?? 'unknown place';
  return `${error.name}${typeof code === 'string' ? ` ${code}` : ''} at ${place}`;
}
