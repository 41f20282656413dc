// What a verifier finds wrong. In: faults as they are met. Out: the first of them, and how many more there were.

export interface CustodyProblem {
  /** File, and where in it: `entries, entry 7, byte 1234`. */
  place: string;
  what: string;
}

/** More are counted, not told: a log that is damaged throughout would fill pages. */
const maxKept = 20;

export interface FaultList<Fault> {
  add(fault: Fault): void;
  kept: readonly Fault[];
  count(): number;
}

export function createFaultList<Fault>(): FaultList<Fault> {
  const kept: Fault[] = [];
  let count = 0;
  return {
    kept,
    add(fault) {
      if (++count <= maxKept) kept.push(fault);
    },
    count: () => count,
  };
}
