// A signature of DKIM (RFC 6376; Ed25519: RFC 8463), relaxed/relaxed. In: a key, the headers and the hash of the body.
// Out: the field that goes before the others. Own code, as what signs mails in libraries reads each whole mail again.

import { createPrivateKey, hash, type KeyObject, sign } from 'node:crypto';
import type { DkimSigner } from './composer-types.ts';
import { relaxedHeader } from './relaxed.ts';

export interface SignedHeader {
  /** Lower case. */
  name: string;
  /** As `relaxedHeader` gives it. */
  relaxed: string;
}

export type SignMail = (
  headers: readonly SignedHeader[],
  bodyHash: string,
  options: { at: number; never?: readonly string[] },
) => string;

const lineLength = 72;

/**
 * `headers` in the order in which they stand. `never`: what may not be added on the way; each field in it is signed once
 * more than it is there. `bodyHash`: SHA-256 of the relaxed body, base64. `at`: ms. Ends with CRLF.
 */
export function createSigner({ algorithm, selector, domain, privateKey }: DkimSigner): SignMail {
  const key = createPrivateKey(privateKey);
  return (headers, bodyHash, { at, never = [] }) => {
    const names = [...headers.map(({ name }) => name), ...never].join(':');
    const field =
      `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain};\r\n` +
      ` s=${selector}; t=${Math.floor(at / 1000)};\r\n` +
      ` h=${names};\r\n` +
      ` bh=${bodyHash};\r\n b=`;
    const signed = headers.map(({ relaxed }) => `${relaxed}\r\n`).join('') + relaxedHeader(field);
    return `${field}${folded(signature(algorithm, key, signed))}\r\n`;
  };
}

function signature(algorithm: DkimSigner['algorithm'], key: KeyObject, signed: string): string {
  const bytes = Buffer.from(signed);
  if (algorithm === 'rsa-sha256') return sign('sha256', bytes, key).toString('base64');
  return sign(null, hash('sha256', bytes, 'buffer'), key).toString('base64');
}

function folded(text: string): string {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lineLength) lines.push(text.slice(at, at + lineLength));
  return lines.join('\r\n ');
}
