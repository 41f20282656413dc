// The structure of a letter, for whoever has it read aloud: which stretches of its pages are a title, a paragraph, an
// entry of a list, and in which order (ISO 32000-1, 14.7 and 14.8). In: elements as a letter is laid out. Out: them, and
// the owner of each stretch.

export interface LetterElement {
  type: 'Sect' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody';
  /** Its place in the list of elements; -1: it stands in the document itself. */
  parent: number;
  children: number[];
  contents: { page: number; mark: number }[];
}

export interface LetterTags {
  elements: LetterElement[];
  /** By page: the element that each marked stretch belongs to. */
  owners: number[][];
}

export interface TagWriter extends LetterTags {
  element(type: LetterElement['type'], parent: number): number;
  /** A stretch of an element; its number on the page. */
  mark(element: number, page: number): number;
}

export function createTags(): TagWriter {
  const elements: LetterElement[] = [];
  const owners: number[][] = [];
  return {
    elements,
    owners,
    element(type, parent) {
      elements.push({ type, parent, children: [], contents: [] });
      const number = elements.length - 1;
      if (parent >= 0) elements[parent]!.children.push(number);
      return number;
    },
    mark(element, page) {
      const onPage = (owners[page] ??= []);
      onPage.push(element);
      elements[element]!.contents.push({ page, mark: onPage.length - 1 });
      return onPage.length - 1;
    },
  };
}
