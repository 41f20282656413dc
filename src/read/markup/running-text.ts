// Running text put together from what stands between tags: lines stay lines, cells stay apart, and a piece
// ends at the end of a line where there is one. What comes last of several separators is what separates.

export interface RunningText {
  add(offset: number, text: string): void;
  /** Nothing is written for a separator that nothing follows but the end. */
  separate(by: '\n' | '\t' | ' '): void;
  /** A separator that counts each time: an empty line, an empty cell. */
  force(by: '\n' | '\t'): void;
  flush(): void;
}

/** Handed over when so long: small beside the megabyte a sink takes at once. */
const pieceChars = 64 << 10;
/** No line that matters is longer; one that is may be cut. */
const longestLine = 16 << 10;

export function createRunningText(text: (offset: number, text: string) => void): RunningText {
  let held = '';
  let start = 0;
  let pending = '';
  let isBegun = false;
  const hand = (length: number): void => {
    if (length > 0) text(start, held.slice(0, length));
    start += length;
    held = held.slice(length);
  };
  return {
    add(offset, added) {
      if (added === '') return;
      if (held === '') {
        start = Math.max(offset, start);
        if (!isBegun) pending = '';
      }
      isBegun = true;
      held += pending + added;
      pending = '';
      while (held.length > pieceChars) hand(cutAt(held, pieceChars));
    },
    separate(by) {
      if (by === '\n' && pending.startsWith('\n')) return;
      if (by === ' ' && pending !== '') return;
      pending = by;
    },
    force(by) {
      // empty lines beyond two say nothing more, empty cells beyond a hundred neither
      pending = pending.startsWith(by) ? (pending + by).slice(0, by === '\n' ? 2 : 100) : by;
    },
    flush() {
      if (held !== '' && pending !== '') held += '\n';
      pending = '';
      isBegun = false;
      hand(held.length);
    },
  };
}

/** After the last line end, or else the last space, near the end of what may be handed over. */
function cutAt(held: string, length: number): number {
  const line = held.lastIndexOf('\n', length - 1);
  if (line > length - longestLine) return line + 1;
  const space = held.lastIndexOf(' ', length - 1);
  if (space > length - longestLine) return space + 1;
  const unit = held.charCodeAt(length - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? length - 1 : length;
}
