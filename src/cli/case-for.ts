// The case that somebody means. In: an id, a name or nothing. Out: its record, or an error that says which there are.

import { isTocsinError, TocsinError } from '../base/index.ts';
import type { CaseRecord, InstanceHome } from '../store/index.ts';

/** The case of that id or name; without one the only case of the instance. */
export async function caseOf(named: string | undefined, home: InstanceHome): Promise<CaseRecord> {
  const { findCase, listAllCases, onlyCase } = await import('../store/index.ts');
  if (named === undefined) return onlyCase(home);
  const record = findCase(home, named);
  if (record !== null) return record;
  const damaged = listAllCases(home).unreadable.map(({ case: id }) => id);
  const message = 'no case has the id or name that was given';
  if (damaged.length === 0) throw new TocsinError('CASE_NOT_FOUND', message);
  throw new TocsinError('CASE_NOT_FOUND', message, {
    hint: `cases that cannot be read may have it: ${damaged.join(', ')}; tocsin case list says what is wrong with them`,
  });
}

/** The same for a command that may open one, in the name of `who`: a name of no case does. */
export async function caseFor(
  named: string,
  home: InstanceHome,
  who: string,
): Promise<{ record: CaseRecord; isNew: boolean }> {
  const { findCase } = await import('../store/index.ts');
  const known = findCase(home, named);
  if (known) return { record: known, isNew: false };
  const { cases } = await import('../pipeline/index.ts');
  try {
    return { record: cases.openCaseOf(home, named, {}, { who, now: new Date() }), isNew: true };
  } catch (error) {
    // another process opened it in the meantime
    const opened = isTocsinError(error) && error.code === 'CASE_EXISTS' ? findCase(home, named) : null;
    if (opened) return { record: opened, isNew: false };
    throw error;
  }
}
