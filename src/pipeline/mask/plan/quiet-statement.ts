// Whether a statement outside rows can be left to be read as text: it neither holds rows nor changes them. In: its first
// words and its bytes. Out: yes or no; what is not known for certain is no.

/** Definitions, settings and the like, by their first word. */
const quietWords = new Set(
  (
    'SET USE LOCK UNLOCK DROP CREATE ALTER COMMENT COMMIT BEGIN START STOP END ROLLBACK SAVEPOINT RELEASE TRUNCATE RENAME ' +
    'GRANT REVOKE DELIMITER ANALYZE VACUUM REINDEX OPTIMIZE REPAIR CHECK FLUSH RESET PRAGMA GO REM PROMPT DISCARD ' +
    'COPY CONNECT SPOOL WHENEVER QUIT EXIT DEALLOCATE SECURITY CLUSTER SHOW PRINT IF DENY'
  ).split(' '),
);

/** What a dump of PostgreSQL calls: settings, and where sequences go on. */
const quietSelect =
  /^SELECT\s+(?:"?pg_catalog"?\.)?(?:set_config\s*\(\s*'search_path'\s*,\s*'[\w\s,".$]*'|setval\s*\(\s*'[^']*'\s*,\s*\d+)\s*,\s*(?:true|false)\s*\)\s*;?\s*$/iu;

/** A variable of the script is given a text, or what a query finds: rows can be made of it. */
const givenVariable = /(?<!@)@(?:\w|`|'|")[^=,;]{0,64}?:?=\s*(?:['"(]|[nN]'|_\w+\s*'|SELECT\b)/u;

/** A literal: in quotes of any kind, or more digits than a setting has. */
const literal = /['"]|\$\w*\$|\d{5}|0x|q\[/u;
const looked = 64 * 1024;

export function isQuietStatement(word: string, bytes: Uint8Array, start: number, end: number): boolean {
  const [first] = word.split(' ', 1);
  const isKnown = quietWords.has(first!) || /^[\\@.]/u.test(first!);
  if (isKnown && first !== 'SET') return true;
  if (end - start > looked) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  if (first === 'SET') return !givenVariable.test(text);
  if (first === 'SELECT' && quietSelect.test(text.trim())) return true;
  return !literal.test(text);
}
