// What one column says when the rest of it, in a row group, cannot be read: the other columns go on.

export class ColumnDamage extends Error {
  override name = 'ColumnDamage';
}

/** Throws `ColumnDamage`; `what` is said in the report, after the name of the column. */
export function damage(what: string): never {
  throw new ColumnDamage(what);
}
