// How many marks, rows and `@` the last call of `indexCsv` found. In: where its lists begin and end, four
// bytes an entry. Out: lengths.

let markCount: u32 = 0;
let rowCount: u32 = 0;
let atCount: u32 = 0;

// @ts-ignore: decorator
@inline
export function setCounts(marks: usize, rows: usize, ats: usize): void {
  markCount = <u32>(marks >> 2);
  rowCount = <u32>(rows >> 2);
  atCount = <u32>(ats >> 2);
}

export function csvMarks(): u32 {
  return markCount;
}

export function csvRows(): u32 {
  return rowCount;
}

export function csvAts(): u32 {
  return atCount;
}
