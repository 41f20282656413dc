// One element of an XML file with all it holds, as far as it is small enough to be looked at whole.

export interface XmlElement {
  name: string;
  offset: number;
  attributes: ReadonlyMap<string, string>;
  /** Text directly inside; `hasText` where it is more than white space. */
  text: string;
  hasText: boolean;
  /** How much text of the element around it comes before it. */
  after: number;
  children: XmlElement[];
}

export function createXmlElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
  offset: number,
): XmlElement {
  return { name, offset, attributes, text: '', hasText: false, after: 0, children: [] };
}

/** Elements named for what holds a value, which say in an attribute whose value it is: `<field name="email">`. */
const valueElement =
  /^(?:field|column|col|property|prop|attribute|attr|data|datum|item|param|parameter|entry|value|val|arg|str|string|int|integer|long|float|double|number|bool|boolean|date|arr)$/iu;

/** What the value in this element is called by an attribute, or null. */
export function nameOfValue(element: XmlElement): string | null {
  if (element.children.length > 0 || element.attributes.size === 0) return null;
  return valueElement.test(element.name) ? nameIn(element.attributes) : null;
}

/** What an attribute says an element is called. */
export function nameIn(attributes: ReadonlyMap<string, string>): string | null {
  for (const key of ['name', 'Name', 'NAME', 'key', 'column']) {
    const name = attributes.get(key);
    if (name !== undefined && name !== '') return name;
  }
  return null;
}

/** Holds more than one value: elements, or attributes in the place of text. */
export function isComplex(element: XmlElement): boolean {
  const { children, attributes, hasText } = element;
  if (children.length > 0) return true;
  return attributes.size > 0 && !hasText && !attributes.has('nil') && nameOfValue(element) === null;
}

/** Text around elements: a document and no record. */
export function isMixed(element: XmlElement): boolean {
  return element.hasText && element.children.length > 0;
}

/** How many children of each name there are. */
export function countNames(children: readonly XmlElement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of children) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
