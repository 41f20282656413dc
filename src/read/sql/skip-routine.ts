// Passes over CREATE PROCEDURE, FUNCTION, TRIGGER …: the statements inside are no data. It ends with the line that
// its dialect ends it with; where none comes, what follows is handed over as text.

import type { DialectName } from './dialect.ts';
import { textOf } from './lexer.ts';
import { type Place, readMore } from './place.ts';
import { readLine } from './read-line.ts';
import { skipToSync } from './skip-text.ts';

/** Longest routine passed over: generated packages of Oracle are the longest there are. */
const longestRoutine = 1 << 20;

/** Of a longer line, the end says whether it is the last. */
const lineEndBytes = 256;

const lastLines: Partial<Record<DialectName, RegExp>> = {
  sqlserver: /^\s*GO\s*$/iu,
  oracle: /^\s*\/\s*$/u,
  db2: /(?:@|\bEND\s*;?)\s*$/iu,
  sqlite: /\bEND\s*;\s*$/iu,
};

export function skipRoutine(place: Place): void {
  place.forget();
  const lastLine = lastLines[place.dialect.name];
  let passed = 0;
  for (;;) {
    const end = readLine(place);
    const line = textOf(place.window.bytes, Math.max(place.p, end - lineEndBytes), end);
    passed += end - place.p;
    place.p = end;
    // a line feed belongs to what follows, as after `;`
    if (lastLine?.test(line))
      return void (place.p = end - (line.endsWith('\r\n') ? 2 : line.endsWith('\n') ? 1 : 0));
    if (passed > longestRoutine) return skipToSync(place, 'a routine that is very long or does not end');
    if (place.p === place.window.to && !readMore(place)) return;
  }
}
