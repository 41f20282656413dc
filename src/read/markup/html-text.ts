// The text of a web page as it reads, a line for each block; what is in it but not seen comes along: addresses
// that links lead to, descriptions of images, values of form fields, comments. Tables with headings become
// records. Scripts and styles are left out, unless a script holds data.
// In: tokens. It keeps no tree: only the tables that are open, and those no deeper than a page needs.

import { attributesOf } from './attributes.ts';
import type { DecodeRaw } from './decode-raw.ts';
import { createHtmlTable, type HtmlTable } from './html-table.ts';
import { imageInAddress } from './image-in-address.ts';
import type { MarkupHandler } from './markup-tokenizer.ts';
import { createRunningText } from './running-text.ts';
import type { SinkQueue } from './sink-queue.ts';

const inlineElements = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr o:p output q s samp small span strike strong sub sup time tt u var wbr input button select picture map area'.split(
    ' ',
  ),
);

/** What is said of an element beside its text, for people to read. */
const readAttributes = ['alt', 'title', 'value', 'placeholder', 'aria-label', 'summary'];
const longestLinkText = 1000;
const lineBreaks = new Set(['br', 'hr']);

export function createHtmlText(queue: SinkQueue, decode: DecodeRaw): MarkupHandler & { end(): void } {
  const text = createRunningText((offset, piece) => queue.text(offset, piece));
  let tables = 0;
  let images = 0;
  let table: HtmlTable | null = null;
  /** Tables inside the one that is read; only their text counts. */
  let innerTables = 0;
  let silent: 'script' | 'style' | null = null;
  let hiddenChars = 0;
  let last = 0;
  let endsInSpace = true;
  let link: { address: string; text: string } | null = null;

  const add = (offset: number, added: string): void => {
    last = offset;
    if (link !== null && link.text.length < longestLinkText) link.text += added;
    if (table !== null) return table.add(added);
    const collapsed = added.replace(/[ \t\r\n\f]{1,10000}/gu, ' ');
    const piece = endsInSpace ? collapsed.replace(/^ /u, '') : collapsed;
    if (piece === '') return;
    text.add(offset, piece);
    endsInSpace = piece.endsWith(' ');
  };

  /** Where a link leads is said after it, unless it says so itself. */
  const closeLink = (offset: number): void => {
    if (link !== null && !link.text.includes(link.address)) add(offset, ` ${link.address} `);
    link = null;
  };

  const block = (offset: number, isForced = false): void => {
    if (table !== null) table.breakLine();
    else if (isForced) text.force('\n');
    else text.separate('\n');
    endsInSpace = true;
    last = offset;
  };

  const closeTable = (offset: number): void => {
    table?.end(offset);
    table = null;
    innerTables = 0;
    block(offset);
  };

  const openTable = (offset: number): void => {
    if (table !== null) {
      // a table around another one is layout: what it holds so far is text, what comes is read anew
      innerTables++;
      return restartTable(offset);
    }
    text.flush();
    table = createHtmlTable(queue, `table ${++tables}`);
  };

  const restartTable = (offset: number): void => {
    table?.end(offset);
    table = createHtmlTable(queue, `table ${++tables}`);
  };

  const openAttributes = (name: string, raw: string, offset: number): void => {
    if (!raw.includes('=')) return;
    const attributes = attributesOf(raw, decode, 'html');
    const beside = new Set<string>();
    for (const key of readAttributes) {
      const value = attributes.get(key)?.trim() ?? '';
      if (value !== '' && /\p{L}|\d/u.test(value)) beside.add(value);
    }
    if (name === 'meta' && attributes.has('content')) beside.add(attributes.get('content')!);
    const address = attributes.get('href') ?? attributes.get('src') ?? attributes.get('action') ?? '';
    const image = imageInAddress(address, `image ${images + 1}`);
    if (image !== null) {
      images++;
      queue.member(image);
    } else if (/@|%40|^(?:mailto|tel|sms):/iu.test(address)) {
      const readable = readableAddress(address);
      if (name === 'a') link = { address: readable, text: '' };
      else beside.add(readable);
    }
    for (const value of beside) {
      add(offset, ` ${value} `);
      if (name === 'meta') block(offset);
    }
  };

  return {
    open(name, raw, offset) {
      if (name === 'script' || name === 'style') {
        silent = name === 'script' && /\bjson\b/iu.test(raw) ? null : name;
        hiddenChars = 0;
        return;
      }
      const attributes = (): ReadonlyMap<string, string> => attributesOf(raw, decode, 'html');
      if (name === 'a' || name === 'td' || name === 'th') closeLink(offset);
      if (name === 'table') openTable(offset);
      else if (table !== null && name === 'tr') table.closeRow(offset);
      else if (table !== null && (name === 'td' || name === 'th')) {
        const spans = raw.includes('=') ? attributes() : new Map<string, string>();
        table.openCell(name === 'th', Number(spans.get('colspan')), Number(spans.get('rowspan')));
      } else if (lineBreaks.has(name)) block(offset, true);
      else if (!inlineElements.has(name)) block(offset);
      openAttributes(name, raw, offset);
    },
    close(name, offset) {
      if (name === 'script' || name === 'style') silent = null;
      if (name === 'a' || name === 'td' || name === 'th' || name === 'table') closeLink(offset);
      if (name === 'script' || name === 'style') return;
      if (name === 'table') {
        if (innerTables > 0) {
          innerTables--;
          restartTable(offset);
        } else if (table !== null) closeTable(offset);
      } else if (name === 'tr') table?.closeRow(offset);
      else if (name !== 'td' && name !== 'th' && !inlineElements.has(name) && !lineBreaks.has(name))
        block(offset);
    },
    text(raw, offset, verbatim) {
      if (silent === null) return add(offset, decode(raw, verbatim ? 'verbatim' : 'text'));
      hiddenChars += raw.length;
      last = offset;
    },
    comment(raw, offset) {
      if (/^doctype\b/iu.test(raw) || !/[\p{L}\d]/u.test(raw)) return;
      if (table !== null) return add(offset, ` ${decode(raw)} `);
      block(offset);
      add(offset, decode(raw));
      block(offset);
    },
    end() {
      if (table !== null) closeTable(last);
      text.flush();
      if (silent !== null && hiddenChars > 0) {
        queue.skipped(last, hiddenChars, `a ${silent} that does not end`);
      }
    },
  };
}

/** `mailto:a%40example.org?subject=…` as a person would write it. */
function readableAddress(address: string): string {
  const bare = address.replace(/^(?:mailto|tel|sms):/iu, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
