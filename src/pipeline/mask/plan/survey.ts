// What a file is made of, as a run of mask will meet it: tables with their columns, statements outside rows, what cannot be
// read. In: a reader of its cells. Out: names and counts. No value of the source.

import type { CellReader, Piece, Stretch } from '../../../mask/index.ts';
import type { TableSchema } from '../../../read/index.ts';
import { isQuietStatement } from './quiet-statement.ts';

export interface SurveyedTable {
  table: string;
  /** Null where nothing names them; there are `width` of them. */
  columns: (string | null)[] | null;
  width: number;
}

export interface SurveyedStatement {
  /** By the words that it begins with; `comment`. */
  word: string;
  count: number;
  /** None of them holds rows or changes them, as far as can be seen. */
  isQuiet: boolean;
}

export interface Survey {
  tables: SurveyedTable[];
  statements: SurveyedStatement[];
  /** Parts that are text, not rows. */
  hasText: boolean;
  /** What could not be read: the first ones, and how many. */
  unread: { offset: number; reason: string }[];
  unreadCount: number;
}

const surveyStretch = 4 << 20;
const mostUnread = 20;

export class Surveyor {
  readonly #tables = new Map<string, SurveyedTable>();
  readonly #statements = new Map<string, SurveyedStatement>();
  readonly #schemas: Map<string, TableSchema>;
  readonly #survey: Survey = { tables: [], statements: [], hasText: false, unread: [], unreadCount: 0 };

  /** `schemas`: by name in lower case; those of the file are added. */
  constructor(schemas: Map<string, TableSchema>) {
    this.#schemas = schemas;
  }

  readonly schemaOf = (table: string): TableSchema | undefined => this.#schemas.get(table.toLowerCase());

  /** Lists no cell, and knows every table. */
  readonly wanted = (table: string, columns: (string | null)[] | null, width: number): Int32Array => {
    const key = JSON.stringify([table, columns, width]);
    if (!this.#tables.has(key)) this.#tables.set(key, { table, columns: columns && [...columns], width });
    return new Int32Array(columns?.length ?? width).fill(-1);
  };

  read(reader: CellReader, bytes: number): Survey {
    for (let from = 0, state = ''; ;) {
      const stretch = reader.read(from, true, Math.min(bytes, from + surveyStretch), state);
      this.#note(stretch);
      if (stretch.to <= from) break;
      from = stretch.to;
      state = stretch.state;
    }
    return {
      ...this.#survey,
      tables: [...this.#tables.values()],
      statements: [...this.#statements.values()],
    };
  }

  #note({ bytes, pieces, schemas, refusals }: Stretch): void {
    for (const schema of schemas) this.#schemas.set(schema.name.toLowerCase(), schema);
    for (const piece of pieces) this.#notePiece(bytes, piece);
    this.#survey.unreadCount += refusals.length;
    for (const { offset, reason } of refusals.slice(0, mostUnread - this.#survey.unread.length))
      this.#survey.unread.push({ offset, reason });
  }

  #notePiece(bytes: Uint8Array, { sort, word, start, end }: Piece): void {
    if (sort === 'head') return;
    if (sort === 'rest') this.#survey.hasText = true;
    else {
      const name = sort === 'comment' ? sort : word;
      const known = this.#statements.get(name);
      const isQuiet =
        (known?.isQuiet ?? true) && (sort === 'comment' || isQuietStatement(word, bytes, start, end));
      if (known) Object.assign(known, { count: known.count + 1, isQuiet });
      else this.#statements.set(name, { word: name, count: 1, isQuiet });
    }
  }
}
