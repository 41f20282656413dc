// The columns of a Parquet schema as a flat table: fields of a struct with dots between, a list or map as one
// column that holds a list. In: the schema. Out: one column for each leaf, in order.

import type { SchemaElement } from 'hyparquet';

export interface LeafColumn {
  name: string;
  /** As the chunks name it. */
  path: string;
  element: SchemaElement;
  /** Level of a value that is there. */
  maxDefinition: number;
  maxRepetition: number;
  /** Level at which the outermost list is there, perhaps empty; 0 without lists. */
  listDefinition: number;
  /** Level at which an entry of the innermost list is there, perhaps null. */
  entryDefinition: number;
}

/** As many as SQL Server's widest table; past this a schema is none. */
const maxColumns = 32_768;
/** Levels are kept in a byte. */
const maxLevel = 255;

/** Null where the schema is no tree, or an absurd one. */
export function leafColumns(schema: readonly SchemaElement[]): LeafColumn[] | null {
  const leaves: LeafColumn[] = [];
  const names = new Map<string, number>();
  let next = 1;

  const visit = (above: LeafColumn, parts: string[], isNamed: boolean): boolean => {
    const element = schema[next++];
    if (!element || leaves.length > maxColumns || parts.length > maxLevel) return false;
    const isRepeated = element.repetition_type === 'REPEATED';
    const own = isNamed && element.name !== '' ? [...parts, element.name] : parts;
    const here: LeafColumn = {
      ...above,
      element,
      path: above.path === '' ? element.name : `${above.path}.${element.name}`,
      maxDefinition: above.maxDefinition + (element.repetition_type === 'REQUIRED' ? 0 : 1),
      maxRepetition: above.maxRepetition + (isRepeated ? 1 : 0),
    };
    if (isRepeated) here.entryDefinition = here.maxDefinition;
    if (isRepeated && above.maxRepetition === 0) here.listDefinition = above.maxDefinition;
    const children = element.num_children ?? 0;
    if (element.type !== undefined && children === 0) {
      leaves.push({ ...here, name: uniqueName(names, own.join('.')) });
      return true;
    }
    // a list is a group of a repeated group of one element: only the first has a name that says something
    const hidesNext = isList(element) || isMap(element) || (!isNamed && isRepeated && children === 1);
    for (let i = 0; i < children; i++) if (!visit(here, own, !hidesNext)) return false;
    return true;
  };

  const root: LeafColumn = {
    name: '',
    path: '',
    element: { name: '' },
    maxDefinition: 0,
    maxRepetition: 0,
    listDefinition: 0,
    entryDefinition: 0,
  };
  const count = schema[0]?.num_children ?? 0;
  for (let i = 0; i < count; i++) if (!visit(root, [], true)) return null;
  return leaves.length > 0 && leaves.length <= maxColumns ? leaves : null;
}

function isList({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'LIST' || logical?.type === 'LIST';
}

function isMap({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'MAP' || converted === 'MAP_KEY_VALUE' || logical?.type === 'MAP';
}

function uniqueName(names: Map<string, number>, name: string): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} ${count}`;
}
