// The rows of an XML file while it streams. An element is held until it is whole and can be told for a record
// or a container; what is too long to be held is a container, and what stands in it is looked at in turn.
// What was told once stays: the same path is the same thing to the end of the file.
// In: tokens. Out: records, sheets of cells, and as running text whatever is neither.

import { attributesOf } from '../markup/attributes.ts';
import type { DecodeRaw } from '../markup/decode-raw.ts';
import type { MarkupHandler } from '../markup/markup-tokenizer.ts';
import type { SinkQueue } from '../markup/sink-queue.ts';
import { createElementSink, type Container } from './element-sink.ts';
import { countNames, createXmlElement, isComplex, type XmlElement } from './xml-element.ts';

/** Held of one element; a record is some kilobytes. */
const maxHeldChars = 256 << 10;
/** Each element held costs memory beyond its text. */
const charsPerElement = 64;
/** Real files nest some ten deep; further elements are text of the last. */
const maxDepth = 200;

export function createXmlRows(queue: SinkQueue, decode: DecodeRaw): MarkupHandler & { end(): void } {
  const sink = createElementSink(queue);
  const containers: Container[] = [sink.document];
  /** Elements open inside the innermost container, all held. */
  const held: XmlElement[] = [];
  let heldChars = 0;
  let tooDeep = 0;
  /** The part of the element held that came before has been given on. */
  let isCut = false;

  const inner = (): Container => containers.at(-1)!;

  const giveHeld = (): void => {
    const root = held[0]!;
    held.length = 0;
    heldChars = 0;
    sink.emit(root, inner(), isCut);
    isCut = false;
  };

  /** What is held has grown too long: the deepest list in it, and all around that, are containers. */
  const openUp = (): void => {
    const deepest = held.findLastIndex(hasCompleteList);
    if (deepest < 0) return cutHeld();
    const opened = held.splice(0, deepest + 1);
    for (const [i, element] of opened.entries()) {
      // the last of its children is still open, and held on or opened next
      if (i < deepest || held.length > 0) element.children.pop();
      containers.push(sink.enter(element, inner()));
    }
    heldChars = 0;
  };

  /** One record longer than any: what there is of it goes out, and it goes on empty. */
  const cutHeld = (): void => {
    const copies = held.map(({ name, offset, attributes }) => createXmlElement(name, attributes, offset));
    sink.emit(held[0]!, inner(), isCut);
    isCut = true;
    copies.slice(1).forEach((copy, i) => copies[i]!.children.push(copy));
    held.splice(0, held.length, ...copies);
    heldChars = 0;
  };

  const take = (chars: number): void => {
    heldChars += chars;
    if (heldChars > maxHeldChars && held.length > 0) openUp();
  };

  return {
    open(name, attributes, offset) {
      if (containers.length + held.length > maxDepth) {
        tooDeep++;
        return;
      }
      const element = createXmlElement(name, attributesOf(attributes, decode), offset);
      if (held.length === 0 && sink.isContainer(name, inner())) {
        containers.push(sink.enter(element, inner()));
        return;
      }
      const around = held.at(-1);
      element.after = around?.text.length ?? 0;
      around?.children.push(element);
      held.push(element);
      take(attributes.length + charsPerElement);
    },
    close(name) {
      if (tooDeep > 0) {
        tooDeep--;
        return;
      }
      const at = held.findLastIndex((element) => element.name === name);
      if (at > 0) held.length = at;
      else if (at === 0) giveHeld();
      else {
        const container = containers.findLastIndex((open, i) => i > 0 && open.element.name === name);
        if (container < 0) return;
        if (held.length > 0) giveHeld();
        for (const closed of containers.splice(container).reverse()) sink.leave(closed);
      }
    },
    text(raw, offset, verbatim) {
      const element = held.at(-1);
      const hasText = /\S/u.test(raw);
      if (element === undefined) {
        if (hasText) sink.line(offset, decode(raw, verbatim ? 'verbatim' : 'text'));
        return;
      }
      if (!hasText && element.children.length > 0) return;
      element.text += decode(raw, verbatim ? 'verbatim' : 'text');
      element.hasText ||= hasText;
      take(raw.length);
    },
    comment(raw, offset) {
      if (/[\p{L}\d]/u.test(raw)) sink.line(offset, decode(raw));
    },
    end() {
      if (held.length > 0) giveHeld();
      for (const closed of containers.splice(0).reverse()) sink.leave(closed);
    },
  };
}

/** Two whole elements of one name, besides the one still open. */
function hasCompleteList(element: XmlElement): boolean {
  return [...countNames(element.children.slice(0, -1).filter(isComplex)).values()].some((n) => n > 1);
}
