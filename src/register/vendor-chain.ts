// The vendor chain: from the organisation whose data it is to the product through which it was lost. In: organisations
// with their parts. Out: the links in order, and the chain as one line: Pôle emploi → Majorel → MOVEit Transfer.

import { TocsinError } from '../base/index.ts';

/** In the order of the chain. */
export const chainParts = ['controller', 'processor', 'sub-processor', 'product'] as const;

export type ChainPart = (typeof chainParts)[number];

export interface VendorLink {
  part: ChainPart;
  name: string;
}

/** `controller=Pôle emploi`; throws USAGE. */
export function parseVendorLink(text: string): VendorLink {
  const [, part = '', name = ''] = /^([\w-]+)\s*=\s*(.+)$/u.exec(text.trim()) ?? [];
  if (
    !(chainParts as readonly string[]).includes(part) ||
    name.length > maxNameLength ||
    /\p{Cc}/u.test(name)
  )
    throw new TocsinError('USAGE', '--organisation is not a part of the chain and a name', {
      hint: `write it as "controller=Pôle emploi"; the parts are ${chainParts.join(', ')}`,
    });
  return { part: part as ChainPart, name: name.trim() };
}

const maxNameLength = 200;

/** By part, then as they were given; nobody twice in the same part. */
export function vendorChain(links: readonly VendorLink[]): { part: ChainPart; names: string[] }[] {
  return chainParts.flatMap((part) => {
    const names = [...new Set(links.filter((link) => link.part === part).map(({ name }) => name))];
    return names.length === 0 ? [] : [{ part, names }];
  });
}

export function chainText(links: readonly VendorLink[]): string {
  return vendorChain(links)
    .map(({ names }) => names.join(', '))
    .join(' → ');
}
