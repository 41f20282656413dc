// The mail server, as one writes it on a command line. In: a URL. Out: where to connect, how, and who logs in. Messages
// never repeat the URL: a password may stand in it.

import { TocsinError } from '../../base/index.ts';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte. Without it, it is begun where the server offers it. */
  secure: boolean;
  /** Nothing is sent in clear. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | null;
}

const usualPort = { 'smtp:': 587, 'smtps:': 465 } as const;

/** `smtp://user:password@host:port`, `smtps://…`, either with `?tls=required`. Throws USAGE. */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.parse(text);
  if (url === null || !(url.protocol in usualPort) || url.hostname === '')
    throw new TocsinError('USAGE', '--smtp takes smtp://user:password@host:port, or smtps://', {
      hint: 'signs that mean something in a URL are written as %40 in user and password',
    });
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? usualPort[url.protocol as keyof typeof usualPort] : Number(url.port),
    secure,
    requireTLS: !secure && (url.searchParams.get('tls') === 'required' || isAuthAbroad(url)),
    auth: url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) },
  };
}

/** A password goes in clear to this machine only. */
function isAuthAbroad({ username, hostname }: URL): boolean {
  return username !== '' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TocsinError('USAGE', 'user or password of --smtp has a % that is not written as %25');
  }
}
