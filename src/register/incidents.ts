// The register of incidents that GDPR Art. 33(5) asks for: what happened, what it led to, what was done, how many
// people; no person and no value. In: a case. Out: its entry. The entry of a case that is destroyed stays.

import { existsSync } from 'node:fs';
import { isTocsinError } from '../base/index.ts';
import {
  type CaseRecord,
  certificatePath,
  damagedPendingPath,
  guarded,
  type InstanceHome,
  listAllCases,
  openVault,
  readEvents,
  readTotals,
  withInstance,
} from '../store/index.ts';
import { type CaseFacts, caseState } from './case-facts.ts';

export interface Incident {
  case: string;
  name: string | null;
  /** ISO 8601, as all times here. */
  openedAt: string;
  state: 'open' | 'closed' | 'destroyed';
  closedAt: string | null;
  what: string | null;
  effects: string | null;
  remedy: string | null;
  happened: CaseFacts['happened'];
  found: string | null;
  awareAt: string | null;
  role: CaseFacts['role'];
  organisations: CaseFacts['organisations'];
  /** Null where nothing was examined. */
  people: { count: number; min: number; max: number } | null;
  classes: { class: string; people: number }[];
  duties: { rule: string; startedAt: string; metAt: string | null; stoppedWhy: string | null }[];
}

/** Keeps the entry as it is now, in the place of an earlier one. */
export function registerIncident(home: InstanceHome, record: CaseRecord): Incident {
  const incident = incidentOf(record);
  withInstance(home, (db) =>
    db
      .prepare(
        `INSERT INTO incident (case_id, opened_at, about) VALUES (?, ?, ?)
         ON CONFLICT (case_id) DO UPDATE SET about = excluded.about`,
      )
      .run(incident.case, incident.openedAt, JSON.stringify(incident)),
  );
  return incident;
}

/** Newest first: of cases that are there as they are now, of others as they were kept. */
export function listIncidents(home: InstanceHome): Incident[] {
  const kept = withInstance(home, (db) =>
    (db.prepare('SELECT about FROM incident').pluck().all() as string[]).map(
      (about) => JSON.parse(about) as Incident,
    ),
  );
  const live = listAllCases(home).records.flatMap((record) => incidentOrNone(record));
  const isLive = new Set(live.map((incident) => incident.case));
  const others = kept
    .filter((incident) => !isLive.has(incident.case))
    .map((incident) => ({ ...incident, state: stateOf(home, incident) }));
  return [...live, ...others].toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
}

/** A case that is damaged stays with what was kept of it. */
function incidentOrNone(record: CaseRecord): Incident[] {
  try {
    return [incidentOf(record)];
  } catch (error) {
    if (isTocsinError(error)) return [];
    throw error;
  }
}

function stateOf(home: InstanceHome, { case: id, state }: Incident): Incident['state'] {
  const signs = [certificatePath(home.path, id), damagedPendingPath(home.path, id)];
  return signs.some((path) => existsSync(path)) ? 'destroyed' : state;
}

function incidentOf(record: CaseRecord): Incident {
  const { facts, clocks, closed } = caseState(readEvents(record));
  using vault = openVault(record);
  const { people, classes } = guarded(record.case, () => readTotals(vault.db));
  const { what, effects, remedy, happened, found, aware, role, organisations } = facts;
  return {
    case: record.case,
    name: record.name,
    openedAt: record.openedAt,
    state: closed ? 'closed' : 'open',
    closedAt: closed?.at ?? null,
    what,
    effects,
    remedy,
    happened,
    found,
    awareAt: aware?.at ?? null,
    role,
    organisations,
    people: people && { count: people.count, min: people.min, max: people.max },
    classes: classes.map(({ class: name, people: count }) => ({ class: name, people: count })),
    duties: clocks.map(({ rule, startedAt, met, stopped }) => ({
      rule,
      startedAt,
      metAt: met?.at ?? null,
      stoppedWhy: stopped?.why ?? null,
    })),
  };
}
