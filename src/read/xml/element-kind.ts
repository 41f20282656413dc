// What an element of an XML file is, from all it holds and how often its like stands beside it: a record, a
// container of records, a row of cells that are told apart by their place only, or a piece of a document.

import { countNames, isComplex, isMixed, nameIn, nameOfValue, type XmlElement } from './xml-element.ts';

export type ElementKind = 'record' | 'container' | 'cells' | 'text';

/** `count`: elements of this name in the same place, as far as known. */
export function elementKind(element: XmlElement, count: number): ElementKind {
  if (isMixed(element)) return 'text';
  const { children, attributes } = element;
  if (children.length === 0) {
    const isRow = isComplex(element) ? count > 1 || attributes.size > 1 : count > 1 && attributes.size > 1;
    return isRow ? 'record' : 'text';
  }
  const complex = children.filter(isComplex);
  const hasList = [...countNames(complex).values()].some((n) => n > 1);
  if (isRowOfCells(element)) return count > 1 ? 'cells' : hasList ? 'container' : 'text';
  if (complex.length === children.length) {
    if (hasList || complex.length === 1)
      return count > 1 && saysMoreThanItsName(element) ? 'record' : 'container';
    return count > 1 ? 'record' : 'container';
  }
  if (count > 1) return 'record';
  if (hasList) return 'container';
  if (children.some(isMixed)) return 'text';
  const names = new Set(children.map((child) => nameOfValue(child) ?? child.name));
  return names.size > 1 ? 'record' : 'text';
}

/** `<Row><Cell><Data>…`, `<row><cell>…`: nothing but one sort of element, with one value each and no name for it. */
function isRowOfCells({ children }: XmlElement): boolean {
  const first = children[0]?.name;
  if (children.length < 2 || first === undefined) return false;
  return children.every((child) => child.name === first && nameOfValue(child) === null && isCell(child));
}

/** One value, or what Excel puts around it. */
function isCell({ children, attributes, hasText }: XmlElement): boolean {
  if (children.length > 0) return children[0]!.name === 'Data';
  return hasText || attributes.size === 0 || attributes.has('Index');
}

function saysMoreThanItsName({ attributes }: XmlElement): boolean {
  return attributes.size > 1 || (attributes.size === 1 && nameIn(attributes) === null);
}
