// How many people asked to be told, and what waits or failed. In: flags. Out: numbers; no person, no address.

import { acting } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { countJobs, countRanges, countSubscribers } from '../../store/register/index.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor, type RegisterFlags } from '../register-for.ts';

export interface CountFlags extends RegisterFlags {
  json?: boolean;
}

export async function countTold(flags: CountFlags): Promise<void> {
  const home = openHome();
  acting(home, 'serve');
  await using register = await openRegisterFor(flags, { home });
  const subscribers = await countSubscribers(register);
  const ranges = await countRanges(register);
  const jobs = await countJobs(register);
  if (flags.json) return void process.stdout.write(jsonText({ subscribers, ranges, jobs }));
  process.stdout.write(`subscribers: ${subscribers}\nsubscribed ranges: ${ranges}\n`);
  for (const { kind, state, count } of jobs) process.stdout.write(`${kind} ${state}: ${count}\n`);
}
