/*
 * A process that notes numbers in a case, one after the other, and says each once it is acknowledged. In: an instance
 * folder and a case. To be killed.
 */
import { writeSync } from 'node:fs';
import { cases } from '../../src/pipeline/index.ts';
import { findCase, openHome } from '../../src/store/index.ts';

const [path = '', id = ''] = process.argv.slice(2);
const home = openHome(path);
const record = findCase(home, id)!;
const stdout = 1;
for (let number = 0; ; number++) {
  cases.addNote(home, record, `${process.pid}:${number}`, { who: 'ada', now: new Date() });
  writeSync(stdout, `${process.pid}:${number}\n`);
}
