// Records in a checkpoint: a page that is full never changes, so that it is sealed once, in a file of its own, and
// later checkpoints only name it. In: the records of a table. Out: the same with names in the place of full pages,
// and back. What a checkpoint takes in time and memory thus does not grow with what has been read before.

import { join } from 'node:path';
import type { RecordPart } from '../../resolve/index.ts';
import type { WorkerResult } from '../read-job.ts';
import type { CheckpointJob } from './checkpoint-job.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** A result whose full pages of records are named by table. */
export interface KeptResult {
  result: WorkerResult;
  fullPages: string[][];
}

export class PageKeeper {
  #job: CheckpointJob;
  #nameOf = new WeakMap<Uint32Array, string>();
  #written = 0;

  constructor(job: CheckpointJob) {
    this.#job = job;
  }

  keep(result: WorkerResult): KeptResult {
    const fullPages: string[][] = [];
    const tables = result.tables.map((table) => {
      const { pages } = table.part.records;
      fullPages.push(pages.slice(0, -1).map((page) => this.#write(page)));
      return {
        ...table,
        part: { ...table.part, records: { ...table.part.records, pages: pages.slice(-1) } },
      };
    });
    return { result: { ...result, tables }, fullPages };
  }

  #write(page: Uint32Array): string {
    let name = this.#nameOf.get(page);
    if (name === undefined) {
      name = `page-${this.#job.name}-${++this.#written}`;
      const bytes = new Uint8Array(page.buffer, page.byteOffset, page.byteLength);
      writeSealed(join(this.#job.folder, name), this.#job.key, bytes);
      this.#nameOf.set(page, name);
    }
    return name;
  }
}

/** The result with all its pages; null where one of them is not whole. */
export function fetchPages(
  { result, fullPages }: KeptResult,
  folder: string,
  key: Uint8Array,
): WorkerResult | null {
  for (const [i, names] of fullPages.entries()) {
    const { records } = result.tables[i]!.part;
    const pages = names.map((name) => readPage(join(folder, name), key));
    if (pages.includes(null)) return null;
    records.pages = [...pages.filter((page) => page !== null), ...records.pages];
  }
  return result;
}

function readPage(path: string, key: Uint8Array): RecordPart['pages'][number] | null {
  const bytes = readSealed(path, key);
  if (bytes === null) return null;
  const page = new Uint32Array(bytes.length / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(page.buffer).set(bytes);
  return page;
}
