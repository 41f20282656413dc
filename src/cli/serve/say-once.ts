// What is said over and over while something is out of order, said once a minute. In: a line. Out: the line, or nothing.

/** A line that was said within the last minute is not said again. Other lines in between change nothing. */
export function sayOnce(
  say: (line: string) => void,
  now: () => number = () => performance.now(),
): (line: string) => void {
  const saidAt = new Map<string, number>();
  return (line) => {
    const at = now();
    for (const [other, since] of saidAt) if (at - since >= quietMs) saidAt.delete(other);
    if (saidAt.has(line) || saidAt.size >= maxLines) return;
    saidAt.set(line, at);
    say(line);
  };
}

const quietMs = 60_000;
/** More than the kinds of trouble there are. */
const maxLines = 200;
