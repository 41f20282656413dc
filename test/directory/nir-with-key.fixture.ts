/** A NIR with the key that belongs to it. In: its first 13 digits. Out: 15 digits. */
export function nirWithKey(body: string): string {
  return `${body}${String(97 - Number(BigInt(body) % 97n)).padStart(2, '0')}`;
}
