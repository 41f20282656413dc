#!/usr/bin/env node
// The command line. In: arguments. Out: results on stdout, talk on stderr; exit 0 done, 1 a check failed, 2 error.

import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../build/compile-cache', import.meta.url)));
const { runTocsin } = await import('./run-tocsin.ts');
process.exitCode = await runTocsin(process.argv.slice(2));
