// Gives whole elements of an XML file where they belong: records to their table, rows of cells to their
// sheet, everything else to the running text; and remembers what each path was told for.

import { createRunningText } from '../markup/running-text.ts';
import { createSheetTable, maxColumns, type SheetTable } from '../markup/sheet-table.ts';
import type { SinkQueue } from '../markup/sink-queue.ts';
import { type ElementKind, elementKind } from './element-kind.ts';
import { createXmlElement, isMixed, nameIn, nameOfValue, type XmlElement } from './xml-element.ts';
import { createXmlRecords } from './xml-records.ts';

/** An element whose children are looked at one by one. */
export interface Container {
  element: XmlElement;
  path: string;
  /** What the rows in it are called where their own name says nothing. */
  called: string | null;
  counts: Map<string, number>;
  sheet: SheetTable | null;
}

export interface ElementSink {
  document: Container;
  /** Whether elements of this name in this place were told for containers before. */
  isContainer(name: string, around: Container): boolean;
  /** Makes a container of what there is of an element; what it holds already is given on. */
  enter(element: XmlElement, around: Container): Container;
  leave(container: Container): void;
  /** `isRest`: of an element that was given before as far as it was known then. */
  emit(element: XmlElement, around: Container, isRest?: boolean): void;
  line(offset: number, text: string): void;
}

/** A value is told what it is; a paragraph needs no label. */
const longestLabelled = 120;
/** Paths that are remembered; rows have few. */
const maxPaths = 10_000;
/** Names of containers that say no more than that rows are in them. */
const genericContainer =
  /^(?:table|rows|data|list|items|records|entries|elements|body|dataset|result|results|resultset|rowset|root)$/iu;
/** What describes tables and holds no rows. */
const definitions =
  /^(?:structure_schemas|table_structure|schema|Styles|Style|DocumentProperties|WorksheetOptions)$/u;

export function createElementSink(queue: SinkQueue): ElementSink {
  const kinds = new Map<string, ElementKind>();
  const records = createXmlRecords(queue);
  const text = createRunningText((offset, piece) => queue.text(offset, piece));

  const line = (offset: number, written: string): void => {
    text.add(offset, written.trim());
    text.separate('\n');
  };

  const asText = (element: XmlElement): void => {
    const attributes = [...element.attributes].map(([name, value]) => `${name}: ${value}`);
    if (attributes.length > 0) line(element.offset, attributes.join('\n'));
    if (isMixed(element)) return line(element.offset, wovenText(element));
    const name = nameOfValue(element) ?? element.name;
    if (element.hasText) {
      const label = element.text.length < longestLabelled ? `${name}: ` : '';
      line(element.offset, label + element.text);
    }
    element.children.forEach(asText);
  };

  const enter = (element: XmlElement, around: Container): Container => {
    const path = `${around.path}/${element.name}`;
    if (kinds.size < maxPaths) kinds.set(path, 'container');
    const container = containerOf(element, path, around);
    const { attributes, text: written, hasText, children } = element;
    const saysMore = attributes.size > 1 || (attributes.size === 1 && nameIn(attributes) === null);
    if (saysMore || hasText) asText({ ...element, children: [], text: hasText ? written : '' });
    for (const { name } of children) container.counts.set(name, (container.counts.get(name) ?? 0) + 1);
    for (const child of children) give(child, container);
    container.element = createXmlElement(element.name, attributes, element.offset);
    return container;
  };

  const leave = (container: Container): void => {
    container.sheet?.end();
    if (container.path === '') text.flush();
  };

  const cells = (row: XmlElement, container: Container): void => {
    container.sheet ??= createSheetTable(queue, { name: container.called ?? row.name });
    const values: (string | null)[] = [];
    for (const cell of row.children) {
      const index = Number(cell.attributes.get('Index') ?? Number.NaN) - 1;
      if (index >= 0 && index < maxColumns) while (values.length < index) values.push(null);
      const data = cell.children.length === 0 ? cell : cell.children[0]!;
      values.push(data.text.trim() === '' ? null : data.text.trim());
    }
    container.sheet.row(row.offset, values);
  };

  const give = (element: XmlElement, around: Container): void => {
    const path = `${around.path}/${element.name}`;
    let kind = kinds.get(path);
    if (kind === undefined || kind === 'text') {
      kind = definitions.test(element.name)
        ? 'text'
        : elementKind(element, around.counts.get(element.name) ?? 1);
      if (kinds.size < maxPaths) kinds.set(path, kind);
    }
    if (kind !== 'text') text.flush();
    if (kind === 'record') records.record(element, path, around.called);
    else if (kind === 'cells') cells(element, around);
    else if (kind === 'text') asText(element);
    else leave(enter(element, around));
  };

  const root = createXmlElement('', new Map(), 0);
  return {
    document: { element: root, path: '', called: null, counts: new Map(), sheet: null },
    isContainer: (name, around) => kinds.get(`${around.path}/${name}`) === 'container',
    enter: (element, around) => {
      around.counts.set(element.name, (around.counts.get(element.name) ?? 0) + 1);
      return enter(element, around);
    },
    leave,
    emit(element, around, isRest = false) {
      if (!isRest) around.counts.set(element.name, (around.counts.get(element.name) ?? 0) + 1);
      give(element, around);
    },
    line,
  };
}

function containerOf(element: XmlElement, path: string, around: Container): Container {
  const own = genericContainer.test(element.name) ? (around.called ?? element.name) : element.name;
  const called = nameIn(element.attributes) ?? own;
  return { element, path, called, counts: new Map(), sheet: null };
}

/** The text of a mixed element with that of the elements in it, as it reads. */
function wovenText({ text, children }: XmlElement): string {
  let woven = '';
  let from = 0;
  for (const child of children) {
    woven += text.slice(from, child.after) + wovenText(child);
    from = child.after;
  }
  return woven + text.slice(from);
}
