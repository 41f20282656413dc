// The order of many keyed hashes of one width, each once. In: hashes one after the other, and a number beside each where
// they have one. Out: their places in ascending order. Twelve bytes a hash while it works; the hashes stay where they are.

/** `numbers`: hashes that are the same are kept apart by them. */
export function sortedOrder(
  keys: Uint8Array,
  width: number,
  count: number,
  numbers: Uint32Array | null = null,
): Uint32Array<ArrayBuffer> {
  let order = new Uint32Array(count);
  let other = new Uint32Array(count);
  const heads = new Uint32Array(count);
  for (let at = 0, byte = 0; at < count; at++, byte += width) {
    heads[at] = (keys[byte]! << 24) | (keys[byte + 1]! << 16) | (keys[byte + 2]! << 8) | keys[byte + 3]!;
    order[at] = at;
  }
  const starts = new Uint32Array(65_537);
  for (const shift of [0, 16]) {
    starts.fill(0);
    for (let at = 0; at < count; at++) starts[((heads[at]! >>> shift) & 0xffff) + 1]!++;
    for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
    for (let at = 0; at < count; at++) {
      const place = order[at]!;
      other[starts[(heads[place]! >>> shift) & 0xffff]!++] = place;
    }
    [order, other] = [other, order];
  }
  const compare = (a: number, b: number): number => {
    for (let i = 4; i < width; i++) {
      const difference = keys[a * width + i]! - keys[b * width + i]!;
      if (difference !== 0) return difference;
    }
    return numbers === null ? 0 : numbers[a]! - numbers[b]!;
  };
  return withoutDoubles(order, heads, compare);
}

/** Those whose first four bytes are the same, a few, are put in order by the rest. */
function withoutDoubles(
  order: Uint32Array<ArrayBuffer>,
  heads: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  let kept = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    const head = heads[order[from]!]!;
    to = from + 1;
    while (to < order.length && heads[order[to]!] === head) to++;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    for (let at = from; at < to; at++) {
      if (at > from && compare(order[at]!, order[kept - 1]!) === 0) continue;
      order[kept++] = order[at]!;
    }
  }
  return order.subarray(0, kept);
}
