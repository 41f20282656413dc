// `tocsin publish`, `withdraw` and `breach`: cases in the catalogue. Arguments only; the work is loaded when it is asked
// for.

import { type Command, Option } from 'commander';
import { TocsinError } from '../../base/index.ts';
import { addDatabaseOption } from '../register-for.ts';
import type { BreachFlagsGiven, FactFlags, PublishFlags, SetFlags, WithdrawFlags } from './breach-flags.ts';

export function addPublishCommand(program: Command): void {
  const publish = program
    .command('publish')
    .description('put the people of a case into the register, and the breach into the catalogue')
    .argument('<case>', 'id or name of the case')
    .requiredOption('--name <name>', 'its name for ever, such as MichaelPage')
    .requiredOption('--title <text>', 'what people read')
    .requiredOption('--domain <domain>', 'the main domain of whom it happened to; "" for none')
    .option('--range', 'its addresses are found by the first digits of their SHA-1 too')
    .option('--no-private', 'leave NIRs and telephone numbers out of the private look-up');
  addFacts(publish, 'when it happened, yyyy-mm-dd; else what the case says');
  publish
    .option('--sensitive', 'shown to nobody but the person, and to owners of a domain')
    .option('--unverified', 'it is not sure that the data is what it seems')
    .option('--fabricated', 'the data is made up')
    .option('--spam-list', 'a list to send spam to')
    .option('--malware', 'taken by malware')
    .option('--stealer-log', 'logs of password stealers: websites are kept with the addresses')
    .option('--subscription-free', 'domain owners see it without a subscription')
    .option('--json', 'print the breach as JSON');
  addDatabaseOption(publish).action(async (named: string, flags: PublishFlags) =>
    (await import('./publish-work.ts')).publish(named, flags),
  );
  const withdraw = program
    .command('withdraw')
    .description('take a breach out of the catalogue, and all of its rows out of the register')
    .argument('<name>', 'name of the breach')
    .option('--json', 'print the result as JSON');
  addDatabaseOption(withdraw).action(async (name: string, flags: WithdrawFlags) =>
    (await import('./publish-work.ts')).withdraw(name, flags),
  );
  addBreachCommand(program);
}

function addBreachCommand(program: Command): void {
  const breach = program.command('breach').description('the breaches of the catalogue');
  const list = breach.command('list').description('list them').option('--json', 'print them as JSON');
  addDatabaseOption(list).action(async (flags: WithdrawFlags) =>
    (await import('./breach-work.ts')).list(flags),
  );
  const show = breach
    .command('show')
    .description('show one, as the catalogue has it')
    .argument('<name>', 'name of the breach')
    .option('--json', 'print it as JSON');
  addDatabaseOption(show).action(async (name: string, flags: WithdrawFlags) =>
    (await import('./breach-work.ts')).show(name, flags),
  );
  const set = breach
    .command('set')
    .description('change what the catalogue says of one')
    .argument('<name>', 'name of the breach')
    .option('--title <text>', 'what people read')
    .option('--domain <domain>', 'the main domain of whom it happened to; "" for none');
  addFacts(set, 'when it happened, yyyy-mm-dd: people are then told so, not “at the latest”');
  for (const flag of Object.keys(flagNames)) set.addOption(yesOrNo(flag));
  set.option('--json', 'print the breach as JSON');
  addDatabaseOption(set).action(async (name: string, flags: SetFlags) =>
    (await import('./breach-work.ts')).set(name, flags),
  );
}

function addFacts(command: Command, aboutDate: string): void {
  const texts: Record<keyof Omit<FactFlags, 'title' | 'domain'>, [option: string, description: string]> = {
    date: ['--date <day>', aboutDate],
    description: ['--description <text>', 'a few sentences; an empty line begins a paragraph'],
    logo: ['--logo <url>', 'address of a PNG'],
    attribution: ['--attribution <text>', 'who has to be named for the data'],
    disclosureUrl: ['--disclosure-url <url>', 'where it was made public'],
  };
  for (const [option, description] of Object.values(texts)) command.option(option, description);
}

const flagNames: Record<keyof BreachFlagsGiven, string> = {
  sensitive: 'shown to nobody but the person, and to owners of a domain',
  retired: 'found by nobody any more, not in a statement either; still in the catalogue',
  verified: 'it is sure that the data is what it seems',
  fabricated: 'the data is made up',
  spamList: 'a list to send spam to',
  malware: 'taken by malware',
  subscriptionFree: 'domain owners see it without a subscription',
};

function yesOrNo(flag: string): Option {
  const name = flag.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return new Option(`--${name} <yes|no>`, flagNames[flag as keyof BreachFlagsGiven]).argParser(
    (value: string) => {
      if (value === 'yes' || value === 'no') return value === 'yes';
      throw new TocsinError('USAGE', `--${name} is yes or no`);
    },
  );
}
