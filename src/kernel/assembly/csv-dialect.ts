// Which bytes delimit, end rows, quote and escape in the delimited text at hand. In: what was sniffed. Out:
// the same, with masks to compare delimiters of several bytes at once. Nothing here changes while text is read.

export let delimiter: u32 = 0; // up to four bytes, the first one lowest
export let delimiterMask: u32 = 0;
export let delimiterLength: u32 = 1;
export let rowEnd: u32 = 0;
export let rowEndMask: u32 = 0;
export let rowEndLength: u32 = 0; // 0: line ends of any kind
export let quote: i32 = -1;
export let escape: i32 = -1;

// @ts-ignore: decorator
@inline
export function setDialect(
  delimiterBytes: u32,
  lengthOfDelimiter: u32,
  rowEndBytes: u32,
  lengthOfRowEnd: u32,
  quoteByte: i32,
  escapeByte: i32,
): void {
  delimiter = delimiterBytes;
  delimiterLength = lengthOfDelimiter;
  delimiterMask = maskOfLength(lengthOfDelimiter);
  rowEnd = rowEndBytes;
  rowEndLength = lengthOfRowEnd;
  rowEndMask = maskOfLength(lengthOfRowEnd);
  quote = quoteByte;
  escape = escapeByte;
}

// @ts-ignore: decorator
@inline
function maskOfLength(length: u32): u32 {
  return length >= 4 ? u32.MAX_VALUE : ((<u32>1) << (length * 8)) - 1;
}
