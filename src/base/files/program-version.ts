// Which version of the program this is. In: the package it lies in. Out: its version, as package.json has it.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Null where the program lies in no package of its name. */
export function programVersion(): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
      };
      if (name === 'tocsin') return version;
    } catch {
      // none here
    }
  }
  return null;
}
