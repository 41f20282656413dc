// What other stages may use of mask.
export { ByteSink } from './byte-sink.ts';
export { createReplacer } from './create-replacer.ts';
export type { WantedColumns } from './cells/cell-sink.ts';
export { type CellDecoder, createCellDecoder } from './cells/decode-cell.ts';
export type { CellReader } from './cells/cell-reader.ts';
export { kept } from './cells/kept-cell.ts';
export { type CellReaderOptions, openCellReader } from './cells/open-cell-reader.ts';
export type {
  CellForm,
  Cells,
  Piece,
  Refusal,
  Rows,
  Stretch,
  StretchTable,
  UnknownRows,
} from './cells/stretch.ts';
export { columnsText, type TableEvent } from './cells/table-events.ts';
export { createMaskKeys, type MaskKeys } from './cipher/mask-keys.ts';
export type { IdentifierImages } from './identifiers/identifier-images.ts';
export type { Masking } from './masking.ts';
export { type MethodName, type ValueMethod, valueMethods } from './method.ts';
export { type Coverage, coverageOf, endingOf } from './plan/coverage.ts';
export {
  type ColumnRule,
  type FileRule,
  isMaskRule,
  type KeepRule,
  type MaskPlan,
  type MaskRule,
  type PlanLink,
  type PlanSource,
  type PlanTable,
  type StatementRule,
} from './plan/mask-plan.ts';
export type { PlannedColumn } from './plan/propose/planned-column.ts';
export { proposeColumn } from './plan/propose/propose-column.ts';
export type { Replacer, ReplacerOptions, ValueSpans } from './replacer.ts';
export { type RealSort, realSorts } from './survivors/real-sort.ts';
export type { RealValues } from './survivors/real-values.ts';
export { isUnicode } from './write/charset-encoder.ts';
export { type CellWriter, createCellWriter } from './write/create-cell-writer.ts';
export type { WriteCell } from './write/write-cell.ts';
export { createTags, type Tags } from './values/tag.ts';
export { createTextReplacer, type TextReplacer } from './text/create-text-replacer.ts';
export { maskFileName } from './text/mask-file-name.ts';
export { type RowMethod, rowMethods } from './text/row-values.ts';
export { gatherNames } from './survivors/gather-names.ts';
export { gatherValue } from './survivors/gather-value.ts';
export { mergeRealValues } from './survivors/merge-real-values.ts';
export { openRealValues } from './survivors/open-real-values.ts';
export { RealValuesGatherer, type RealValuesPart } from './survivors/real-values-gatherer.ts';
export { type SurvivorForm, survivorForms, type VisitSurvivor } from './survivors/search/visit-survivor.ts';
export { createSurvivorSearch, type SurvivorSearch } from './survivors/survivor-search.ts';
export { createPrf } from './cipher/prf.ts';
export { fictionCountries } from './lists/fiction-numbers.ts';
