// Which rows linkage looks at. In: features and the group of each row. Out: by row whether it takes part and whether
// it seeks somebody; by group the number that singles it out. Rows that repeat their group's first row are left out.

import type { LinkageFeatures } from './features.ts';

export interface LinkageRows {
  takesPart: Uint8Array;
  /** 1 for rows of groups that no number singles out: two groups that have one each are never one person. */
  isSeeking: Uint8Array;
  seekers: Int32Array;
  /** By group: fingerprint of its number, 0 without one; `null` where there are no numbers at all. */
  identifierOf: Uint32Array | null;
  groups: number;
  seekingGroups: number;
}

/** @param groups by row: the number of a row that stands for its group, itself for that row; -1 for rows left out */
export function chooseLinkageRows(features: LinkageFeatures, groups: Int32Array): LinkageRows {
  const { count, identifier } = features;
  const identifierOf = identifier === null ? null : new Uint32Array(count);
  if (identifier !== null && identifierOf !== null)
    for (let row = 0; row < count; row++)
      // of several numbers in one group the lowest counts, so that no order of the rows matters
      if (groups[row]! >= 0 && identifier[row] !== 0) {
        const known = identifierOf[groups[row]!]!;
        if (known === 0 || identifier[row]! < known) identifierOf[groups[row]!] = identifier[row]!;
      }
  const columns = Object.values(features).filter((column) => typeof column === 'object' && column !== null);
  const repeats = (row: number, group: number) =>
    row !== group && columns.every((column) => column[row] === column[group]);
  const takesPart = new Uint8Array(count);
  const isSeeking = new Uint8Array(count);
  let all = 0;
  let seeking = 0;
  for (let row = 0; row < count; row++) {
    const group = groups[row]!;
    if (group < 0) continue;
    const isOpen = identifierOf === null || identifierOf[group] === 0;
    if (row === group) {
      all++;
      if (isOpen) seeking++;
    }
    if (repeats(row, group)) continue;
    takesPart[row] = 1;
    if (isOpen) isSeeking[row] = 1;
  }
  return {
    takesPart,
    isSeeking,
    seekers: rowsSet(isSeeking),
    identifierOf,
    groups: all,
    seekingGroups: seeking,
  };
}

/** The rows that are set, in their order. */
export function rowsSet(isSet: Uint8Array): Int32Array {
  let count = 0;
  for (let row = 0; row < isSet.length; row++) count += isSet[row]!;
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; at < count; row++) if (isSet[row] === 1) rows[at++] = row;
  return rows;
}
