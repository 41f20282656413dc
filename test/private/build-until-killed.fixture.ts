/*
 * A build of a private index as a process of its own, to be killed. Arguments: home, the number of the breach, people.
 * Writes a line for each piece that is kept.
 */
import { openHome } from '../../src/store/index.ts';
import { openRegister } from '../../src/store/register/index.ts';
import { buildPrivateIndex } from '../../src/pipeline/private/build-private-index.ts';
import { itemsOf, madeUpNir } from './planted-index.fixture.ts';

const [path = '', breach, count] = process.argv.slice(2);
const people = Array.from({ length: Number(count) }, (_, i) => ({
  kind: 'nir' as const,
  typed: madeUpNir(i),
  sets: i % 10 === 0 ? [1, 0] : [i % 2],
}));
await using register = await openRegister(openHome(path), null);
await buildPrivateIndex(register, Number(breach), itemsOf(people), {
  digest: 'killed',
  workers: 1,
  onProgress: (done) => process.stdout.write(`${done}\n`),
});
process.stdout.write('ended\n');
