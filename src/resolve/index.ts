// What other stages may use of resolve.
export { ColumnSample, rowRank, sampledBytes, type SampledValue } from './column-sample.ts';
export { HashIndex } from './hash-index.ts';
export type { DecodeValue } from './decode-value.ts';
export { createRowGatherer, gathererScratchBytes, type RowCounts, type RowGatherer } from './row-gatherer.ts';
export {
  covers,
  type KeySchema,
  planTable,
  type TableKeys,
  tableKeys,
  type TablePlan,
} from './table-plan.ts';
export { isNestedColumn, nestedColumnName, tellingName } from './nested-column.ts';
export { StretchTally, TableTally, type TallyPart } from './table-tally.ts';
export { mergeParts, type MergedTable } from './merged-table.ts';
export { joinRecords } from './join-records.ts';
export { createRecords, type RecordColumn, type TableRecords } from './table-records.ts';
export { fingerprint, keptLayout } from './record-layout.ts';
export { groupByHash } from './group-by-hash.ts';
export type { ResolvedPeople } from './count-people.ts';
export { resolvePeople } from './resolve-people.ts';
export type { IdentifierSort, PeopleIndex, VisitFurther } from './people-index.ts';
export type { Mentions } from './mention-list.ts';

export { personFlags } from './person-flags.ts';
export { nameHash } from './name-hash.ts';
export type { RowPattern } from './row-patterns.ts';
export type { RecordPart } from './record-pages.ts';
export {
  type AlikeRecords,
  createRecordFinder,
  indexRecords,
  type RecordIndex,
  type RecordRange,
  type RecordSlots,
} from './record-index.ts';
