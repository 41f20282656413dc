// The schemas that a thread knows of: of those stated before a stretch the last one of a table holds. In: schemas in the
// order of the source, as they become known. Out: that of a table, and whether one was asked for in vain.

import type { TableSchema } from '../../../read/index.ts';

export class KnownSchemas {
  readonly #places = new Map<string, number[]>();
  readonly #schemas: TableSchema[] = [];
  #known = 0;
  /** A table was asked for since `begin` of which no schema is known. */
  isMissing = false;

  /** Before a stretch before which `known` schemas are stated. */
  begin(told: readonly TableSchema[], known: number): void {
    for (const schema of told) {
      const name = schema.name.toLowerCase();
      const places = this.#places.get(name);
      if (places) places.push(this.#schemas.length);
      else this.#places.set(name, [this.#schemas.length]);
      this.#schemas.push(schema);
    }
    this.#known = known;
    this.isMissing = false;
  }

  schemaOf(table: string): TableSchema | undefined {
    const name = table.toLowerCase();
    const place = this.#places.get(name)?.findLast((at) => at < this.#known);
    if (place !== undefined) return this.#schemas[place];
    this.isMissing = true;
    return undefined;
  }
}
