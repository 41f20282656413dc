// Whether a file is a Parquet table, from its first bytes: `PAR1`, or `PARE` where its footer is encrypted.

export function isParquet(head: Uint8Array): boolean {
  const isPar = head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52;
  return head.length >= 4 && isPar && (head[3] === 0x31 || head[3] === 0x45);
}
