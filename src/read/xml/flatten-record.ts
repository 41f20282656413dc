// A record of an XML file as columns and values: attributes and leaves by their path with dots, repeated
// leaves joined. Elements that repeat and hold fields of their own are records of their own: they are not
// flattened but given back.

import type { RecordValue } from '../unpack/unpack-sink.ts';
import { countNames, isComplex, nameOfValue, type XmlElement } from './xml-element.ts';

export interface FlatRecord {
  values: Map<string, RecordValue>;
  /** Records inside, with their path below this one. */
  inner: { path: string; element: XmlElement }[];
}

/** Whether elements of this path below the record are records of their own. */
export type IsList = (path: string, isRepeated: boolean) => boolean;

const betweenRepeated = '; ';

/** Columns of one record; further values are joined in a last one. */
export const maxFields = 4096;
const restColumn = 'further values';

/** `leftOut`: an attribute of the record that names the table and no value. */
export function flattenRecord(record: XmlElement, isList: IsList, leftOut: string | null): FlatRecord {
  const flat: FlatRecord = { values: new Map(), inner: [] };
  collect(record, '', flat, isList, leftOut);
  return flat;
}

function collect(
  element: XmlElement,
  path: string,
  flat: FlatRecord,
  isList: IsList,
  leftOut: string | null,
): void {
  const below = path === '' ? '' : `${path}.`;
  for (const [name, value] of element.attributes) {
    if (value !== leftOut && name !== 'nil') put(flat, below + name, value);
  }
  const isEmpty = element.children.length === 0;
  if (element.hasText || (isEmpty && path !== '' && !isComplex(element))) {
    const isNull = /^(?:true|1)$/u.test(element.attributes.get('nil') ?? '');
    put(flat, path === '' ? element.name : path, isNull ? null : element.text.trim());
  }
  if (isEmpty) return;
  const counts = countNames(element.children);
  for (const child of element.children) {
    const named = nameOfValue(child);
    const childPath = below + (named ?? child.name);
    if (isComplex(child) && isList(childPath, (counts.get(child.name) ?? 0) > 1)) {
      flat.inner.push({ path: childPath, element: child });
    } else {
      collect(child, childPath, flat, isList, named);
    }
  }
}

function put({ values }: FlatRecord, column: string, value: RecordValue): void {
  const name = values.has(column) || values.size < maxFields ? column : restColumn;
  const before = values.get(name);
  if (typeof before === 'string' && before !== '' && value !== null && value !== '') {
    values.set(name, `${before}${betweenRepeated}${String(value)}`);
  } else if (before === undefined || before === null || before === '') {
    values.set(name, value);
  }
}
