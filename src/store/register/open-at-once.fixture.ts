/*
 * Run as a process of its own: opens the register that is named, which may not be there yet, and makes a breach.
 */
import { openHome } from '../index.ts';
import { insertBreach } from './breach-rows.ts';
import { openRegister } from './register-database.ts';

const [folder, url, name] = process.argv.slice(2) as [string, string, string];

await using register = await openRegister(openHome(folder), url === '' ? null : url);
await insertBreach(register.rows, { name, caseId: null, isRange: false, model: '{}' });
