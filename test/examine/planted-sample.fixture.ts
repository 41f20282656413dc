/*
 * A sample of the michael-page shape in a file, with its truth and the people planted in it.
 */
import { openDumpFile } from '../../samples/dump-file.ts';
import { generateMichaelPage, type MichaelPageOptions } from '../../samples/michael-page/generate.ts';
import { type PersonTruth, personTruths, type Truth } from '../../samples/michael-page/truth.ts';

export interface PlantedSample {
  truth: Truth;
  people: PersonTruth[];
}

/** A `path` that ends in .gz is written as gzip. */
export async function plantSample(path: string, options: MichaelPageOptions): Promise<PlantedSample> {
  const file = await openDumpFile(path);
  const { truth, world } = await generateMichaelPage(options, file);
  await file.end();
  await file.publish();
  return { truth, people: [...personTruths(world)] };
}
