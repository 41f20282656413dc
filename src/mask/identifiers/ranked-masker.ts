// Replaces numbers whose dates do not all have the same orders: a check digit that there is not for some, a century that the
// order tells. The order's rank among those of its date is permuted among as many as the new date has; one rank too many goes
// on to the next date that has it. So no two become one, and dates agree but for those few.

import type { MaskKeys } from '../cipher/mask-keys.ts';
import { mostPlaces, Payloads, tweakBytes } from '../cipher/payload-cipher.ts';
import { createPrf } from '../cipher/prf.ts';
import { createSmallPermutation } from '../cipher/small-permutation.ts';
import type { Identifier } from '../../recognise/index.ts';
import type { BirthMonths } from '../values/birth-months.ts';
import type { Layout } from './layout.ts';
import { maskDate, unmaskDate } from './masked-date.ts';
import { complete, type NumberEntry, readPayload, writePayload, writeTweak } from './number-entry.ts';

/** Dates tried before it is given up. */
const mostDates = 5000;

export function createRankedMasker(
  identifier: Identifier,
  layout: Layout,
  months: BirthMonths,
  keys: MaskKeys,
): (entries: readonly NumberEntry[], count: number, level: number, isForward: boolean) => void {
  const small = createSmallPermutation(keys.of(`identifier orders ${identifier.name}`, 16));
  const prf = createPrf(keys.of(`identifier tweak ${identifier.name}`, 16));
  const payloads = new Payloads(1);
  const tweak = new DataView(payloads.tweaks.buffer, 0, tweakBytes);
  const known = new Map<number, Uint16Array>();
  const dateOf = ({ form, length }: NumberEntry): number => layout.date!.read(form, length);

  /** The orders that the entry's date has, of the entry's kind and sex. */
  const ordersOf = (entry: NumberEntry, date: number): Uint16Array => {
    const { form, length, isOdd } = entry;
    const key = (layout.ordersOf!(form, length, date) * 2 + (isOdd ? 1 : 0)) * 16 + entry.class;
    const orders = known.get(key) ?? listOrders(entry, date);
    known.set(key, orders);
    return orders;
  };
  const listOrders = (entry: NumberEntry, date: number): Uint16Array => {
    const orders: number[] = [];
    const count = orderCount(entry, layout, payloads);
    for (let order = 0; order < count; order++) {
      setOrder(entry, layout, payloads, order);
      if (complete(entry, layout, identifier) && dateOf(entry) === date) orders.push(order);
    }
    return Uint16Array.from(orders);
  };
  const permute = (entry: NumberEntry, level: number, count: number, rank: number, isForward: boolean) => {
    writeTweak(entry, layout, level, prf, payloads, 0);
    const move = isForward ? small.permute : small.invert;
    return move(count, rank, tweak.getUint32(4), tweak.getUint32(0));
  };
  const finish = (entry: NumberEntry, order: number): void => {
    setOrder(entry, layout, payloads, order);
    entry.isFailed = !complete(entry, layout, identifier);
  };

  const run = (entry: NumberEntry, level: number, isForward: boolean): void => {
    const { form, length } = entry;
    let date = dateOf(entry);
    const order = getOrder(entry, layout, payloads);
    const own = ordersOf(entry, date);
    let rank = own.indexOf(order);
    entry.isFailed = true;
    if (rank < 0) return;
    if (date < 0) return finish(entry, own[permute(entry, level, own.length, rank, isForward)]!);
    if (!isForward) rank = permute(entry, level, own.length, rank, false);
    for (let step = 0; step < mostDates; step++) {
      date = isForward ? maskDate(months, date) : unmaskDate(months, date);
      if (!layout.date!.write(form, length, date)) continue;
      const orders = ordersOf(entry, date);
      if (rank >= orders.length) continue;
      return finish(entry, orders[isForward ? permute(entry, level, orders.length, rank, true) : rank]!);
    }
  };
  return (entries, count, level, isForward) => {
    for (let index = 0; index < count; index++) {
      if (!entries[index]!.isFailed) run(entries[index]!, level, isForward);
    }
  };
}

function orderCount(entry: NumberEntry, layout: Layout, payloads: Payloads): number {
  readPayload(entry, layout, payloads, 0);
  let count = 1;
  for (let at = 0; at < payloads.counts[0]!; at++) count *= payloads.sizes[at]!;
  return count;
}

function getOrder(entry: NumberEntry, layout: Layout, payloads: Payloads): number {
  readPayload(entry, layout, payloads, 0);
  let order = 0;
  for (let at = 0; at < payloads.counts[0]!; at++) order = order * payloads.sizes[at]! + payloads.values[at]!;
  return order;
}

function setOrder(entry: NumberEntry, layout: Layout, payloads: Payloads, order: number): void {
  readPayload(entry, layout, payloads, 0);
  let rest = order;
  for (let at = payloads.counts[0]! - 1; at >= 0 && at < mostPlaces; at--) {
    const size = payloads.sizes[at]!;
    payloads.values[at] = rest % size;
    rest = Math.floor(rest / size);
  }
  writePayload(entry, layout, payloads, 0);
}
