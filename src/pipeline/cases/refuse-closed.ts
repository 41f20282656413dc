// A closed case stays as it was when it was closed: nothing more is taken into it until somebody opens it again and says
// why. Packages and looks at a person change nothing, and are let through. In: a case. Out: nothing, or an error.

import { TocsinError } from '../../base/index.ts';
import { caseState } from '../../register/index.ts';
import { type CaseRecord, readEvents } from '../../store/index.ts';

/** Throws CASE_CLOSED. `what`: what is refused, as in `nothing is examined into it`. */
export function refuseClosed(record: CaseRecord, what: string): void {
  const { closed } = caseState(readEvents(record));
  if (closed === null) return;
  throw new TocsinError(
    'CASE_CLOSED',
    `the case ${record.case} was closed on ${closed.at.slice(0, 'yyyy-mm-dd'.length)}: ${what}`,
    { hint: `open it again first: tocsin case reopen ${record.case} --why TEXT` },
  );
}
