// Which rows of the tables that are cut stay. In: the rules, and which rows refer to which. Out: a mark for each row.
// Chosen are rows of the named tables, by the hash of their key: the same ones in a later dump. Rows of other tables stay that
// refer to one that was chosen, or to one that stays for that reason, or to nobody who is cut. Last, whatever a row that stays
// refers to stays too, so that no key points to a row that is gone.

import type { SubsetPlan, SubsetTable } from './plan-subset.ts';
import { type KeyHashes, type LinkedRows, linkRows, none } from './row-graph.ts';

/** 1 for a row that stays; by table, then by row. */
export type KeptRows = Uint8Array[];

export function chooseRows(
  plan: SubsetPlan,
  hashes: readonly (readonly KeyHashes[])[],
  counts: readonly number[],
): KeptRows {
  const kept = counts.map((count) => new Uint8Array(count));
  const links = plan.links.map((link) => linkRows(link, hashes));
  const stack = new RowStack();
  plan.tables.forEach((table, number) => {
    if (table.rule) chooseByRule(table, hashes[number]![0]!, (row) => stack.push(number, row));
    else referToNobody(number, links, counts[number]!, (row) => stack.push(number, row));
  });
  descend(plan, links, stack, kept);
  kept.forEach((rows, number) => rows.forEach((mark, row) => mark && stack.push(number, row)));
  ascend(links, stack, kept);
  return kept;
}

function chooseByRule({ rule }: SubsetTable, { high, low }: KeyHashes, choose: (row: number) => void): void {
  const { share, count } = rule!;
  const rank = (row: number): number => (high[row]! * 2 ** 21 + (low[row]! >>> 11)) / 2 ** 53;
  if (share !== null) {
    for (let row = 0; row < low.length; row++) if (rank(row) < share || share === 1) choose(row);
    return;
  }
  const ranks = Float64Array.from(low, (_, row) => rank(row)).sort();
  const highest = ranks[Math.min(count!, ranks.length) - 1] ?? -1;
  let left = count!;
  for (let row = 0; row < low.length && left > 0; row++)
    if (rank(row) <= highest) {
      choose(row);
      left--;
    }
}

function referToNobody(
  table: number,
  links: readonly LinkedRows[],
  count: number,
  choose: (row: number) => void,
): void {
  const own = links.filter(({ child }) => child === table);
  for (let row = 0; row < count; row++) if (own.every(({ parentOf }) => parentOf[row] === none)) choose(row);
}

/** From rows that stay to those that refer to them; not into tables that have a rule of their own. */
function descend(plan: SubsetPlan, links: readonly LinkedRows[], stack: RowStack, kept: KeptRows): void {
  const below = plan.tables.map((_, number) =>
    links.filter(({ parent, child }) => parent === number && plan.tables[child]!.rule === null),
  );
  for (let table = stack.pop(); table !== none; table = stack.pop()) {
    if (kept[table]![stack.row] === 1) continue;
    const { row } = stack;
    kept[table]![row] = 1;
    for (const { child, firstChild, nextChild } of below[table]!)
      for (let next = firstChild[row]!; next !== none; next = nextChild[next]!) {
        if (kept[child]![next] === 0) stack.push(child, next);
      }
  }
}

/** From rows that stay to those that they refer to. */
function ascend(links: readonly LinkedRows[], stack: RowStack, kept: KeptRows): void {
  const above = kept.map((_, number) => links.filter(({ child }) => child === number));
  for (let table = stack.pop(); table !== none; table = stack.pop()) {
    const { row } = stack;
    for (const { parent, parentOf } of above[table]!) {
      const of = parentOf[row]!;
      if (of < 0 || kept[parent]![of] === 1) continue;
      kept[parent]![of] = 1;
      stack.push(parent, of);
    }
  }
}

/** Rows that are still to be looked at: numbers of table and row, two a row. */
class RowStack {
  #numbers = new Int32Array(4096);
  #length = 0;
  /** Of the pair taken last. */
  row = 0;

  push(table: number, row: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = table;
    this.#numbers[this.#length++] = row;
  }

  /** The table; `none` where nothing is left. */
  pop(): number {
    if (this.#length === 0) return none;
    this.row = this.#numbers[--this.#length]!;
    return this.#numbers[--this.#length]!;
  }
}
