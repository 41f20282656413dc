/**
 * The michael-page shape: a mysqldump of a recruiting site with planted truth. Tables come in
 * alphabetical order, so the caches before the people get a budget from an estimate and `watchdog`,
 * the last, fills up what is left of the size.
 */
import type { Sink, Table } from '../sql-writer.ts';
import { createSqlWriter, measureTable, tailBytes } from '../sql-writer.ts';
import { applicationsTable } from './applications.ts';
import { cacheShapes, cacheTable } from './caches.ts';
import { candidatesTable } from './candidates.ts';
import { createWorld } from './create-world.ts';
import { jobAdverts, jobsTable } from './jobs.ts';
import { newsletterTable } from './newsletter.ts';
import { sessionsTable } from './sessions.ts';
import {
  fileManagedTable,
  menuRouterTable,
  nodeTable,
  roleTable,
  systemTable,
  taxonomyTable,
  urlAliasTable,
  variableTable,
} from './site-tables.ts';
import type { Truth } from './truth.ts';
import { collectTruth } from './truth.ts';
import { usersTable } from './users.ts';
import { watchdogTable } from './watchdog.ts';
import type { World } from './world.ts';

export interface MichaelPageOptions {
  /** a whole number from 0 to 2^53-1 */
  seed: number;
  /** distinct people, at least 1 */
  people: number;
  sizeBytes: number;
}

export interface Generated {
  truth: Truth;
  world: World;
}

const database = 'recruiting_test';
const completed = '2016-10-10  3:12:45';

/** Share of the noise each noise table takes; watchdog takes what is left. */
const noiseShares: Record<string, number> = {
  cache: 0.16,
  cache_bootstrap: 0.03,
  cache_form: 0.34,
  cache_menu: 0.05,
  sessions: 0.12,
};

/** Rows a noise table has even where the people alone exceed the size. */
const leastRows = 5;

/** Writes the dump to `sink`; the same options give the same bytes. */
export async function generateMichaelPage(options: MichaelPageOptions, sink: Sink): Promise<Generated> {
  const { seed, people, sizeBytes } = options;
  const noise = sizeBytes - estimatePeopleBytes(seed, people);
  const world = createWorld(seed, people);
  const applications = applicationsTable(world);
  const writer = createSqlWriter(sink, database, completed);
  const rows: Record<string, number> = {};
  const write = async (table: Table) => {
    rows[table.name] = await writer.table(table);
  };
  const fill = async (table: Table) => {
    const budget = Math.max(0, noise * noiseShares[table.name]!);
    const limit = { untilBytes: writer.bytes() + budget, atLeastRows: leastRows };
    rows[table.name] = await writer.table(table, limit);
  };

  await write(applications);
  await fill(cacheTable(world, cacheShapes.cache));
  await fill(cacheTable(world, cacheShapes.cache_bootstrap));
  await fill(cacheTable(world, cacheShapes.cache_form));
  await fill(cacheTable(world, cacheShapes.cache_menu));
  await write(candidatesTable(world));
  await write(fileManagedTable(world));
  await write(jobsTable(world));
  await write(menuRouterTable());
  await write(newsletterTable(world));
  await write(nodeTable(world));
  await write(roleTable());
  await fill(sessionsTable(world));
  await write(systemTable());
  await write(taxonomyTable());
  await write(urlAliasTable(world));
  await write(usersTable(world));
  await write(variableTable(world));
  rows['watchdog'] = await writer.table(watchdogTable(world), {
    untilBytes: sizeBytes - tailBytes('watchdog', completed),
    atLeastRows: leastRows,
  });
  const bytes = await writer.finish();
  const truth = collectTruth(world, { seed, rows, bytes, mentioned: applications.mentioned() });
  return { truth, world };
}

/** People of the trial that estimates the size of all. */
const trialPeople = 2000;

/** About how many bytes everything but the noise takes, from a trial on fewer people. */
export function estimatePeopleBytes(seed: number, people: number): number {
  const trial = createWorld(seed, Math.min(people, trialPeople));
  const perPerson = measureTables([
    applicationsTable(trial),
    candidatesTable(trial),
    newsletterTable(trial),
    usersTable(trial),
  ]);
  const adverts = measureTable(jobsTable(trial));
  const site = measureTables([
    fileManagedTable(trial),
    menuRouterTable(),
    nodeTable(trial),
    roleTable(),
    systemTable(),
    taxonomyTable(),
    urlAliasTable(trial),
    variableTable(trial),
  ]);
  return Math.round(
    perPerson * (people / trial.people) + adverts * (jobAdverts(people) / jobAdverts(trial.people)) + site,
  );
}

function measureTables(tables: readonly Table[]): number {
  return tables.reduce((bytes, table) => bytes + measureTable(table), 0);
}
