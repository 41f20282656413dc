// What stops a run: a place of the source that cannot be masked, or that the plan does not cover. Never a value.

export interface Refusal {
  /** As the path was found. */
  file: string;
  reason: string;
  /** Byte offset in the file, unpacked where it is packed; null where all of the file is meant. */
  offset: number | null;
  /** From 1, of that offset; null where it was not looked for. */
  line: number | null;
  table: string | null;
  column: string | null;
  /** How many such places there are; the others are further on. */
  count: number;
}

export function refusal(
  file: string,
  reason: string,
  { offset = null, table = null, column = null }: Partial<Pick<Refusal, 'offset' | 'table' | 'column'>> = {},
): Refusal {
  return { file, reason, offset, line: null, table, column, count: 1 };
}

/** Those of one kind as one, with the first place. */
export function grouped(refusals: readonly Refusal[]): Refusal[] {
  const groups = new Map<string, Refusal>();
  for (const each of refusals) {
    const key = JSON.stringify([each.file, each.reason, each.table, each.column]);
    const known = groups.get(key);
    if (known) known.count += each.count;
    else groups.set(key, { ...each });
  }
  return [...groups.values()];
}
