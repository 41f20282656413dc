/*
 * A path in so many columns: what is left out is left out of the middle, so that the evidence it lies in and the
 * file's own name stay readable. In: a path whose text is visible. Out: text never wider than asked.
 */
import { cutText, fitText, textWidth } from './fit-text.ts';

/* Fewer columns of the beginning say nothing; then the name has all the room. */
const leastHead = 4;

export function fitPath(path: string, columns: number): string {
  if (textWidth(path) <= columns) return path;
  const name = path.slice(path.lastIndexOf('/', path.length - 2) + 1);
  const room = columns - textWidth(name) - 2;
  return room < leastHead ? fitText(name, columns) : `${cutText(path, room)}…/${name}`;
}
