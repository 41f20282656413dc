// A process that tells of publications until it is killed, for the kill test. In: the instance folder, and the URL of its
// database or an empty text. Out: a line when it begins.

import { writeSync } from 'node:fs';
import { runTelling } from '../../src/pipeline/index.ts';
import { openHome } from '../../src/store/index.ts';
import { openRegister } from '../../src/store/register/index.ts';

const [path, url] = process.argv.slice(2);
const register = await openRegister(openHome(path), url || null);
const settings = {
  smtp: null,
  mailFrom: 'noreply@tocsin.example',
  publicUrl: 'https://tocsin.example',
  contact: null,
  allowPrivateNetwork: true,
};
writeSync(1, 'ready\n');
await runTelling(register, settings, { signal: new AbortController().signal, pollMs: 2, log: () => {} });
