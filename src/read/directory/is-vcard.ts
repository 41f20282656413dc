// Whether a text is a file of contacts, from its beginning.

export function isVcard(head: string): boolean {
  return /^\uFEFF?\s{0,1000}BEGIN:VCARD[ \t]*(?:\r|\n|$)/iu.test(head);
}
