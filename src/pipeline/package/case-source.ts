// A package's contents as a case knows them: the people that the split gave to a controller, and their rows out of the
// evidence. In: a case and a controller's name. Out: a source. Values are read when the package asks for them.

import { TocsinError } from '../../base/index.ts';
import { personFlags } from '../../resolve/index.ts';
import {
  type CaseRecord,
  controllerNumber,
  guarded,
  membersIn,
  openVault,
  profileClassesIn,
} from '../../store/index.ts';
import { resolveCase } from '../deliveries/resolve-case.ts';
import type { ResolvedCase } from '../deliveries/resolved-case.ts';
import { splitOf, type Theirs, walkMembers } from '../split/index.ts';
import type { ValueBatch } from '../values/value-batch.ts';
import type { WalkOptions } from '../values/walk-values.ts';
import { createNamedValue, type NamedValue } from './named-value.ts';
import { packageColumns, type PackageColumns } from './package-columns.ts';
import type { PackageSource } from './package-source.ts';

/** Throws CONTROLLER_UNKNOWN, and USAGE where a delivery has come since the split. */
export function caseSource(record: CaseRecord, controller: string, options: WalkOptions): PackageSource {
  const name = controllerNamed(record, controller);
  const members = readMembers(record, name);
  const resolved = resolveCase(record, { bounds: false });
  const columns = packageColumns(resolved);
  const named = createNamedValue(resolved.seed);
  return {
    ...members,
    fields: columns.fields,
    tableOf: (part) => resolved.parts[part]!.delivered.shown,
    async forEachRow(visit) {
      const files = new Set<string>();
      const take = (batch: ValueBatch, theirs: Theirs) => {
        for (let row = 0; row < batch.rows; row++) {
          if (!theirs.isTheirs(row)) {
            const values = namedIn(batch, row, columns, theirs, named);
            if (values.length > 0) visit(batch.people[row]!, null, values);
            continue;
          }
          files.add(batch.file);
          visit(batch.people[row]!, batch.part, valuesOf(batch, row, columns));
        }
      };
      await walkMembers(record, resolved, name, columns.wanted, take, options);
      return evidenceOf(resolved, files);
    },
  };
}

/** As the split writes it: capitals are not asked for. */
function controllerNamed(record: CaseRecord, wanted: string): string {
  const split = splitOf(record);
  if (split === null)
    throw new TocsinError('CONTROLLER_UNKNOWN', 'the case is not split by controller yet', {
      hint: `split it first: tocsin split ${record.case} --rules FILE`,
    });
  if (split.report === null)
    throw new TocsinError('CONTROLLER_UNKNOWN', 'a delivery has come since the case was split', {
      hint: `split it again: tocsin split ${record.case} --rules FILE`,
    });
  const names = split.report.controllers.map(({ name }) => name);
  const found = names.find((name) => name.toLowerCase() === wanted.trim().toLowerCase());
  if (found === undefined)
    throw new TocsinError('CONTROLLER_UNKNOWN', 'the case has no controller of that name', {
      hint: `it has ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''}`,
    });
  return found;
}

/** Those whom reports do not count as people are in no package either. */
const notCounted =
  personFlags.test | personFlags.office | personFlags.organisation | personFlags.unattributed;

function readMembers(
  record: CaseRecord,
  name: string,
): Pick<PackageSource, 'controller' | 'people' | 'classesOf' | 'classes'> {
  using vault = openVault(record);
  return guarded(record.case, () => {
    const people: number[] = [];
    const profiles: number[] = [];
    for (const { person, flags, profile } of membersIn(vault.db, name)) {
      if ((flags & notCounted) !== 0) continue;
      people.push(person);
      profiles.push(profile);
    }
    const classes = profileClassesIn(vault.db, name);
    return {
      controller: { number: controllerNumber(vault.db, name)!, name },
      people: Int32Array.from(people),
      classesOf: (place) => classes.get(profiles[place]!) ?? [],
      classes: countClasses(profiles, classes),
    };
  });
}

function countClasses(
  profiles: readonly number[],
  classes: ReadonlyMap<number, readonly string[]>,
): PackageSource['classes'] {
  const counts = new Map<string, number>();
  for (const profile of profiles)
    for (const name of classes.get(profile) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, people]) => ({ class: name, people }))
    .toSorted((a, b) => b.people - a.people || (a.class < b.class ? -1 : 1));
}

function valuesOf(
  batch: ValueBatch,
  row: number,
  { fieldOf, isJoined }: PackageColumns,
): { field: number; value: string }[] {
  const values: { field: number; value: string }[] = [];
  for (const [column, field] of fieldOf.get(batch.part)!.entries()) {
    if (batch.start(row, column) === batch.end(row, column)) continue;
    const value = batch.text(row, column).trim();
    if (value === '') continue;
    const joined = isJoined[field] ? values.find((known) => known.field === field) : undefined;
    if (joined) joined.value += `, ${value}`;
    else values.push({ field, value });
  }
  return values;
}

/** Of a row that is not the controller's: what its own lists name the person by, and nothing else. */
function namedIn(
  batch: ValueBatch,
  row: number,
  { fieldOf, sortOf }: PackageColumns,
  { listedSorts, isNamedBy }: Theirs,
  named: NamedValue,
): { field: number; value: string }[] {
  if (listedSorts.size === 0 || batch.people[row]! < 0) return [];
  return sortOf.get(batch.part)!.flatMap((sort, column) => {
    if (sort === null || !listedSorts.has(sort) || batch.start(row, column) === batch.end(row, column))
      return [];
    const value = named(sort, batch.text(row, column), (low, high) => isNamedBy(row, sort, low, high));
    return value === null ? [] : [{ field: fieldOf.get(batch.part)![column]!, value }];
  });
}

/** The files that rows of the controller stand in: a leaf is called after its input, and where it lies inside of it. */
function evidenceOf(
  { deliveries }: ResolvedCase,
  files: ReadonlySet<string>,
): { sha256: string; bytes: number }[] {
  const found = new Map<string, { sha256: string; bytes: number }>();
  const inputs = deliveries.flatMap((delivery) => delivery.inputs);
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  for (const file of files) {
    for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1)) {
      const input = byPath.get(file.slice(0, end));
      if (!input) continue;
      found.set(input.sha256, { sha256: input.sha256, bytes: input.bytes });
      break;
    }
  }
  return [...found.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}
