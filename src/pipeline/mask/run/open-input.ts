// A file opened by a thread: its reader of cells, what decodes them, and what writes values in the form in which the file
// has them.

import {
  type CellDecoder,
  type CellReader,
  type CellReaderOptions,
  type CellWriter,
  createCellDecoder,
  createCellWriter,
  openCellReader,
} from '../../../mask/index.ts';
import { openFileSource, openPipeSource } from '../../../read/index.ts';
import { isStream, type MaskFile } from './mask-file.ts';
import type { MaskJob } from './mask-job.ts';

export interface OpenInput {
  file: MaskFile;
  reader: CellReader;
  decoder: CellDecoder;
  writer: CellWriter;
  close(): void;
}

export function openInput(
  job: MaskJob,
  number: number,
  {
    schemaOf,
    wanted,
    isAsciiOnly = false,
  }: Pick<CellReaderOptions, 'schemaOf' | 'wanted'> & { isAsciiOnly?: boolean },
): OpenInput {
  const file = job.files[number]!;
  const { path, plan, charset, tableName } = file;
  const source = isStream(file) ? openPipeSource(job.pipe!) : openFileSource(path);
  return {
    file,
    reader: openCellReader(source, plan, { tableName, schemaOf, wanted }),
    decoder: createCellDecoder(charset),
    writer: createCellWriter(plan, isAsciiOnly ? 'ascii' : charset),
    // to close the pipe would end what is being fed into it by now
    close: () => {
      if (!isStream(file)) source.close();
    },
  };
}
