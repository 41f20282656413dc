// A stretch once more, with the cells of every column: to say in which one something stands. In: a file, where the stretch
// is. Out: its cells, and the names of their columns; null where the file cannot be read from there.

import type { Stretch } from '../../../mask/index.ts';
import type { KnownSchemas } from './known-schemas.ts';
import { isStream, type MaskFile } from './mask-file.ts';
import type { MaskJob, StretchAsk } from './mask-job.ts';
import { openInput } from './open-input.ts';

export interface EveryColumn {
  stretch: Stretch;
  names: { table: string; column: string }[];
}

export function everyColumn(job: MaskJob, ask: StretchAsk, schemas: KnownSchemas): EveryColumn | null {
  if (isStream(job.files[ask.file] as MaskFile)) return null;
  const names: EveryColumn['names'] = [];
  const wanted = (table: string, columns: readonly (string | null)[] | null, width: number) => {
    const first = names.length;
    for (let place = 0; place < width; place++)
      names.push({ table, column: columns?.[place] ?? String(place + 1) });
    return Int32Array.from({ length: width }, (_, place) => first + place);
  };
  const input = openInput(job, ask.file, { schemaOf: (table) => schemas.schemaOf(table), wanted });
  try {
    return { stretch: input.reader.read(ask.from, true, ask.until, ask.state), names };
  } finally {
    input.close();
  }
}
