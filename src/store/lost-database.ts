// Whether the database of an instance is lost, or only not made yet. In: the instance. Out: a word. It is never made anew
// in silence: whoever runs the program would be owner then, of an instance whose users and register are gone.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasDatabaseKey } from './instance-database-key.ts';
import { casesPath } from './instance-home.ts';

/** There from before the lost database is set aside until the custody log says so. */
export function lostMarker(home: string): string {
  return join(home, 'instance.db.lost');
}

/** All that tells of a database is written after it: so it is looked for before. */
export function isLost(home: string, database: string): boolean {
  if (existsSync(lostMarker(home))) return true;
  const hadKey = hasDatabaseKey(home);
  const hadContent = hasTraces(home);
  const bytes = statSync(database, { throwIfNoEntry: false })?.size ?? null;
  return (bytes === null && hadKey) || ((bytes ?? 0) === 0 && hadContent);
}

function hasTraces(home: string): boolean {
  return (
    ['checkpoint', 'entries'].some((name) => existsSync(join(home, 'custody', name))) ||
    namesIn(casesPath(home)).some((name) => !name.startsWith('.')) ||
    namesIn(join(home, 'certificates')).length > 0
  );
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
