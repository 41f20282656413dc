// Nothing rests in clear in the instance folder: a place for output is outside of it, whatever links lead there. In: the
// option and the path it names. Out: an error, or nothing.

import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { homePath, TocsinError } from '../base/index.ts';

/** Throws USAGE. The path need not be there yet. */
export function refuseInsideHome(option: string, path: string, home: string = homePath()): void {
  if (`${realPath(path)}${sep}`.startsWith(`${realPath(home)}${sep}`))
    throw new TocsinError(
      'USAGE',
      `${option} names a place inside the instance folder, where nothing rests in clear`,
      { hint: 'name a place outside of it, which only you can read' },
    );
}

/** Of what is not there yet: where it would be. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole) || whole === dirname(whole)) return realpathSync(whole);
  return join(realPath(dirname(whole)), basename(whole));
}
