// Whose every row is by the rules: where they read columns, or tell files of one table apart, the evidence is gone
// through once more; else nothing has to be read. In: rules placed among the case's parts. Out: a claim for each
// record, and what each rule came to.

import type { CaseRecord } from '../../store/index.ts';
import type { CasePart, ResolvedCase } from '../deliveries/resolved-case.ts';
import type { ValueBatch } from '../values/value-batch.ts';
import { type WalkOptions, walkValues } from '../values/walk-values.ts';
import { type Claims, claimFlags, noClaim } from './claims.ts';
import { ConflictList } from './conflict-list.ts';
import { RowJudge } from './judge-rows.ts';
import type { NumberedRule, PartRules } from './place-rules.ts';

export interface ClaimedRows {
  /** The claim on a record of a table. */
  of(table: number, record: number): number;
  /** By number of the rule: rows that it took. */
  rows: Float64Array;
  conflicts: ConflictList;
  /** Rows of the case that were not met again when the evidence was read: they are nobody's. */
  missed: number;
  /** Rows that say the same as other people's, and are not all claimed alike: they are nobody's. */
  unsure: number;
}

export async function claimRows(
  record: CaseRecord,
  resolved: ResolvedCase,
  rules: readonly NumberedRule[],
  placed: readonly PartRules[],
  claims: Claims,
  options: WalkOptions,
): Promise<ClaimedRows> {
  const open = claims.of([], claimFlags.open);
  // who claims a row that is nobody's is listed, and said of nobody
  const contested = claims.of([], claimFlags.conflict);
  const claimed = resolved.tables.map((): Uint32Array | null => null);
  const rows = new Float64Array(rules.length);
  const conflicts = new ConflictList();
  const inTable = (table: number): Uint32Array =>
    (claimed[table] ??= new Uint32Array(resolved.tables[table]!.records.count).fill(open));
  const judges = placed.map((part) => new FileJudges(part, claims));
  const toWalk: { judge: FileJudges; claims: Uint32Array; part: CasePart }[] = [];
  placed.forEach(({ part: number }, i) => {
    const part = resolved.parts[number]!;
    const { table, first, count, delivered } = part;
    const own = inTable(table).subarray(first, first + count);
    const judge = judges[i]!;
    const only = judge.only(delivered.sources);
    if (only === null) {
      own.fill(noClaim);
      toWalk.push({ judge, claims: inTable(table), part });
      return;
    }
    const claim = only.judgeAll(delivered.rows);
    const { flags, controllers } = claims.at(claim);
    own.fill(flags === claimFlags.conflict ? contested : claim);
    if (flags === claimFlags.conflict) conflicts.addAll(number, controllers, delivered.rows);
  });
  const byPart = new Map(toWalk.map((walked) => [walked.part.part, walked]));
  const wanted = toWalk.map(({ judge, part }) => ({ part: part.part, columns: judge.columns }));
  const visit = (batch: ValueBatch) => {
    const { judge, claims: own } = byPart.get(batch.part)!;
    const ofFile = judge.of(batch.file);
    for (let row = 0; row < batch.rows; row++) {
      const claim = ofFile.judge(batch, row);
      const { flags, controllers } = claims.at(claim);
      const isContested = flags === claimFlags.conflict;
      if (isContested) conflicts.add(batch.part, controllers, batch.file, batch.offsets[row]!);
      const held = batch.records[row]!;
      if (held >= 0) own[held] = claims.join(own[held]!, isContested ? contested : claim);
    }
  };
  const unclear = { missed: 0, unsure: 0 };
  if (wanted.length > 0) {
    const { alike } = await walkValues(record, resolved, wanted, visit, options);
    toWalk.forEach(({ part, claims: own }, i) => spread(part, alike[i]!, own, claims, unclear));
  }
  for (const judge of judges) judge.tally(rows);
  return { of: (table, held) => claimed[table]?.[held] ?? open, rows, conflicts, ...unclear };
}

/** What rows say that say the same as others is said of all of these; of different people's only where it is one thing. */
function spread(
  { first, count }: CasePart,
  { firstOf, isUnsure }: { firstOf: (record: number) => number; isUnsure: (record: number) => boolean },
  own: Uint32Array,
  claims: Claims,
  unclear: { missed: number; unsure: number },
): void {
  const unknown = claims.of([], claimFlags.other);
  for (let record = first; record < first + count; record++) {
    const known = firstOf(record);
    if (isUnsure(known) && (claims.at(own[known]!).flags & claimFlags.mixed) !== 0) own[known] = unknown;
    own[record] = own[known]!;
    if (own[record] === noClaim) unclear.missed++;
    if (isUnsure(known) && own[record] === unknown) unclear.unsure++;
  }
}

/** The rules of a part, file by file: those about files hold for some of them. */
class FileJudges {
  readonly columns: number[];
  #placed: PartRules;
  #claims: Claims;
  #byRules = new Map<string, RowJudge>();
  #byFile = new Map<string, RowJudge>();

  constructor(placed: PartRules, claims: Claims) {
    this.columns = placed.columns;
    this.#placed = placed;
    this.#claims = claims;
  }

  of(file: string): RowJudge {
    let judge = this.#byFile.get(file);
    if (!judge) {
      const holding = this.#placed.rules.filter(({ isOfFile }) => isOfFile === null || isOfFile(file));
      const key = holding.map(({ rule }) => rule.number).join();
      judge = this.#byRules.get(key) ?? new RowJudge(holding, this.columns.length, this.#claims);
      this.#byRules.set(key, judge);
      this.#byFile.set(file, judge);
    }
    return judge;
  }

  /** The judge of all files, where it is one that reads no value; else null. */
  only(files: readonly string[]): RowJudge | null {
    const judges = new Set(files.map((file) => this.of(file)));
    const [only] = judges;
    return judges.size === 1 && only!.isConstant ? only! : null;
  }

  /** Adds to the rows of each rule. */
  tally(rows: Float64Array): void {
    for (const judge of this.#byRules.values())
      for (const judged of judge.judged) for (const rule of judged.rules) rows[rule]! += judged.rows;
  }
}
