// The folder of a run for spill files, which lose their names as soon as they are open: it stays empty to whoever
// looks, and is removed when the run ends. What a run that was killed has left of it goes with a later one.

import { mkdtempSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'tocsin-';

/** No run that is still at work has touched its folder so long ago. */
const abandonedMs = 7 * 24 * 3600_000;

export function createSpillFolder(): string {
  const temporary = realpathSync(tmpdir());
  removeAbandoned(temporary);
  return mkdtempSync(join(temporary, prefix));
}

/** Only what is empty can be removed this way. */
function removeAbandoned(temporary: string): void {
  for (const name of readdirSync(temporary)) {
    if (!/^tocsin-\w{6}$/u.test(name)) continue;
    const path = join(temporary, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > abandonedMs) rmdirSync(path);
    } catch {
      // somebody else's, or somebody else was faster
    }
  }
}
