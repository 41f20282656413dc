// What is due first, among many. In: things with moments. Out: the one whose moment is next; of equal ones, the one that
// came first.

export interface DueHeap<T> {
  push: (at: number, thing: T) => void;
  pop: () => T | undefined;
  /** Infinity: it is empty. */
  firstDue: () => number;
  size: () => number;
}

interface Entry<T> {
  at: number;
  turn: number;
  thing: T;
}

export function createDueHeap<T>(): DueHeap<T> {
  const heap: Entry<T>[] = [];
  let turns = 0;
  const isBefore = (a: Entry<T>, b: Entry<T>) => a.at < b.at || (a.at === b.at && a.turn < b.turn);
  return {
    push(at, thing) {
      const entry = { at, turn: turns++, thing };
      let i = heap.push(entry) - 1;
      for (let up = (i - 1) >> 1; i > 0 && isBefore(entry, heap[up]!); up = (i - 1) >> 1) {
        heap[i] = heap[up]!;
        i = up;
      }
      heap[i] = entry;
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first?.thing;
      let i = 0;
      for (;;) {
        let down = 2 * i + 1;
        if (down >= heap.length) break;
        if (down + 1 < heap.length && isBefore(heap[down + 1]!, heap[down]!)) down++;
        if (!isBefore(heap[down]!, last)) break;
        heap[i] = heap[down]!;
        i = down;
      }
      heap[i] = last;
      return first.thing;
    },
    firstDue: () => heap[0]?.at ?? Infinity,
    size: () => heap.length,
  };
}
