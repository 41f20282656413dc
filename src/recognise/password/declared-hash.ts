/*
 * What the names around raw hexadecimal say of it: the column is called after the hash, or table and column are those
 * of a program known to store passwords so. In: names and the number of digits. Out: a kind in words, or null.
 * Sources: the schemas and the password code of the programs named.
 */

/** Hashes by the digits they have; a name counts only where the values fit it. */
const namedHashes: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:ntlm|nthash|ntpassword|nt)$/, 32, 'NTLM'],
  [/^(?:lm|lmhash|lmpassword|lanman)$/, 32, 'LM'],
  [/^md5$/, 32, 'MD5'],
  [/^md4$/, 32, 'MD4'],
  [/^sha1?$/, 40, 'SHA-1'],
  [/^(?:ripemd|ripemd160|rmd160)$/, 40, 'RIPEMD-160'],
  [/^sha224$/, 56, 'SHA-224'],
  [/^(?:sha256|sha2)$/, 64, 'SHA-256'],
  [/^sha384$/, 96, 'SHA-384'],
  [/^sha512$/, 128, 'SHA-512'],
  [/^whirlpool$/, 128, 'Whirlpool'],
];

/** Table, column, digits, kind. */
const programs: readonly (readonly [RegExp, RegExp, number, string])[] = [
  [/_?users$/, /^user_pass$/, 32, 'MD5 (WordPress before 2.5), unsalted'],
  [/(?:^|_)(?:customer|employee)$/, /^passwd$/, 32, 'MD5 with one salt for all (PrestaShop)'],
  [/^(?:\w+_)?users$/, /^pass$/, 32, 'MD5 (Drupal before 7), unsalted'],
  [/^(?:\w*bb\w*_)users$/, /^user_password$/, 32, 'MD5 (phpBB 2), unsalted'],
  [/_members$/, /^passwd$/, 40, 'SHA-1 with the user name as salt (SMF)'],
  [/^user$/, /^(?:password|authentication_string)$/, 40, 'MySQL 4.1+ (SHA-1, unsalted)'],
];

/** `words` are those of the column's name, lower case and apart (`password`, `md`, `5`). */
export function declaredHash(
  table: string,
  column: string,
  words: readonly string[],
  digits: number,
): string | null {
  const pairs = words.map((word, index) => word + (words[index + 1] ?? ''));
  for (const [name, length, kind] of namedHashes) {
    if (length === digits && [...words, ...pairs].some((word) => name.test(word)))
      return `${kind}, as the column is called`;
  }
  const [tableName, columnName] = [table.toLowerCase(), column.toLowerCase()];
  const known = programs.find(
    ([inTable, inColumn, length]) =>
      length === digits && inTable.test(tableName) && inColumn.test(columnName),
  );
  return known?.[3] ?? null;
}
