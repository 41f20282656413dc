#!/usr/bin/env node
// The command line. In: arguments. Out: results on stdout, talk on stderr; exit 0 done, 1 a check failed, 2 error.

import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../build/compile-cache', import.meta.url)));
// whoever reads the output may have seen enough: what was asked for is done all the same
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { runTocsin } = await import('./run-tocsin.ts');
process.exitCode = await runTocsin(process.argv.slice(2));
