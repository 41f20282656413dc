/*
 * Whether two series of durations are of the same distribution, as far as ranks tell: the test of Mann and Whitney in its
 * normal form. Nothing is assumed of the durations, and a few that are very long weigh no more than others.
 */

/** The z value: about normal where both are alike; beyond 5 either way once in two million series. */
export function rankDifference(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.value === all[from]!.value) to++;
    // equal values share their rank
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) if (all[i]!.isFirst) rankSum += rank;
    from = to;
  }
  const [n, m] = [first.length, second.length];
  const mean = (n * (n + m + 1)) / 2;
  return (rankSum - mean) / Math.sqrt((n * m * (n + m + 1)) / 12);
}

/** Durations in milliseconds of each of `actions`, which take turns in an order that chance gives. */
export async function durationsInTurn(
  actions: Readonly<Record<string, (round: number) => Promise<unknown>>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const durations: Record<string, number[]> = Object.fromEntries(
    Object.keys(actions).map((name) => [name, []]),
  );
  const warmUps = Math.ceil(rounds / 10);
  for (let round = -warmUps; round < rounds; round++) {
    const order = Object.keys(actions)
      .map((name) => ({ name, at: Math.random() }))
      .sort((a, b) => a.at - b.at);
    for (const { name } of order) {
      const begun = performance.now();
      await actions[name]!(round + warmUps);
      if (round >= 0) durations[name]!.push(performance.now() - begun);
    }
  }
  return durations;
}
