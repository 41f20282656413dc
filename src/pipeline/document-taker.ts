// Takes the running text of documents and makes rows of the people they are about, in one table over all of
// them. In: pieces of text. Out: rows on a sink, when a document ends. It holds at most one piece of a document.

import { readText, type TextField } from '../recognise/index.ts';
import { plainNotation, type RowSink } from '../read/index.ts';
import { documentSchema, numberSchema } from './document-tables.ts';
import type { SinkContext } from './sink-context.ts';

/** Characters of a document read at once: some 300 pages. What is longer is read piece by piece. */
const pieceLength = 1 << 20;

/** Room for the values of one row: a name, an address, some numbers. */
export const documentBytes = 16 << 10;

const noAts = new Uint32Array(0);

export class DocumentTaker {
  #context: SinkContext;
  #sink: Pick<RowSink, 'schema' | 'insert' | 'row'>;
  #text: string[] = [];
  #length = 0;
  #offset = 0;
  #decoder = new TextDecoder();
  #starts = new Uint32Array(documentSchema.columns.length);
  #ends = new Uint32Array(documentSchema.columns.length);

  constructor(context: SinkContext, sink: Pick<RowSink, 'schema' | 'insert' | 'row'>) {
    this.#context = context;
    this.#sink = sink;
  }

  get isOpen(): boolean {
    return this.#length > 0;
  }

  /** UTF-8 at `from`..`to` of the kernel's memory. */
  take(offset: number, from: number, to: number): void {
    if (this.#context.values?.asksForDocuments === false) return;
    if (this.#length === 0) this.#offset = offset;
    const text = this.#decoder.decode(this.#context.kernel.bytes.subarray(from, to));
    this.#text.push(text);
    this.#length += text.length;
    if (this.#length >= pieceLength) this.finish();
  }

  /** The document ends. */
  finish(): void {
    if (this.#length === 0) return;
    const text = this.#text.join('');
    this.#text = [];
    this.#length = 0;
    const { people, mentions } = readText(text, { today: this.#context.today });
    // a number that singles somebody out is a person, even where nothing says who
    const numbered = mentions.filter((field) => field.validator === 'nir');
    const others = mentions.filter((field) => field.validator === 'phone' || field.validator === 'iban');
    const rows = [...people.map((person) => person.fields), ...numbered.map((field) => [field])];
    this.#put(documentSchema, rows, 0);
    this.#put(
      numberSchema,
      others.map((field) => [field]),
      rows.length,
    );
  }

  #put(schema: typeof documentSchema, rows: TextField[][], first: number): void {
    if (rows.length === 0) return;
    this.#sink.schema(schema);
    this.#sink.insert(
      schema.name,
      schema.columns.map((column) => column.name),
      plainNotation,
    );
    rows.forEach((fields, i) => this.#row(schema, fields, this.#offset + (first + i) / rows.length));
  }

  /** Each field in the first free column that holds its kind; one more of a kind than there are columns is left out. */
  #row(schema: typeof documentSchema, fields: TextField[], offset: number): void {
    const { kernel, documentScratch } = this.#context;
    this.#starts.fill(0);
    this.#ends.fill(0);
    let at = documentScratch;
    for (const field of fields) {
      const column = schema.holds.findIndex(
        (validator, i) => validator === field.validator && this.#ends[i] === 0,
      );
      const value = Buffer.from(field.value);
      if (column < 0 || at + value.length > documentScratch + documentBytes) continue;
      kernel.bytes.set(value, at);
      this.#starts[column] = at;
      this.#ends[column] = at += value.length;
    }
    this.#sink.row(offset, this.#starts, this.#ends, schema.columns.length, noAts, 0, 0);
  }
}
