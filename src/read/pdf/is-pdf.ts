// Whether a file is a PDF, by its first bytes: `%PDF-` anywhere in the first kilobyte, as readers take it
// (ISO 32000-1, annex H: what stands before it is ignored).

const searchedBytes = 1024;

export function isPdf(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, searchedBytes));
  return bytes.includes('%PDF-');
}
