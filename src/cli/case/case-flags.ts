// The options by which the facts of a case are given: the same for opening one and for changing it. In: a command. Out:
// the command with the options. What they say is checked elsewhere.

import type { Command } from 'commander';

export interface CaseFlags {
  aware?: string;
  awareBy?: string;
  awareWhy?: string;
  what?: string;
  happened?: string;
  found?: string;
  effects?: string;
  remedy?: string;
  organisation?: string[];
  dropOrganisation?: string[];
  weAre?: string;
  regime?: string;
  zone?: string;
  country?: string;
  destroyAfter?: string;
}

export interface NamedCase extends CaseFlags {
  name?: string;
  json?: boolean;
}

export interface CaseChange extends CaseFlags {
  name?: string;
  why?: string;
  json?: boolean;
}

export interface ContactFlags {
  role?: string;
  organisation?: string;
  email?: string;
  phone?: string;
  remove?: boolean;
}

/** The options that `case open` and `case set` share. */
export function addFactOptions(command: Command): Command {
  return command
    .option('--aware <time>', 'when you became aware, such as 2026-11-22T09:30+01:00')
    .option('--aware-by <who>', 'who decided that this was the moment')
    .option('--aware-why <text>', 'why it was')
    .option('--what <text>', 'what happened')
    .option('--happened <time>', 'when: a day or a time, or two with / between')
    .option('--found <time>', 'when it was found: a day or a time')
    .option('--effects <text>', 'what it led to or may lead to')
    .option('--remedy <text>', 'what was done about it')
    .option(
      '--organisation <part=name>',
      'controller=, processor=, sub-processor= or product=; several times',
      several,
    )
    .option('--we-are <part>', 'controller or processor (default: controller)')
    .option('--regime <laws>', 'laws whose clocks run: gdpr, nis2, dora, eprivacy')
    .option('--zone <zone>', 'time zone of the case, such as Europe/Paris')
    .option('--country <code>', 'whose public holidays count: FR, DE, BE, LU, NL')
    .option('--destroy-after <day>', 'last day to keep the case; then it is due for destruction; or never');
}

/** For an option that may come several times. */
export function several(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
