// Surveys files in this thread, one after the other. In: a job; `feed` is called before a file that comes through the pipe is
// read, which waits for somebody else to write into it. Out: a survey for each.

import { openCellReader } from '../../../mask/index.ts';
import { openFileSource, openPipeSource } from '../../../read/index.ts';
import { isStream } from '../run/mask-file.ts';
import type { SurveyJob } from './survey-job.ts';
import { type Survey, Surveyor } from './survey.ts';

export function surveyHere({ files, pipe, schemas }: SurveyJob, feed: (file: number) => void): Survey[] {
  const known = new Map(schemas.map((schema) => [schema.name.toLowerCase(), schema]));
  return files.map((file, number) => {
    const isFed = isStream(file);
    if (isFed) feed(number);
    const source = isFed ? openPipeSource(pipe) : openFileSource(file.path);
    try {
      const surveyor = new Surveyor(known);
      const { tableName, plan, bytes } = file;
      const { schemaOf, wanted } = surveyor;
      return surveyor.read(
        openCellReader(source, plan, { tableName, schemaOf, wanted }),
        isFed ? Infinity : bytes,
      );
    } finally {
      source.close();
    }
  });
}
