// What is used of pdfkit, which brings no declarations.
declare module 'pdfkit' {
  namespace PDFDocument {
    interface TextOptions {
      width?: number;
      align?: 'left' | 'right';
      lineBreak?: boolean;
      lineGap?: number;
      continued?: boolean;
    }
    interface FileOptions {
      name: string;
      type: string;
      description: string;
      creationDate: Date;
      modifiedDate: Date;
      relationship: 'Source';
    }
    interface Options {
      size: 'A4';
      margins: { top: number; bottom: number; left: number; right: number };
      info: { Title: string; Subject: string; Creator: string; Producer: string; CreationDate: Date };
      lang: string;
      pdfVersion: '1.7';
      displayTitle: boolean;
      bufferPages: boolean;
    }
  }
  class PDFDocument {
    constructor(options: PDFDocument.Options);
    x: number;
    y: number;
    page: {
      width: number;
      height: number;
      margins: { top: number; bottom: number; left: number; right: number };
    };
    addPage(): this;
    switchToPage(number: number): this;
    bufferedPageRange(): { start: number; count: number };
    font(name: string, size?: number): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(text: string, x?: number, y?: number, options?: PDFDocument.TextOptions): this;
    heightOfString(text: string, options?: PDFDocument.TextOptions): number;
    widthOfString(text: string): number;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    strokeColor(colour: string): this;
    stroke(): this;
    file(content: Uint8Array, options: PDFDocument.FileOptions): unknown;
    end(): void;
    read(): Buffer | null;
  }
  export default PDFDocument;
}
