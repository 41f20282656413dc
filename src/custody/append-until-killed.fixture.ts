// A process that appends to a custody log until it is killed, and says each entry that was acknowledged, for the kill
// test. In: the instance folder and its own name as arguments. Out: lines of `number name count`.

import { writeSync } from 'node:fs';
import { openHome } from '../store/index.ts';
import { appendCustody } from './append-custody.ts';

const [path, name] = process.argv.slice(2);
const home = openHome(path);
for (let count = 0; ; count++) {
  const { number } = appendCustody(home, {
    who: name!,
    case: null,
    what: 'evidence.open',
    on: `E${count}`,
    result: 'done',
    details: { why: 'x'.repeat((count * 37) % 3000) },
  });
  writeSync(1, `${number} ${name} E${count}\n`);
}
