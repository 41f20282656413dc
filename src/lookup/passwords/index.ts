// What others use of the look-up of passwords.
export {
  createPasswordRanges,
  type PasswordRange,
  type PasswordRanges,
  type RangesOptions,
} from './password-ranges.ts';
export { padRange } from './pad-range.ts';
export {
  hashBytes,
  mergeRanges,
  noRows,
  openRange,
  packRange,
  prefixBytes,
  type RangeRows,
  tailBytesOf,
} from './range-block.ts';
export { rangeText } from './range-text.ts';
