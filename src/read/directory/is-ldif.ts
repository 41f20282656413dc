// Whether a text is a directory export, from its beginning: the first line that is no comment is a
// distinguished name, or a version and names later.

export function isLdif(head: string): boolean {
  let hasVersion = false;
  for (const line of head.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    // empty lines, comments, and what is folded onto them
    if (/^(?:\s|#|$)/u.test(line)) continue;
    if (/^dn:(?::[ ]*[\w+/]|[ ]*[\w.-]{1,64}[ ]*=)/iu.test(line)) return true;
    if (hasVersion || !/^version:[ ]*\d{1,3}[ ]*$/iu.test(line)) return false;
    hasVersion = true;
  }
  return false;
}
