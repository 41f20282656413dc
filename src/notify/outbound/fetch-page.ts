// A page of a domain that somebody says is theirs. In: a URL. Out: its text, cut where it is long, or null. A redirect is
// followed to the same host or its www. only: another host proves nothing.

import { callOut, CallFailed } from './call-out.ts';

const mostRedirects = 3;
const timeoutMs = 10_000;
const maxBytes = 256 * 1024;

export async function fetchPage(
  url: string,
  { allowPrivateNetwork }: { allowPrivateNetwork: boolean },
): Promise<string | null> {
  const host = bareHost(new URL(url));
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    try {
      const { status, header, text } = await callOut(at, {
        method: 'GET',
        timeoutMs,
        maxBytes,
        allowPrivateNetwork,
      });
      if (status === 200) return text;
      const next = status >= 301 && status <= 308 ? URL.parse(header('location') ?? '', at) : null;
      if (next === null || bareHost(next) !== host) return null;
      at = next.href;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      return null;
    }
  }
  return null;
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./u, '');
}
