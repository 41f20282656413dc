// The register that a command works on: in the instance's own file, or on the server that --database names. In: the
// flags. Out: an open register, which the command closes. The URL is never shown: it may hold a password.

import type { Command } from 'commander';
import { TocsinError } from '../base/index.ts';
import type { InstanceHome } from '../store/index.ts';
import type { RegisterDatabase } from '../store/register/index.ts';

export interface RegisterFlags {
  database?: string;
}

export function addDatabaseOption(command: Command): Command {
  return command.option(
    '--database <url>',
    'PostgreSQL database of the register, postgres://… (or set TOCSIN_DATABASE, which no list of processes shows)',
  );
}

/** Throws USAGE, REGISTER_UNREACHABLE and what else keeps a register from being opened. */
export async function openRegisterFor(
  flags: RegisterFlags,
  { home, env = process.env }: { home?: InstanceHome; env?: NodeJS.ProcessEnv } = {},
): Promise<RegisterDatabase> {
  const url = databaseUrl(flags, env);
  // every command has the option, and few open a register
  const { openHome } = await import('../store/index.ts');
  const { openRegister } = await import('../store/register/index.ts');
  return openRegister(home ?? openHome(), url);
}

/** Null where the register lies in the instance's own file. */
export function databaseUrl(flags: RegisterFlags, env: NodeJS.ProcessEnv = process.env): string | null {
  const url = flags.database ?? env['TOCSIN_DATABASE'] ?? '';
  if (url === '' && flags.database === undefined) return null;
  if (/^postgres(?:ql)?:\/\/\S+$/u.test(url) && URL.canParse(url)) return url;
  throw new TocsinError('USAGE', 'the database of the register is not a URL that begins with postgres://', {
    hint: 'write it as postgres://user:password@host:5432/name; characters such as @ in the password as %40',
  });
}
