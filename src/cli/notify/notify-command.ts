// `tocsin notify`: people are told, each once, and it can be proven. Each of its commands is a file of its own.

import type { Command } from 'commander';

export function addNotifyCommand(program: Command, _ended: (exitCode: number) => void): void {
  program.command('notify').description('tell every person of a case what he lost, once, and keep the proof');
}
