// Hands over records of an XML file: one table for each sort of element, its columns growing as records bring
// new ones; records inside records as tables of their own, with the key of the record around them.

import type { SinkQueue } from '../markup/sink-queue.ts';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import { flattenRecord, maxFields } from './flatten-record.ts';
import { nameIn, nameOfValue, type XmlElement } from './xml-element.ts';

/** Sorts of records of one file; a file that has more of them is a document, and its records are text. */
const maxTables = 1000;
/** Paths that are known to hold lists. */
const maxLists = 10_000;

interface XmlTable {
  name: string;
  columns: string[];
  places: Map<string, number>;
}

export interface XmlRecords {
  /** `path`: where in the file such elements stand; `around`: what the elements around it say of its name. */
  record(element: XmlElement, path: string, around: string | null): void;
}

export function createXmlRecords(queue: SinkQueue): XmlRecords {
  const tables = new Map<string, XmlTable>();
  const lists = new Set<string>();
  let current: XmlTable | null = null;

  const put = (
    element: XmlElement,
    key: string,
    name: string,
    link: readonly [string, RecordValue] | null,
    leftOut: string | null,
  ): void => {
    const isList = (path: string, isRepeated: boolean): boolean => {
      const list = `${key}\n${path}`;
      if (isRepeated && lists.size < maxLists) lists.add(list);
      return lists.has(list);
    };
    const { values, inner } = flattenRecord(element, isList, leftOut);
    if (link !== null && !values.has(link[0])) values.set(...link);
    if (values.size > 0) hand(element.offset, key, name, values);
    const own = inner.length === 0 ? null : keyOf(name, values);
    for (const { path, element: record } of inner) {
      put(record, `${key}/${path}`, `${name}.${path}`, own ?? link, null);
    }
  };

  const hand = (offset: number, key: string, name: string, values: Map<string, RecordValue>): void => {
    let table = tables.get(key);
    if (table === undefined) {
      if (tables.size === maxTables) return queue.text(offset, linesOf(values));
      tables.set(key, (table = { name, columns: [], places: new Map() }));
    }
    const before = table.columns.length;
    const row: RecordValue[] = [];
    for (const [column, value] of values) {
      let place = table.places.get(column);
      if (place === undefined) {
        if (table.columns.length >= maxFields) {
          queue.text(offset, linesOf(new Map([[column, value]])));
          continue;
        }
        place = table.columns.length;
        table.places.set(column, place);
        table.columns.push(column);
      }
      while (row.length < place) row.push(null);
      row[place] = value;
    }
    if (current !== table || table.columns.length > before) {
      current = table;
      queue.table({ name: table.name, columns: [...table.columns] });
    }
    queue.record(offset, row);
  };

  return {
    record(element, path, around) {
      const named = isNamedByAttribute(element) ? nameIn(element.attributes) : null;
      const name = named ?? (genericName.test(element.name) ? (around ?? element.name) : element.name);
      put(element, `${path}\n${name}`, name, null, named);
    },
  };
}

/** Names that say no more than that this is a record. */
const genericName =
  /^(?:row|record|rec|item|entry|element|elem|object|obj|node|data|doc|document|tuple|r|z:row)$/iu;

/** `<table name="users"><column name="email">`: the attribute names the table, since its values are named so too. */
function isNamedByAttribute({ attributes, children }: XmlElement): boolean {
  return attributes.size > 0 && children.length > 0 && children.every((child) => nameOfValue(child) !== null);
}

/** The value that others may refer to the record by, under the name they would call it. */
function keyOf(table: string, values: Map<string, RecordValue>): readonly [string, RecordValue] | null {
  for (const [column, value] of values) {
    if (/(?:^|[._-])(?:id|uuid|guid|key|ref|no|number)$/iu.test(column) || /[a-z]I[dD]$/u.test(column)) {
      return [`${table}.${column}`, value];
    }
  }
  return null;
}

function linesOf(values: Map<string, RecordValue>): string {
  return [...values].map(([column, value]) => `${column}: ${String(value ?? '')}\n`).join('');
}
