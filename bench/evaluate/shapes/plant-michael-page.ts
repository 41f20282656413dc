// A leak of the michael-page shape with its truth in the evaluator's form. In: a folder, a seed and how many.

import { join } from 'node:path';
import { openDumpFile } from '../../../samples/dump-file.ts';
import { generateMichaelPage } from '../../../samples/michael-page/generate.ts';
import { personTruths } from '../../../samples/michael-page/truth.ts';
import { type World, is } from '../../../samples/michael-page/world.ts';
import type { PlantedLeak, PlantedPerson } from '../planted-leak.ts';
import { contactIdentifiers, leakOfUsualDirt } from './leak-of-usual-dirt.ts';

/** As much noise around each person as lets the whole be made and read in seconds. */
const bytesPerPerson = 3000;
const leastBytes = 3_000_000;

export async function plantMichaelPage(folder: string, seed: number, people: number): Promise<PlantedLeak> {
  const path = join(folder, 'recruiting.sql');
  const file = await openDumpFile(path);
  const sizeBytes = Math.max(leastBytes, people * bytesPerPerson);
  const { truth, world } = await generateMichaelPage({ seed, people, sizeBytes }, file);
  await file.end();
  await file.publish();
  return leakOfUsualDirt(truth, {
    name: `michael-page, seed ${seed}`,
    seed,
    paths: [path],
    now: new Date('2016-11-11T00:00:00Z'),
    people,
    forEachPerson: (visit) => visitPeople(world, visit),
  });
}

function visitPeople(world: World, visit: (person: PlantedPerson) => void): void {
  for (const { id, identifiers, classes } of personTruths(world)) {
    const { emails, phones, names, birthDates } = identifiers;
    const isUnprovable = (world.flags[id]! & is.unprovable) !== 0;
    visit({
      number: id,
      identifiers: contactIdentifiers(emails, phones),
      names: names.flatMap((name) => birthDates.map((date) => `${inTwo(name)}\t${date}`)),
      hasLooseRow: isUnprovable,
      classes,
      places: null,
    });
  }
}

/** No first name of the shape holds a blank. */
function inTwo(name: string): string {
  const at = name.indexOf(' ');
  return `${name.slice(0, at)}\t${name.slice(at + 1)}`;
}
