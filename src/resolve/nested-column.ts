// Columns that are none of the table's own: values that lie packed in another column, or under a key of a key-value
// table, by the key they stand under (`meta_value › billing_phone`). What they say is an exposure of the row's person;
// it makes no row a person's, and joins nobody.

const mark = ' › ';

export function nestedColumnName(column: string, key: string): string {
  return `${column}${mark}${key}`;
}

export function isNestedColumn(name: string | null): boolean {
  return name !== null && name.includes(mark);
}

/** The name by which a column's meaning is judged: of a nested one its key. */
export function tellingName(name: string | null): string | null {
  return name === null ? null : name.slice(name.lastIndexOf(mark) + (name.includes(mark) ? mark.length : 1));
}
