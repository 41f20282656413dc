// Where the instance folder is. In: the environment. Out: its path, whether it is there or not.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** `TOCSIN_HOME`, else by the XDG base directory specification. */
export function homePath(env: NodeJS.ProcessEnv = process.env): string {
  if (env['TOCSIN_HOME']) return resolve(env['TOCSIN_HOME']);
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'tocsin');
}
