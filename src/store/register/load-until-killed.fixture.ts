/*
 * Run as a process of its own: loads the same rows of a breach into the register that is named, says when it has begun,
 * and may be killed at any moment.
 */
import { openHome } from '../index.ts';
import { loadMadeUp, madeUpExposures } from './load-made-up.fixture.ts';
import { openRegister } from './register-database.ts';

const [folder, url, breach, rows] = process.argv.slice(2) as [string, string, string, string];

await using register = await openRegister(openHome(folder), url === '' ? null : url);
const exposures = madeUpExposures(Number(rows), 'killed');
process.stdout.write('begun\n');
await loadMadeUp(register, Number(breach), exposures, { rowsAtOnce: 500 });
process.stdout.write('done\n');
