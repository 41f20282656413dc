// What files that are examined mean for the deliveries that a case holds: which they take the place of, and which files
// came before. In: the deliveries held, and the files with their hashes. Out: the number of the new delivery, and those.

import type { DeliveryInput, KeptDelivery } from './case-source.ts';

/** What a delivery of these files means for those that a case holds. */
export interface DeliveryPlace {
  delivery: number;
  /** Deliveries of which every file is among these, with the same bytes: it stands in their place. */
  replaced: KeptDelivery[];
  /** Files that other deliveries hold too, with the same bytes. */
  alsoIn: { path: string; delivery: number }[];
}

export function placeDelivery(
  held: readonly KeptDelivery[],
  inputs: readonly DeliveryInput[],
): DeliveryPlace {
  const replaced = held.filter((other) => other.inputs.every((input) => isAmong(input, inputs)));
  const kept = held.filter((other) => !replaced.includes(other));
  return {
    delivery: 1 + held.reduce((highest, other) => Math.max(highest, other.delivery), 0),
    replaced,
    alsoIn: inputs.flatMap((input) =>
      kept
        .filter((other) => isAmong(input, other.inputs))
        .map((other) => ({ path: input.path, delivery: other.delivery })),
    ),
  };
}

/** The same bytes; a file that could not be read to its end is the same as itself only. */
function isAmong(input: DeliveryInput, inputs: readonly DeliveryInput[]): boolean {
  return inputs.some((other) =>
    input.sha256 === '' ? other.sha256 === '' && other.path === input.path : other.sha256 === input.sha256,
  );
}
