// The running text of a part of a document, for the two families of office formats.
// In: tokens. Out: text: a paragraph a line, cells with tabs between them, rows as lines; headers, notes,
// comments, text boxes and deleted text included. What programs repeat for older ones is left out.

import { attributesOf } from '../markup/attributes.ts';
import type { RunningText } from '../markup/running-text.ts';
import { decodePart, type PartHandler } from './parse-part.ts';

/** How text is told from markup: by the elements of OOXML or of OpenDocument, or not at all in `data`; `about` says who made it. */
export type DocumentFamily = 'ooxml' | 'odf' | 'data' | 'about';

/** `base`: added to offsets, which count bytes of the part. */
export function createDocumentText(family: DocumentFamily, text: RunningText, base: number): PartHandler {
  return family === 'ooxml'
    ? ooxmlText(text, base)
    : family === 'odf'
      ? odfText(text, base)
      : dataText(text, base, family);
}

const ooxmlText = (text: RunningText, base: number): PartHandler => {
  let isText = false;
  let instruction: string | null = null;
  let leftOut = 0;
  return {
    open(name, attributes, offset) {
      if (name === 'Fallback') leftOut++;
      if (leftOut > 0) return;
      if (name === 't' || name === 'delText') isText = true;
      else if (name === 'instrText' || name === 'delInstrText') instruction ??= '';
      else if (name === 'br' || name === 'cr') text.force('\n');
      else if (name === 'tab') {
        // in the properties of a paragraph it only says where tabs stop
        if (!attributes.includes('pos=')) text.force('\t');
      } else if (name === 'noBreakHyphen') text.add(base + offset, '-');
      else if (name === 'txbxContent' || name === 'txBody') text.separate('\n');
      else if (name === 'docPr' || name === 'cNvPr') {
        const description = attributesOf(attributes, decodePart).get('descr') ?? '';
        if (description !== '') text.add(base + offset, ` ${description} `);
      }
    },
    close(name, offset) {
      if (name === 'Fallback') leftOut = Math.max(0, leftOut - 1);
      if (leftOut > 0) return;
      if (name === 't' || name === 'delText') isText = false;
      else if (name === 'p') {
        if (instruction !== null && instruction.includes('@')) {
          text.separate('\n');
          text.add(base + offset, instruction.trim());
        }
        instruction = null;
        text.force('\n');
      } else if (name === 'tc') text.force('\t');
      else if (name === 'tr') text.separate('\n');
    },
    text(raw, offset, verbatim) {
      if (leftOut > 0) return;
      const decoded = isText || instruction !== null ? decodePart(raw, verbatim ? 'verbatim' : 'text') : '';
      if (isText) text.add(base + offset, decoded);
      else if (instruction !== null && instruction.length < longestInstruction) instruction += decoded;
    },
    end: () => text.separate('\n'),
  };
};

/** The code of a field is a link or a formula. */
const longestInstruction = 10_000;

/** Elements whose end is the end of a line. */
const odfLines = new Set([
  'p',
  'h',
  'creator',
  'initial-creator',
  'title',
  'subject',
  'description',
  'keyword',
]);
const odfLeftOut = new Set(['styles', 'automatic-styles', 'font-face-decls', 'scripts', 'forms-properties']);
/** Spaces written as one element. */
const maxSpaces = 100;

const odfText = (text: RunningText, base: number): PartHandler => {
  let leftOut = 0;
  return {
    open(name, attributes, offset) {
      if (odfLeftOut.has(name)) leftOut++;
      if (leftOut > 0) return;
      if (name === 'tab') text.force('\t');
      else if (name === 'line-break') text.force('\n');
      else if (name === 's') {
        const spaces = Number(attributesOf(attributes, decodePart).get('c') ?? 1);
        text.add(base + offset, ' '.repeat(spaces > 0 ? Math.min(spaces, maxSpaces) : 1));
      } else if (name === 'annotation' || name === 'note' || name === 'text-box') text.separate('\n');
      else if (name === 'a') {
        const address = attributesOf(attributes, decodePart).get('href') ?? '';
        if (address.includes('@')) text.add(base + offset, `${address.replace(/^mailto:/iu, '')} `);
      }
    },
    close(name) {
      if (odfLeftOut.has(name)) leftOut = Math.max(0, leftOut - 1);
      if (leftOut > 0) return;
      if (odfLines.has(name)) text.force('\n');
      else if (name === 'table-cell' || name === 'covered-table-cell') text.force('\t');
      else if (name === 'table-row') text.separate('\n');
    },
    text(raw, offset, verbatim) {
      if (leftOut > 0) return;
      // white space between elements is layout of the file
      if (/\S/u.test(raw)) {
        const decoded = decodePart(raw, verbatim ? 'verbatim' : 'text');
        text.add(base + offset, decoded.replace(/\s{1,1000}/gu, ' '));
      } else if (!raw.includes('\n')) text.separate(' ');
    },
    end: () => text.separate('\n'),
  };
};

/** Attributes that hold words of people: values of pivot tables, names of those who comment. */
const saidAttributes = new Set(['v', 'displayName', 'author', 'userId']);
const saidAbout = new Set(['Company', 'Manager', 'HyperlinkBase']);

const dataText = (text: RunningText, base: number, family: 'data' | 'about'): PartHandler => {
  let current = '';
  return {
    open(name, attributes, offset) {
      current = name;
      if (family === 'about' || !attributes.includes('=')) return;
      for (const [key, value] of attributesOf(attributes, decodePart)) {
        if (!value.includes('@') && !saidAttributes.has(key)) continue;
        text.separate('\n');
        text.add(base + offset, value.replace(/^mailto:/iu, ''));
      }
    },
    close: () => text.separate('\n'),
    text(raw, offset, verbatim) {
      if (!/\S/u.test(raw) || (family === 'about' && !saidAbout.has(current))) return;
      text.add(base + offset, decodePart(raw, verbatim ? 'verbatim' : 'text').trim());
    },
    end: () => text.separate('\n'),
  };
};
