// The signature of a webhook. In: secret, id, moment and body. Out: headers by which whoever is called can see that the
// call is ours and not an old one. Source: Standard Webhooks 1.0.0 (standardwebhooks.com), symmetric signatures.

import { createHmac } from 'node:crypto';

export interface SignedCall {
  /** `whsec_…`: base64 behind the sign. */
  secret: string;
  /** The same for every attempt. */
  id: string;
  /** Milliseconds since 1970. */
  now: number;
  body: string;
}

export function signatureHeaders({ secret, id, now, body }: SignedCall): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
