// One person's data, read for somebody: the custody log has it before anything is shown. In: a case, a question, who
// asks and why. Out: the statement, or null where the question has no form that is known; then nothing was read.

import type { PersonStatement } from '../report/index.ts';
import { appendCustody } from '../custody/index.ts';
import type { CaseRecord, InstanceHome } from '../store/index.ts';
import { findPerson, type PersonQuestion } from './find-person.ts';

export interface AskedBy {
  who: string;
  why: string | null;
}

/** The entry says how many people were shown and by which sorts of identifier they were asked for, never by which. */
export function lookAtPerson(
  home: InstanceHome,
  record: CaseRecord,
  question: PersonQuestion,
  { who, why }: AskedBy,
): PersonStatement | null {
  const statement = findPerson(record, question);
  if (statement === null) return null;
  const { people, mentions, askedAs } = statement;
  appendCustody(
    home,
    {
      who,
      case: record.case,
      what: 'person.look',
      result: 'done',
      counts: { people: people.length, mentions: mentions.length },
      details: { why, askedAs },
    },
    record.key,
  );
  return statement;
}
