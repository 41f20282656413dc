// The one cookie there is: that of a user who is logged in. In: a request or an answer. Out: its token. With TLS its
// name binds it to this host and to secure connections; without TLS it is given on this machine only.

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionMs } from '../../register/index.ts';
import type { WebContext } from '../web-context.ts';

type Site = Pick<WebContext, 'publicUrl'>;

const name = 'tocsin-session';
const options = { path: '/', httpOnly: true, sameSite: 'Strict' } as const;

/** Whether users may log in at all: by TLS, or where nobody can listen in between. */
export function isSafeSite({ publicUrl }: Site): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u.test(hostname);
}

export function giveSession(site: Site, c: Context, token: string): void {
  const isTls = site.publicUrl.startsWith('https:');
  const maxAge = sessionMs / 1000;
  if (isTls) setCookie(c, name, token, { ...options, maxAge, secure: true, prefix: 'host' });
  else setCookie(c, name, token, { ...options, maxAge });
}

export function sessionToken(site: Site, c: Context): string | null {
  const token = site.publicUrl.startsWith('https:') ? getCookie(c, name, 'host') : getCookie(c, name);
  return token !== undefined && /^[\w-]{43}$/u.test(token) ? token : null;
}

export function dropSession(site: Site, c: Context): void {
  if (site.publicUrl.startsWith('https:')) deleteCookie(c, `__Host-${name}`, { path: '/', secure: true });
  else deleteCookie(c, name, { path: '/' });
}
