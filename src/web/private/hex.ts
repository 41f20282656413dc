// Bytes as the page and its server write them to each other. In: bytes. Out: hexadecimal digits.

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
