// Pwned Passwords on the wire: GET /range/{5 hexadecimal digits}, without a key and without a limit, for programs and for
// scripts in pages of others. In: the beginning of a hash. Out: the rest of every hash that begins so; the server never
// learns which of them was meant. Source: https://haveibeenpwned.com/API/v3#PwnedPasswords.

import { type Context, Hono, type Next } from 'hono';
import { createPasswordRanges, type PasswordRanges } from '../../lookup/index.ts';
import type { AnswerDirectly, DirectAnswer } from '../guard/direct-answer.ts';
import type { WebContext } from '../web-context.ts';
import { answerRange, openToPages, refusal } from './answer-range.ts';

/** Whatever the case of its letters. */
const rangeWord = ':range{[rR][aA][nN][gG][eE]}';
const rangePath = /^\/range(?:\/([^/?]*))?\/?(?:\?(.*))?$/iu;

/** What others answer under the same word. */
const otherWords = /^(?:search|subscribe)$/iu;

const preflight = {
  ...openToPages,
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'Add-Padding, User-Agent',
  'Access-Control-Max-Age': '86400',
};

/** `direct` answers what `routes` would. */
export function passwordsAnswers({ register, settings }: WebContext): {
  routes: Hono;
  direct: AnswerDirectly;
} {
  const ranges = createPasswordRanges(register);
  return {
    routes: passwordsRoutes(ranges, settings.passwordsHost),
    direct: ({ url = '', headers }) => {
      const [path, prefix = '', query = ''] = rangePath.exec(url) ?? [];
      if (path === undefined || otherWords.test(prefix)) return null;
      return answerRange(ranges, { prefix, query, header: (name) => headers[name] as string | undefined });
    },
  };
}

/** `passwordsHost`: null where there is none. */
function passwordsRoutes(ranges: PasswordRanges, passwordsHost: string | null): Hono {
  const app = new Hono({ strict: false });
  const answer = async (c: Context, next: Next): Promise<Response | void> => {
    const prefix = c.req.param('prefix') ?? '';
    if (otherWords.test(prefix)) return next();
    const { url } = c.req;
    const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
    return asResponse(await answerRange(ranges, { prefix, query, header: (name) => c.req.header(name) }));
  };
  app.get(`/${rangeWord}/:prefix`, answer);
  app.get(`/${rangeWord}`, answer);
  app.options(`/${rangeWord}/:prefix`, async (c, next) =>
    otherWords.test(c.req.param('prefix')) ? next() : new Response(null, { status: 204, headers: preflight }),
  );
  if (passwordsHost !== null) app.use('*', (c, next) => onlyRanges(passwordsHost, c, next));
  return app;
}

function asResponse({ status, headers, body }: DirectAnswer): Response {
  if (status === 304) return new Response(null, { status, headers });
  return new Response(body as Uint8Array<ArrayBuffer>, {
    status,
    headers: { 'Content-Length': String(Buffer.byteLength(body)), ...headers },
  });
}

/** The service of passwords has a host name of its own: under it there is nothing else. */
async function onlyRanges(host: string, c: Context, next: Next): Promise<Response | void> {
  return bare(c.req.header('host') ?? '') === bare(host)
    ? asResponse(refusal(404, 'there is nothing at this address'))
    : next();
}

function bare(host: string): string {
  return host.toLowerCase().replace(/:\d+$/u, '');
}
