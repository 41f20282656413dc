// How many numbers somebody may ask for: every question is one guess, and these limits are what makes guessing useless.
// In: a kind and a network. Out: limits; what they come to is said in docs/guides/private-look-up.md.

import type { AskingLimit } from '../../lookup/index.ts';
import type { PrivateKind } from '../../lookup/private/index.ts';

const hour = 3_600_000;

export const networkLimit = { perHour: 20, perDay: 60 } as const;

/** Of all networks together. Of telephone numbers there are a hundred times fewer to try than of NIR. */
export const everybodyPerHour: Readonly<Record<PrivateKind, number>> = { nir: 20_000, phone: 5_000 };

export function ofNetwork(network: string): AskingLimit[] {
  return [
    { name: 'private network hour', subject: network, most: networkLimit.perHour, perMs: hour },
    { name: 'private network day', subject: network, most: networkLimit.perDay, perMs: 24 * hour },
  ];
}

export function ofEverybody(kind: PrivateKind): AskingLimit[] {
  return [{ name: `private ${kind}`, subject: '', most: everybodyPerHour[kind], perMs: hour }];
}
