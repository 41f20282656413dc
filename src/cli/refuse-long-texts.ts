// What is given with an option may end in the custody log, whose lines are of bounded length. In: the options of a command.
// Out: an error that names the one that is too long, before anything is done.

import { TocsinError } from '../base/index.ts';

const longest = 16_000;

/** Throws USAGE. */
export function refuseLongTexts(options: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(options))
    for (const text of [value].flat())
      if (typeof text === 'string' && text.length > longest)
        throw new TocsinError('USAGE', `${flagOf(name)} takes at most ${longest} characters`, {
          hint: 'say it in fewer words; a long text can be kept as evidence with tocsin evidence add',
        });
}

/** `awareWhy` was given as `--aware-why`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
