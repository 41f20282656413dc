// What a file that is one table is called in a plan. In: its path. Out: its name without folder, endings and the number of a
// part, so that `users_0001.csv` and `users_0002.csv.gz` are one table.

import { fileTable } from '../../file-table.ts';

export function tableNameOf(path: string): string {
  return fileTable(path, null).table;
}
