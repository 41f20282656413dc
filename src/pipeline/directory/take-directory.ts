// `tocsin directory` without its arguments: a directory is joined, and the custody log says who did it and what it came
// to. In: the instance, a case, the request. Out: the report. In the log there are counts; the name of the controller
// and of the file are sealed under the case's key.

import { appendCustody } from '../../custody/index.ts';
import type { DirectoryDoubt, DirectoryReport } from '../../report/index.ts';
import {
  type CaseRecord,
  doubtsOf,
  type InstanceHome,
  listDirectories,
  openVault,
} from '../../store/index.ts';
import { acting } from '../acting.ts';
import { refuseClosed } from '../cases/refuse-closed.ts';
import {
  type DirectoryOptions,
  type DirectoryRequest,
  joinDirectory,
  type JoinedDirectory,
} from './join-directory.ts';
import { shownSource } from './open-directory.ts';
import { doubtReasons } from './settle-rows.ts';

/** Of rows that are not clear this many are in the report; `writeDoubts` has them all. */
const mostListed = 1000;

export async function takeDirectory(
  home: InstanceHome,
  record: CaseRecord,
  request: DirectoryRequest,
  options: DirectoryOptions = {},
): Promise<DirectoryReport> {
  const { who } = acting(home, 'directory');
  refuseClosed(record, 'no directory is taken into it');
  const details = { controller: request.controller, source: shownSource(request.source) };
  const log = (result: 'begun' | 'done' | 'failed', counts?: Record<string, number>) =>
    appendCustody(
      home,
      { who, case: record.case, what: 'directory', result, ...(counts ? { counts } : {}), details },
      record.key,
    );
  log('begun');
  let joined: JoinedDirectory;
  try {
    joined = await joinDirectory(record, request, { readFor: { home, who, what: 'directory' }, ...options });
  } catch (error) {
    log('failed');
    throw error;
  }
  const report = reportOf(record, joined);
  log('done', {
    rows: report.rows,
    joined_rows: report.joined.rows,
    joined_people: report.joined.people,
    ambiguous_rows: report.ambiguous.rows,
    unreachable: report.reachability.unreachable,
  });
  return report;
}

function reportOf(record: CaseRecord, joined: JoinedDirectory): DirectoryReport {
  const { doubts } = joined;
  const list: DirectoryDoubt[] = [];
  forEachDoubt(record, joined.controller, (doubt) => {
    if (doubt.reason !== 'less sure') list.push(doubt);
    return list.length < mostListed;
  });
  return {
    version: 1,
    case: record.case,
    controller: joined.controller,
    source: joined.source,
    rows: joined.rows,
    misfits: joined.misfits,
    columns: joined.columns.map(({ name, field, how, filled, used }) => ({ name, field, how, filled, used })),
    unused: joined.unused,
    leakColumn: joined.leakColumn,
    joined: { people: joined.joinedPeople, rows: joined.joinedRows, by: joined.by },
    ambiguous: {
      rows: doubts['several people'] + doubts['keys disagree'] + doubts['rows differ'],
      severalPeople: doubts['several people'],
      keysDisagree: doubts['keys disagree'],
      rowsDiffer: doubts['rows differ'],
      people: joined.unclearPeople,
      list,
    },
    lessSure: doubts['less sure'],
    others: joined.others,
    reachability: joined.reachability,
    replaced: joined.replaced,
  };
}

/** Rows of a controller's directory that give nobody's contacts, in order; until `visit` returns false. */
export function forEachDoubt(
  record: CaseRecord,
  controller: string,
  visit: (doubt: DirectoryDoubt) => boolean,
): void {
  using vault = openVault(record);
  const directory = listDirectories(vault.db).find((known) => known.controller === controller);
  if (!directory) return;
  for (const { row, reason, fits } of doubtsOf(vault.db, directory.directory))
    if (!visit({ row: row + 1, reason: doubtReasons[reason]!, fits })) return;
}
