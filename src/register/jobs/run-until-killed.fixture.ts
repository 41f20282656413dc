// A process that runs jobs until it is killed, for the kill test: each job notes in the register that it was done, by a
// job of another kind, and says so. In: the instance folder, and the URL of its database or an empty text. Out: lines.

import { writeSync } from 'node:fs';
import { openHome } from '../../store/index.ts';
import { enqueueJob, openRegister } from '../../store/register/index.ts';
import { done } from './job-outcome.ts';
import { runJobs } from './run-jobs.ts';

const [path, url] = process.argv.slice(2);
const register = await openRegister(openHome(path), url || null);
const never = new AbortController().signal;
const handler = {
  slots: 3,
  maxAttempts: 1000,
  run: async ({ id, body }: { id: number; body: unknown }) => {
    await enqueueJob(register, { kind: 'noted', body: [id, body], dueAt: Date.now() });
    writeSync(1, `${id}\n`);
    return done;
  },
};
writeSync(1, 'ready\n');
await runJobs(register, { work: handler }, { signal: never, pollMs: 2, leaseMs: 300 });
