// Runs several commands in turn, round after round, so that whatever else the machine does falls on all.
// In: contenders, the first being ours. Out: every run, and for each contender the spread and the ratio to ours.

import { type Command, type Ran, runProcess } from './run-process.ts';
import { formatSpread, type Spread, spread } from './spread.ts';

export interface Contender {
  name: string;
  /** Made anew for every round, outside the time that counts. */
  command(): Command;
  /** True where the work is done by another process, so that only time on the wall says anything. */
  worksElsewhere?: boolean;
}

export interface Turns {
  name: string;
  runs: Ran[];
  seconds: Spread;
  /** Our time by this contender's, of the same round: 0.5 where we take half of its time. */
  ratio: Spread;
}

const notMeasured = { userSeconds: null, systemSeconds: null, peakBytes: null };

export async function takeTurns(
  contenders: Contender[],
  rounds: number,
  onRound: (round: number) => void,
): Promise<Turns[]> {
  const runs: Ran[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    onRound(round);
    for (const [i, contender] of contenders.entries()) {
      const ran = await runProcess(contender.command());
      runs[i]!.push(contender.worksElsewhere ? { ...ran, ...notMeasured } : ran);
    }
  }
  const ours = runs[0]!;
  return contenders.map(({ name }, i) => ({
    name,
    runs: runs[i]!,
    seconds: spread(runs[i]!.map((run) => run.seconds)),
    ratio: spread(runs[i]!.map((run, round) => ours[round]!.seconds / run.seconds)),
  }));
}

/** One line a contender: seconds, MB/s by the median, processor seconds, memory, our time by its. */
export function turnsText(turns: Turns[], bytes: number): string {
  const rows = turns.map(({ name, runs, seconds, ratio }, i) => {
    const processor = runs.map(
      ({ userSeconds, systemSeconds }) => (userSeconds ?? Number.NaN) + (systemSeconds ?? Number.NaN),
    );
    const peak = Math.max(...runs.map((run) => run.peakBytes ?? Number.NaN));
    return [
      name,
      `${formatSpread(seconds)} s`,
      `${Math.round(bytes / 1e6 / seconds.median)} MB/s`,
      Number.isNaN(processor[0]) ? '' : `${spread(processor).median.toFixed(1)} s of processor`,
      Number.isNaN(peak) ? '' : `${Math.round(peak / 1e6)} MB of memory`,
      i === 0 ? '' : `ours takes ${formatSpread(ratio, 3)} of its time`,
    ];
  });
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .join('\n');
}
