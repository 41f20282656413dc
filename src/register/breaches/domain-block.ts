// Addresses of one domain in one breach, sealed: who has proved that the domain is his is told which of its addresses
// are in it. In: local parts. Out: blocks of bounded size that say nothing without the key, and the local parts again.

import { openSealed, sealedPieces, TocsinError } from '../../base/index.ts';

/** Of a block before it is sealed. */
export const domainBlockBytes = 64 << 10;

/** `key`: the register's secret `seal`. Local parts hold no line feed. */
export function sealDomainBlock(
  key: Uint8Array,
  domainKey: Uint8Array,
  breach: number,
  localParts: Uint8Array,
): Buffer {
  return Buffer.concat([...sealedPieces(localParts, key, purposeOf(domainKey, breach))]);
}

/** A local part may come again in another block. */
export function openDomainBlock(
  key: Uint8Array,
  domainKey: Uint8Array,
  breach: number,
  sealed: Uint8Array,
): string[] {
  const opened = openSealed(sealed, key, purposeOf(domainKey, breach));
  if (opened === null)
    throw new TocsinError('SEALED_DAMAGED', `a list of addresses of breach ${breach} was changed`);
  return opened.toString().split('\n');
}

function purposeOf(domainKey: Uint8Array, breach: number): string {
  return `domain block ${breach} ${Buffer.from(domainKey).toString('hex')}`;
}
