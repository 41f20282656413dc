// A page of a domain that somebody says is theirs. In: a URL. Out: its text, cut where it is long, or why there is none:
// it is not there, or nobody was reached. A redirect is followed to the same host or its www. only: another host proves
// nothing.

import type { FetchedPage } from '../../register/index.ts';
import { callOut, CallFailed } from './call-out.ts';

const mostRedirects = 3;
const timeoutMs = 10_000;
const maxBytes = 256 * 1024;

export async function fetchPage(
  url: string,
  { allowPrivateNetwork }: { allowPrivateNetwork: boolean },
): Promise<FetchedPage> {
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
      if (status === 200) return { state: 'page', text };
      const isRedirect = status >= 301 && status <= 308;
      const next = isRedirect ? URL.parse(header('location') ?? '', at) : null;
      if (next === null) return { state: 'none', why: `it answered ${status}` };
      if (bareHost(next) !== host) return { state: 'none', why: 'it leads to another host' };
      at = next.href;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      return { state: 'unreached', why: reasons.get(error.message) ?? error.message };
    }
  }
  return { state: 'none', why: 'it leads from one address to the next without an end' };
}

/** Codes of Node, for people. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'its name has no address'],
  ['EAI_AGAIN', 'the name server did not answer'],
  ['ECONNREFUSED', 'the connection was refused'],
  ['ECONNRESET', 'the connection was broken off'],
  ['ETIMEDOUT', 'no answer in time'],
  ['EHOSTUNREACH', 'no way leads to its address'],
  ['ENETUNREACH', 'no way leads to its address'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'nobody vouches for its certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'nobody vouches for its certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'nobody vouches for its certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is of another name'],
]);

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./u, '');
}
