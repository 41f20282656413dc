// The command line as one program: which commands there are, and how an error is told. What a command takes and does
// is in a file of its own.

import { Command, CommanderError } from 'commander';
import { programVersion } from '../base/files/index.ts';
import { errorCodes, isTocsinError } from '../base/index.ts';
import { addCaseCommand } from './case/case-command.ts';
import { addClockCommand } from './case/clock-command.ts';
import { addCustodyCommand } from './custody/custody-command.ts';
import { addDestroyCommand } from './destroy/destroy-command.ts';
import { addEvidenceCommand } from './evidence/evidence-command.ts';
import { addDirectoryCommand } from './directory/directory-command.ts';
import { addExamineCommand } from './examine/examine-command.ts';
import { finishFirst } from './finish-first.ts';
import { hintText } from './hint-text.ts';
import { refuseLongTexts } from './refuse-long-texts.ts';
import { addIncidentsCommand } from './case/incidents-command.ts';
import { addKeyCommand } from './keys/key-command.ts';
import { addMaskCommand } from './mask/mask-command.ts';
import { addNotifyCommand } from './notify/notify-command.ts';
import { addPackageCommand } from './package/package-command.ts';
import { addExportRangesCommand } from './passwords/export-ranges-command.ts';
import { addPasswordsCommand } from './passwords/passwords-command.ts';
import { addPersonCommand } from './person-command.ts';
import { addCodesCommand } from './publish/codes-command.ts';
import { addPasteCommand } from './publish/paste-command.ts';
import { addPublishCommand } from './publish/publish-command.ts';
import { addServeCommand } from './serve/serve-command.ts';
import { addSplitCommand } from './split/split-command.ts';
import { addDomainCommand } from './subscribers/domain-command.ts';
import { addSubscriberCommand } from './subscribers/subscriber-command.ts';
import { addWebhookCommand } from './subscribers/webhook-command.ts';
import { addVerifyCommand } from './verify/verify-command.ts';
import { addUserCommand } from './users/user-command.ts';

/** Runs one command; resolves to its exit code. */
export async function runTocsin(args: string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('tocsin')
    .description('From the leaked file to the last person told.')
    .version(programVersion() ?? 'unknown', '--version', 'print the version')
    .exitOverride()
    // a command may have commands of its own with other options of the same name
    .enablePositionalOptions()
    .configureHelp({ helpWidth: 80, minWidthToWrap: 20 })
    .showHelpAfterError('hint: run the command with --help');
  const ended = (code: number) => void (exitCode = code);
  addExamineCommand(program);
  addCaseCommand(program, ended);
  addClockCommand(program);
  addEvidenceCommand(program, ended);
  addPersonCommand(program, ended);
  addCustodyCommand(program, ended);
  addSplitCommand(program, ended);
  addDirectoryCommand(program, ended);
  addPackageCommand(program, ended);
  addDestroyCommand(program, ended);
  addVerifyCommand(program, ended);
  program.hook('preAction', (_, command) => refuseLongTexts(command.opts()));
  program.hook('preAction', finishFirst);
  addIncidentsCommand(program);
  addUserCommand(program);
  addPublishCommand(program);
  addCodesCommand(program);
  addPasteCommand(program);
  addKeyCommand(program);
  addDomainCommand(program, ended);
  addSubscriberCommand(program);
  addNotifyCommand(program, ended);
  addMaskCommand(program, ended);
  addWebhookCommand(program);
  addServeCommand(program, ended);
  addPasswordsCommand(program, ended);
  addExportRangesCommand(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return await tellError(error);
  }
}

/** A name from a leak may stand in a message or a hint: what steers a terminal is shown instead of sent. */
async function tellError(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { visibleText } = await import('../report/index.ts');
  if (isTocsinError(error)) {
    const hint = visibleText(error.hint ?? errorCodes[error.code].hint);
    process.stderr.write(`error: ${visibleText(error.message)}\n${hintText(hint)}\n`);
    if (process.env['TOCSIN_DEBUG'] && error.cause)
      process.stderr.write(`${String((error.cause as Error).stack)}\n`);
    return error.code === 'INTERRUPTED' ? 130 : 2;
  }
  process.stderr.write(
    `error: ${visibleText((error as Error).message ?? 'unknown')}\nhint: this is a fault of tocsin; please report it without the data\n`,
  );
  if (process.env['TOCSIN_DEBUG']) process.stderr.write(`${(error as Error).stack}\n`);
  return 2;
}
