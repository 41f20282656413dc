// Which thread has been told of which schemas. In: the schemas of the source as they become known. Out: for each ask those
// that its thread has not heard of.

import type { TableSchema } from '../../../read/index.ts';
import type { StretchAsk } from './mask-job.ts';
import type { MaskThread } from './mask-thread.ts';

export class SchemaTeller {
  /** In the order of the source; it grows while that is read. */
  readonly all: TableSchema[] = [];
  readonly #told = new Map<MaskThread, number>();

  /** `known`: by default all that are known by now. */
  tell(thread: MaskThread, known = this.all.length): Pick<StretchAsk, 'schemas' | 'known'> {
    const told = this.#told.get(thread) ?? 0;
    this.#told.set(thread, this.all.length);
    return { schemas: this.all.slice(told), known };
  }
}
