// What other stages may use of resolve.
export { ColumnSample, rowRank, sampledBytes, type SampledValue } from './column-sample.ts';
export { HashIndex } from './hash-index.ts';
export {
  createRowGatherer,
  gathererScratchBytes,
  type DecodeValue,
  type RowGatherer,
} from './row-gatherer.ts';
export {
  covers,
  type KeySchema,
  planTable,
  type TableKeys,
  tableKeys,
  type TablePlan,
} from './table-plan.ts';
export { StretchTally, TableTally, type TallyPart } from './table-tally.ts';
export { forEachRecord, mergeParts, type MergedTable } from './merged-table.ts';
export type { ResolvedPeople } from './count-people.ts';
export { resolvePeople } from './resolve-people.ts';
