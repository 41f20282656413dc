// Names of columns, no two the same but for their case: whoever takes them up looks at letters only.

/** Returns what gives each further name, numbered where it was given before. */
export function createDistinctNames(): { distinct(name: string): string; has(name: string): boolean } {
  /** By name in lower case: the number that the next one of this name gets. */
  const next = new Map<string, number>();
  return {
    has: (name) => next.has(name.toLowerCase()),
    distinct(name) {
      let distinct = name;
      for (;;) {
        const lower = distinct.toLowerCase();
        const number = next.get(lower);
        next.set(lower, (number ?? 1) + 1);
        if (number === undefined) return distinct;
        distinct = `${name} (${number})`;
      }
    },
  };
}
