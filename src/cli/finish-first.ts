// Before any command: what a killed process has begun to destroy is finished, and it is said. In: the environment. Out:
// words on stderr. Where nothing was begun it costs a look into a folder; nothing else is loaded.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { homePath, isTocsinError } from '../base/index.ts';
import { hintText } from './hint-text.ts';

export async function finishFirst(): Promise<void> {
  const home = homePath();
  if (!isUnfinished(home)) return;
  const { finishDestructions } = await import('../pipeline/index.ts');
  const { pendingPath } = await import('../store/index.ts');
  try {
    await finishDestructions(home, {
      onKey: (passedOver) =>
        say(
          `the key of the instance was being replaced: that is finished now${passedOver.map((id) => `\nno key of the instance opens the case ${id}: it was passed over`).join('')}`,
        ),
      onWhole: (id) =>
        say(`destroying the case ${id} was stopped before its key was erased: the case is whole`),
      onDestroyed: (id) => say(`the case ${id} was being destroyed: its key is gone; finishing`),
      onReturned: (id) =>
        say(
          `the case ${id} was destroyed, and a copy of it is back, with its key:\n  remove ${join(home, 'cases', id)}`,
        ),
      onUncertified: (id, path) =>
        say(
          `the case ${id} is destroyed, as the custody log says; its certificate cannot be\nmade: what it is to be made from is damaged, and set aside:\n  ${path}\nwhere a copy of it is left, put that at\n  ${pendingPath(home, id)}\nand run any command; a new key of the instance, if it was asked for, is not made`,
        ),
      onFailed: (id, error) =>
        say(
          `the destruction of the case ${id} cannot be finished yet: ${error.message}\n${hintText(error.hint)}`,
        ),
      onCertificate: (path) => say(`it is destroyed; the certificate: ${path}`),
    });
  } catch (error) {
    if (!isTocsinError(error)) throw error;
    // the command itself may be the one that shows what is wrong
    say(`a destruction that was begun cannot be finished yet: ${error.message}`);
  }
}

/** A destruction begun, another key begun, or files that came back beside a certificate. */
function isUnfinished(home: string): boolean {
  if (existsSync(join(home, 'key.next')) || existsSync(join(home, 'key.old'))) return true;
  const certified = namesIn(join(home, 'certificates'));
  if (certified.length === 0) return false;
  if (certified.some((name) => name.endsWith('.pending'))) return true;
  const cases = new Set(namesIn(join(home, 'cases')));
  return certified.some((name) => name.endsWith('.json') && cases.has(name.slice(0, -'.json'.length)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
