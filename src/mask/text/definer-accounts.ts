// The accounts by which views, triggers and routines of a dump run: "DEFINER=`name`@`host`". They are people of the house
// that made the dump. In: a statement or a comment. Out: where each account stands. Linear.

const definer =
  /\bDEFINER\s{0,4}=\s{0,4}((?:`[^`]{0,128}`|'[^']{0,128}'|"[^"]{0,128}")(?:\s?@\s?(?:`[^`]{0,255}`|'[^']{0,255}'|"[^"]{0,255}"))?)/dgi;

/** Stands for any account, and is valid wherever one is. */
export const anyDefiner = 'CURRENT_USER';

export function definerAccounts(
  bytes: Uint8Array,
  start: number,
  end: number,
): [start: number, end: number][] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return [...text.matchAll(definer)].map(({ indices }) => {
    const [from, to] = indices![1]!;
    return [start + from, start + to];
  });
}
