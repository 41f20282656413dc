// The TXT records of a domain, asked of a name server. In: where it is. Out: the records, each as one text; none where the
// domain has none or does not exist.

import { Resolver } from 'node:dns/promises';
import type { ResolveTxt } from '../../register/index.ts';

const timeoutMs = 3000;
const tries = 2;
/** A domain with more than this is not looked through to its end. */
const mostRecords = 200;

/** `server`: `host:port`, the host an IP address; null for that of the machine. Rejects where it does not answer. */
export function createTxtResolver(server: string | null): ResolveTxt {
  return async (domain) => {
    const resolver = new Resolver({ timeout: timeoutMs, tries });
    if (server !== null) resolver.setServers([server]);
    try {
      const records = await resolver.resolveTxt(domain);
      return records.slice(0, mostRecords).map((pieces) => pieces.join(''));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENODATA' || code === 'ENOTFOUND' || code === 'ENONAME') return [];
      throw error;
    }
  };
}
