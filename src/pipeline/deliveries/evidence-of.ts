// What a leaf is known by in a case, whatever its path is called: the bytes of the file that it lies in, and the way to it
// inside of that; and what of it was not read. In: a delivery. Out: answers about its leaves.

import type { Delivery } from './delivery.ts';

export type DeliveredFiles = Pick<Delivery, 'delivery' | 'inputs' | 'partial'>;

export interface DeliveredEvidence {
  /** Of a file that could not be read to its end the delivery's own: it is the same as itself only. */
  of: (leaf: string) => string;
  /** What is said of the leaf, of what it lies in and of what lies in it: '' where all of it was read. */
  troubleOf: (leaf: string) => string;
}

export function deliveredEvidence({ delivery, inputs, partial }: DeliveredFiles): DeliveredEvidence {
  const hashOf = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  const notes = Map.groupBy(partial, ({ path }) => path);
  const within = new Map<string, string[]>();
  for (const { path } of partial) {
    for (const above of pathsAbove(path)) {
      const known = within.get(above);
      if (known) known.push(path);
      else within.set(above, [path]);
    }
  }
  const of = (leaf: string): string => {
    const input = [leaf, ...pathsAbove(leaf)].find((path) => hashOf.has(path));
    const sha256 = input === undefined ? '' : hashOf.get(input)!;
    return sha256 === '' ? `${delivery} ${leaf}` : `${sha256} ${leaf.slice(input!.length)}`;
  };
  return {
    of,
    troubleOf(leaf) {
      const places = [leaf, ...pathsAbove(leaf), ...(within.get(leaf) ?? [])];
      return places
        .flatMap((path) => (notes.get(path) ?? []).map(({ note }) => `${of(path)} ${note}`))
        .join('\n');
    },
  };
}

/** The nearest first. */
function pathsAbove(path: string): string[] {
  const above: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    above.push(path.slice(0, at));
  return above;
}
