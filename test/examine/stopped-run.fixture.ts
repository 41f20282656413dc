/*
 * An examination in a process of its own that keeps what it has read every so often, to be killed in the middle.
 * In: the state folder, the milliseconds between checkpoints, the paths. Out: the report as JSON on stdout.
 */
import { examine } from '../../src/pipeline/index.ts';

const [stateFolder, everyMs, ...paths] = process.argv.slice(2);
let isResumed = false;
const report = await examine(paths, {
  stateFolder: stateFolder!,
  tuning: { checkpointMs: Number(everyMs), stretchBytes: 200_000 },
  onResume: () => (isResumed = true),
});
process.stdout.write(JSON.stringify({ isResumed, report: { ...report, seconds: 0, megabytesPerSecond: 0 } }));
