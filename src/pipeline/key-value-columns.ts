// Tables whose rows are a key and its value (`meta_key`, `meta_value`): which columns these are.
// What the column of values holds is judged key by key, and not as a whole.
// In: the names of the columns. Out: their positions, -1 where the table is of another kind.

import type { ClassFinding } from '../recognise/index.ts';
import { isNestedColumn, nestedColumnName } from '../resolve/index.ts';

const keyNames =
  /^(?:meta_?key|option_?name|attribute_?(?:code|name|key)|field_?(?:name|key)?|key|k|name|param(?:eter)?(?:_?name)?|property(?:_?name)?|setting(?:_?name)?|variable|question|label|cle|champ|schluessel|clave|chiave|sleutel)$/iu;
const valueNames =
  /^(?:meta_?value|option_?value|attribute_?value|field_?value|value|val|v|param(?:eter)?_?value|property_?value|setting_?value|answer|reponse|valeur|wert|valor|valore|waarde)$/iu;

export function keyValueColumns(names: readonly (string | null)[]): { keys: number; values: number } {
  const keys = names.findIndex((name) => name !== null && keyNames.test(name));
  const values = names.findIndex((name) => name !== null && valueNames.test(name));
  return keys >= 0 && values >= 0 ? { keys, values } : { keys: -1, values: -1 };
}

/** The findings without what was found in a column of values as a whole, where keys tell them apart. */
export function judgedByKey(names: readonly (string | null)[], findings: ClassFinding[][]): ClassFinding[][] {
  const { values } = keyValueColumns(names);
  if (values < 0) return findings;
  const prefix = nestedColumnName(names[values]!, '');
  const isTold = names.some(
    (name, column) => isNestedColumn(name) && name!.startsWith(prefix) && (findings[column]?.length ?? 0) > 0,
  );
  return isTold ? findings.with(values, []) : findings;
}
