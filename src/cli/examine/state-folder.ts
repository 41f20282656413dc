// Where a user's state lies that outlives a run: by the XDG base directory specification.

import { homedir } from 'node:os';
import { join } from 'node:path';

export function stateFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'tocsin');
}
