// A plain sheet: titles, rows of a label and a text, lists. In: a PDF document and what stands on it, from top to
// bottom. Out: the bytes. Pages break by themselves. The fonts are those every viewer has, which know the letters of
// western Europe; others show as a question mark, and stand in full in what is attached.

import type PDFDocument from 'pdfkit';

export interface Paper {
  title(text: string): void;
  heading(text: string): void;
  text(text: string): void;
  /** `fixed`: for hashes and keys. */
  row(label: string, text: string, letters?: 'fixed'): void;
  list(texts: readonly string[]): void;
  /** A line of a long list; `text` may be a hash or a path. */
  entry(label: string, text: string, note: string): void;
  newPage(): void;
  numberPages(text: (page: number, pages: number) => string): void;
  end(): Buffer;
}

const textSize = 9;
const lineGap = 1.5;
const smallSize = 7.5;
const labelWidth = 132;
const entryLabelWidth = 36;
const noteWidth = 140;
const dark = '#1a1a1a';
const grey = '#5a5a5a';

export function createPaper(document: PDFDocument): Paper {
  const { left, right, bottom } = document.page.margins;
  const width = document.page.width - left - right;
  const lowest = document.page.height - bottom;

  /** Begins another page where so much does not fit on this one. */
  const makeRoom = (height: number): void => {
    if (document.y + height > lowest) document.addPage();
  };
  const put = (text: string, x: number, y: number, room: number): void =>
    void document.text(printable(text), x, y, { width: room, lineGap });
  const heightOf = (text: string, room: number): number =>
    document.heightOfString(printable(text), { width: room, lineGap });

  /** Two columns; below the longer one it goes on. */
  const columns = (label: string, text: string, labelRoom: number, font: string, size: number): void => {
    const textRoom = width - labelRoom;
    const labelHeight = document.font('Helvetica', textSize) && heightOf(label, labelRoom - 8);
    const textHeight = document.font(font, size) && heightOf(text, textRoom);
    makeRoom(Math.max(labelHeight, textHeight));
    const { y } = document;
    document.font(font, size).fillColor(dark);
    put(text, left + labelRoom, y, textRoom);
    document.font('Helvetica', textSize).fillColor(grey);
    put(label, left, y, labelRoom - 8);
    document.y = y + Math.max(labelHeight, textHeight) + 1;
  };

  return {
    title(text) {
      document.font('Helvetica-Bold', 17).fillColor(dark);
      put(text, left, document.y, width);
      document.y += 4;
    },
    heading(text) {
      document.font('Helvetica-Bold', 10).fillColor(dark);
      const height = heightOf(text, width);
      makeRoom(height + 30);
      document.y += 7;
      put(text, left, document.y, width);
      document.y += 1;
    },
    text(text) {
      document.font('Helvetica', textSize).fillColor(dark);
      makeRoom(heightOf(text, width));
      put(text, left, document.y, width);
      document.y += 2;
    },
    row: (label, text, letters) =>
      letters === 'fixed'
        ? columns(label, text, labelWidth, 'Courier', smallSize)
        : columns(label, text, labelWidth, 'Helvetica', textSize),
    list(texts) {
      for (const text of texts) columns('–', text, 12, 'Helvetica', textSize);
    },
    entry(label, text, note) {
      const room = width - noteWidth;
      const noteHeight = document.font('Helvetica', smallSize) && heightOf(note, noteWidth - 8);
      makeRoom(noteHeight);
      const { y } = document;
      document.fillColor(grey);
      put(note, left + room + 8, y, noteWidth - 8);
      document.font('Helvetica', textSize);
      put(label, left, y, entryLabelWidth);
      document.font('Courier', smallSize).fillColor(dark);
      put(text, left + entryLabelWidth, y, room - entryLabelWidth);
      document.y = Math.max(document.y, y + noteHeight) + 3;
    },
    newPage: () => void document.addPage(),
    numberPages(text) {
      const { start, count } = document.bufferedPageRange();
      for (let page = start; page < start + count; page++) {
        document.switchToPage(page);
        // below the margin, where text would otherwise begin another page
        document.page.margins.bottom = 0;
        document.font('Helvetica', smallSize).fillColor(grey);
        document.text(printable(text(page + 1, count)), left, lowest + 16, {
          width,
          align: 'right',
          lineBreak: false,
        });
        document.page.margins.bottom = bottom;
      }
    },
    end() {
      document.end();
      const pieces: Buffer[] = [];
      for (let piece = document.read(); piece !== null; piece = document.read()) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}

/** Windows-1252 beyond Latin-1, which the standard fonts are encoded by. */
const furtherLetters = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u202f\u2009]/gu, '\u00a0')
    .replaceAll(/[^\n\u0020-\u007e\u00a0-\u00ff]/gu, (letter) =>
      furtherLetters.includes(letter) ? letter : '?',
    );
}
