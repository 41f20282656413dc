// `tocsin notify`: people are told, each once, and it can be proven. Each of its commands is a file of its own.

import type { Command } from 'commander';
import { addSendCommand } from './send-command.ts';
import { addStatusCommand } from './status-command.ts';
import { addPlanCommand } from './plan-command.ts';
import { addAboutCommand } from './about-command.ts';
import { addApproveCommand } from './approve-command.ts';
import { addShowCommand } from './show-command.ts';
import { addBouncesCommand } from './bounces-command.ts';
import { addExportCommand } from './export-command.ts';
import { addCallsCommand } from './calls-command.ts';
import { addLettersCommand } from './letters-command.ts';
import { addPersonNoticesCommand } from './person-command.ts';
import { addReferencesCommand } from './references-command.ts';
import { addSubstituteCommand } from './substitute-command.ts';
import { addReturnedCommand } from './returned-command.ts';
import { addTextsCommand } from './texts-command.ts';

export function addNotifyCommand(program: Command, ended: (exitCode: number) => void): void {
  const notify = program
    .command('notify')
    .description('tell every person of a case what he lost, once, and keep the proof');
  addPlanCommand(notify);
  addAboutCommand(notify);
  addApproveCommand(notify, ended);
  addShowCommand(notify);
  addBouncesCommand(notify, ended);
  addExportCommand(notify, ended);
  addLettersCommand(notify, ended);
  addReturnedCommand(notify, ended);
  addTextsCommand(notify, ended);
  addCallsCommand(notify, ended);
  addPersonNoticesCommand(notify, ended);
  addSubstituteCommand(notify, ended);
  addReferencesCommand(notify, ended);
  addSendCommand(notify, ended);
  addStatusCommand(notify, ended);
}
