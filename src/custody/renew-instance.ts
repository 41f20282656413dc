// A new database for an instance whose own is lost, with an entry of the custody log that says what went with it. In: the
// instance, who decides it and why. Out: where the old files are, and the old log where that is damaged, too: what the
// database knew of the log is lost with it.

import { isTocsinError } from '../base/index.ts';
import { type InstanceHome, listAllCases, replaceLostDatabase } from '../store/index.ts';
import { appendCustody } from './append-custody.ts';
import { renewCustody } from './renew-custody.ts';

/** Throws CASE_KEY where it is the key file of the instance that is another: nothing is lost then. */
export function renewInstance(home: InstanceHome, { who, why }: { who: string; why: string }): string[] {
  const foreign = listAllCases(home).unreadable.find(({ error }) => error.code === 'CASE_KEY');
  if (foreign) throw foreign.error;
  const logs: string[] = [];
  const files = replaceLostDatabase(home, (setAside) => {
    const log = damagedLog(home, { who, why });
    if (log !== null) logs.push(log);
    appendCustody(home, {
      who,
      case: null,
      what: 'instance.renew',
      result: 'done',
      details: { why, lost, setAside },
    });
  });
  return [...files, ...logs];
}

const lost = [
  'users',
  'register of incidents of destroyed cases',
  'packages received before',
  'what the database knew of this log',
];

/** Null where the log is as it was left. */
function damagedLog(home: InstanceHome, by: { who: string; why: string }): string | null {
  try {
    return renewCustody(home, by).setAside;
  } catch (error) {
    if (isTocsinError(error) && error.code === 'USAGE') return null;
    throw error;
  }
}
