// Lists the cases of an instance, the newest first. In: nothing. Out: id, name and what is due next in each, on stdout;
// exit code 1 where a case cannot be read: it is named, and the others are listed.

import { isTocsinError } from '../../base/index.ts';
import { acting, cases } from '../../pipeline/index.ts';
import { caseJson, type CaseHead, renderCaseEntry } from '../../report/index.ts';
import { listAllCases, openHome } from '../../store/index.ts';
import { hintText } from '../hint-text.ts';
import { jsonText } from '../json-text.ts';
import { terminal } from './show-case.ts';

export function listCases({ json }: { json?: boolean }): number {
  const home = openHome();
  acting(home, 'case.read');
  const now = new Date();
  const { records, unreadable } = listAllCases(home);
  const heads: CaseHead[] = [];
  for (const record of records) {
    try {
      heads.push(cases.caseHead(record, now));
    } catch (error) {
      if (!isTocsinError(error)) throw error;
      unreadable.push({ case: record.case, error });
    }
  }
  if (json) {
    const damaged = unreadable.map(({ case: id, error }) => ({ case: id, error: error.toJSON() }));
    process.stdout.write(jsonText({ cases: heads.map(listed), unreadable: damaged }));
  } else
    for (const head of heads) process.stdout.write(renderCaseEntry(head, { language: 'en', ...terminal() }));
  if (heads.length + unreadable.length === 0 && !json)
    process.stderr.write('no case yet: tocsin case open --name NAME opens one\n');
  for (const { error } of unreadable)
    process.stderr.write(`error: ${error.message}\n${hintText(error.hint)}\n`);
  return unreadable.length > 0 ? 1 : 0;
}

function listed(head: CaseHead): object {
  const { case: id, name, openedAt, state, people, deliveries } = head;
  const { next } = caseJson(head) as { next: object | null };
  return { case: id, name, openedAt, state, next, people, deliveries };
}
