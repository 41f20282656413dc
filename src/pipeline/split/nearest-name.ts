// The name that somebody may have meant. In: a name and those that there are. Out: the nearest of them, or null where
// none is near.

/** Names looked at, and letters of each: enough for any real table, and a bound for any other. */
const mostNames = 5000;
const longest = 64;

export function nearestName(name: string, among: readonly string[]): string | null {
  const wanted = folded(name);
  let nearest: string | null = null;
  let least = Math.max(2, Math.ceil(wanted.length / 2.5)) + 1;
  for (const other of among.slice(0, mostNames)) {
    const distance = editDistance(wanted, folded(other));
    if (distance >= least) continue;
    nearest = other;
    least = distance;
  }
  return nearest;
}

function folded(name: string): string {
  return name
    .slice(0, longest)
    .toLowerCase()
    .replaceAll(/[\s_-]/gu, '');
}

/** Levenshtein's. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
