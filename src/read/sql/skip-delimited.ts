// Passes over what stands between `DELIMITER ;;` and `DELIMITER ;`: triggers and routines, whose INSERTs
// are no rows. What is anything else under such a delimiter is handed over as text.

import { skipSpace, textOf } from './lexer.ts';
import { type Place, readMore, tellSkipped } from './place.ts';
import { readLine } from './read-line.ts';
import { skipRest } from './skip-text.ts';
import { readStatementHead } from './statement-head.ts';

/** Longest routine passed over as one: with a delimiter that never returns, what follows is told. */
const longestRoutine = 1 << 20;

/** Nothing else on the line: `DELIMITER ;;`. */
const longestDelimiterLine = 64;

const keyword = 'DELIMITER';

export function skipDelimited(place: Place): void {
  let delimiter = keyword;
  let routineBytes = 0;
  let isQuiet = true;
  let isBetween = true;
  for (;;) {
    const end = readLine(place);
    const { bytes } = place.window;
    const line = textOf(bytes, place.p, end).trim();
    if (line.length <= longestDelimiterLine && /^delimiter(?:\s|$)/iu.test(line)) {
      delimiter = line.slice(keyword.length).trim().split(/\s/u)[0]!;
      place.p = end;
      if (delimiter === ';' || delimiter === '') return;
      isBetween = true;
      routineBytes = 0;
    } else {
      if (isBetween) isQuiet = isDefinition(bytes, place.p, end);
      isBetween = line.endsWith(delimiter) || (isBetween && skipSpace(bytes, place.p, end) < 0);
      routineBytes = isBetween ? 0 : routineBytes + end - place.p;
      if (isQuiet && routineBytes < longestRoutine) place.p = end;
      else tellSkipped(place, 'a statement between other delimiters', end);
    }
    if (place.p === place.window.to && !readMore(place)) {
      if (!isBetween) skipRest(place, 'cut off in the middle of a routine');
      return;
    }
  }
}

/** Whether the statement that begins on the line makes or drops something and holds no rows. */
function isDefinition(bytes: Uint8Array, from: number, to: number): boolean {
  const start = skipSpace(bytes, from, to);
  return start < 0 || readStatementHead(bytes, start, to)?.kind === 'other';
}
