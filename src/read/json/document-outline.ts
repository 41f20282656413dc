// What an object of a document is: one record, records by their keys, or a container of tables.
// In: its position, and what follows of it in the window. Out: a guess from its first members. It reads
// a bounded number of values and moves nothing.

import { jsonEnds } from '../../kernel/index.ts';
import type { ByteWindow } from '../byte-window.ts';

export type Outline = 'record' | 'keyed' | 'container';

/** Seen of an object to tell what it is, whatever the window holds: a record that is longer is taken for a container. */
export const outlinedBytes = 256 << 10;

/** Members looked at of one object, values of all, and objects within objects. */
const maxMembers = 16;
const maxValues = 400;
const maxDepth = 5;

interface Outlined {
  kind: 'scalar' | 'list' | 'rows' | Outline;
  keys: string[];
  scalars: number;
  /** It ends within the window. */
  isWhole: boolean;
}

const quote = 0x22;
const brace = 0x7b;
const bracket = 0x5b;

/** `p`: its opening brace. */
export function outlineOf(window: ByteWindow, p: number): Outline {
  const outlined = createOutliner(window, Math.min(window.to, p + outlinedBytes))(p, 0);
  return outlined.kind === 'keyed' || outlined.kind === 'container' ? outlined.kind : 'record';
}

function createOutliner(window: ByteWindow, to: number): (p: number, depth: number) => Outlined {
  const { bytes, kernel } = window;
  let valuesLeft = maxValues;

  return function outline(p: number, depth: number): Outlined {
    const isWhole = kernel.jsonValue(p, to) === jsonEnds.row;
    const plain = (kind: Outlined['kind']): Outlined => ({ kind, keys: [], scalars: 0, isWhole });
    if (bytes[p] === bracket) {
      const inside = skipSpace(p + 1);
      const first = inside < to ? bytes[inside] : 0;
      return plain(first === brace || first === bracket ? 'rows' : 'list');
    }
    if (bytes[p] !== brace) return plain('scalar');
    const members: Outlined[] = [];
    const keys: string[] = [];
    for (let q = skipSpace(p + 1); q < to && bytes[q] === quote && members.length < maxMembers;) {
      if (kernel.jsonValue(q, to) !== jsonEnds.row) break;
      const close = kernel.jsonEnd();
      if (keys.length === 0 && bytes[q + 1] === 0x24) return plain('scalar');
      const colon = skipSpace(close);
      const value = skipSpace(colon + 1);
      if (bytes[colon] !== 0x3a || value >= to || depth === maxDepth || valuesLeft-- <= 0) break;
      keys.push(Buffer.from(bytes.subarray(q, Math.min(close, q + 64))).toString('latin1'));
      const member = outline(value, depth + 1);
      members.push(member);
      if (!member.isWhole || kernel.jsonValue(value, to) !== jsonEnds.row) break;
      q = skipSpace(kernel.jsonEnd());
      if (bytes[q] !== 0x2c) break;
      q = skipSpace(q + 1);
    }
    const scalars = members.filter(({ kind }) => kind === 'scalar').length;
    return { kind: kindOf(members, isWhole), keys, scalars, isWhole };
  };

  function skipSpace(from: number): number {
    let p = from;
    while (p < to && bytes[p]! <= 0x20) p++;
    return p;
  }
}

function kindOf(members: Outlined[], isWhole: boolean): Outline {
  const objects = members.filter(({ keys }) => keys.length > 0);
  const isAllObjects = objects.length > 0 && objects.length === members.length;
  if (isAllObjects && areRecords(objects)) return 'keyed';
  if (!isWhole) return 'container';
  return members.some(({ kind }) => kind !== 'scalar' && kind !== 'record' && kind !== 'list')
    ? 'container'
    : 'record';
}

/** Two at least, much alike: by their keys, and with values of their own rather than tables alone. */
function areRecords(objects: Outlined[]): boolean {
  const [first, second] = objects;
  if (!first || !second) return false;
  const leastScalars = objects.some(({ kind }) => kind === 'record') ? 1 : 2;
  if (objects.some(({ kind, scalars }) => kind !== 'record' && scalars < leastScalars)) return false;
  const shared = first.keys.filter((key) => second.keys.includes(key)).length;
  return shared * 2 >= Math.min(first.keys.length, second.keys.length);
}
