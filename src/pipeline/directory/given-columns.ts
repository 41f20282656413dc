// What the user says of a directory's columns: `email=COURRIEL`, one an option or one a line of a file, where `#` begins
// a remark. In: texts. Out: fields with names of columns.

import { TocsinError } from '../../base/index.ts';
import type { GivenColumn } from './map-columns.ts';

/** `lines`: of a file; `from`: how it is called in an error. */
export function parseGivenColumns(lines: readonly string[], from: string): GivenColumn[] {
  return lines.flatMap((line, i) => {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) return [];
    const [, field, name] = /^([\w-]+)\s*=\s*(.+)$/u.exec(text) ?? [];
    if (field === undefined || name === undefined)
      throw new TocsinError('USAGE', `${from}, ${i + 1}: this is not a field and the name of a column`, {
        hint: 'write it as email=COURRIEL, or ignore=NAME for a column that is not to be used',
      });
    return [{ field, name: name.trim() }];
  });
}
