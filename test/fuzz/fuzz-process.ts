/*
 * Entry of the process in which damaged files are read: it may crash, hang or run out of memory without harm.
 * In: a job, as JSON, by argument. Out, on stdout: a JSON line before each case, and one for each thing found.
 */
import { writeSync } from 'node:fs';
import { createFuzzCases } from './fuzz-cases.ts';
import { allFormats, type FuzzJob, type FuzzMessage } from './fuzz-job.ts';

/** Written at once: what is said of a case is out before the case begins. */
function tell(message: FuzzMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

const job = JSON.parse(process.argv[2]!) as FuzzJob;
const cases = await createFuzzCases(job.folder);
const formats = job.format === allFormats ? cases.formats : [job.format];
tell({ kind: 'formats', formats });
for (let number = job.from; number < job.to; number++) {
  for (const format of formats) {
    if (job.passed.includes(`${format} ${number}`)) continue;
    // those that need a program of their own take far longer than any other
    if (number % (job.every[format] ?? 1) !== 0) continue;
    tell({ kind: 'case', format, number });
    const faults = await cases.try(job.seed, format, number);
    for (const fault of faults) tell({ kind: 'fault', format, number, fault });
  }
}
tell({ kind: 'done', residentBytes: process.resourceUsage().maxRSS * 1024 });
process.exit(0);
