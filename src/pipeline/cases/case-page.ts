// The page of a case, from all that is kept of it: its events, its vault, its evidence. In: a case and the time now.
// Out: the page. Nothing is resolved or read again for it.

import { listEvidence } from '../../intake/index.ts';
import { caseState, caseZone, vendorChain } from '../../register/index.ts';
import { caseDeadlines, type CaseHead, type CasePage } from '../../report/index.ts';
import { type CaseRecord, readEvents } from '../../store/index.ts';
import { caseSummary } from '../deliveries/case-summary.ts';
import { isDirectoryOutdated, reachability } from '../directory/index.ts';
import { splitOf } from '../split/index.ts';

/** At once, whatever the case holds. */
export function caseHead(record: CaseRecord, now: Date): CaseHead {
  const { facts, clocks, notes, contacts, closed } = caseState(readEvents(record));
  const zone = caseZone(facts);
  const { people, classes, deliveries } = caseSummary(record);
  const { count = 0, min = 0, max = 0 } = people ?? {};
  return {
    case: record.case,
    name: record.name,
    openedAt: record.openedAt,
    state: closed ? 'closed' : 'open',
    ...caseDeadlines(clocks, { ...facts, zone }, now),
    ...facts,
    zone,
    chain: vendorChain(facts.organisations),
    closed,
    contacts,
    notes,
    people: { count, min, max },
    classes,
    deliveries: deliveries.map(({ delivery, at, skipped, inputs }) => ({ delivery, at, skipped, inputs })),
    shownAt: now.toISOString(),
  };
}

/** Counts who can be reached, where nobody did since the case changed. */
export function casePage(record: CaseRecord, now: Date): CasePage {
  const head = caseHead(record, now);
  return {
    ...head,
    ...splitPart(record, head.people.count),
    reachability: head.deliveries.length === 0 ? null : reachability(record),
    outdated: outdatedParts(record),
    evidence: listEvidence(record).map(({ id, path, sha256, bytes, source, takenAt, how }) => ({
      id,
      path,
      sha256,
      bytes,
      source,
      takenAt,
      how,
    })),
  };
}

type SplitPart = Pick<CasePage, 'controllers' | 'unassigned' | 'several'>;

function splitPart(record: CaseRecord, people: number): SplitPart {
  const report = splitOf(record)?.report;
  if (!report) return { controllers: [], unassigned: { people }, several: { people: 0 } };
  return {
    controllers: report.controllers.map(({ name, people: own, classes }) => ({ name, people: own, classes })),
    unassigned: { people: report.unassigned.people },
    several: { people: report.several.people },
  };
}

function outdatedParts(record: CaseRecord): CasePage['outdated'] {
  const split = splitOf(record);
  return [
    ...(split && split.report === null ? (['split'] as const) : []),
    ...(isDirectoryOutdated(record) ? (['directory'] as const) : []),
  ];
}
