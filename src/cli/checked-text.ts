// What a check came to, for a terminal of 80 columns. In: what was checked, what holds, what is wrong and where. Out:
// lines, the verdict first. What comes from the file that was checked may steer a terminal: it is shown instead of sent.

import { visibleText, wrapText } from '../report/index.ts';

export interface Checked {
  ok: boolean;
  holds: readonly string[];
  problems: readonly { place: string; what: string }[];
  remarks: readonly string[];
}

const width = 80;

export function checkedText(subject: string, { ok, holds, problems, remarks }: Checked): string {
  const lines = [`${ok ? 'holds' : 'DOES NOT HOLD'}: ${subject}`];
  for (const said of holds) lines.push(...wrapped(visibleText(said), 2, 4));
  for (const { place, what } of problems)
    lines.push(...wrapped(visibleText(place), 2, 4), ...wrapped(visibleText(what), 4, 4));
  for (const remark of remarks) lines.push(...wrapped(`note: ${visibleText(remark)}`, 2, 4));
  return `${lines.join('\n')}\n`;
}

/** Broken at blanks; the first line by so many blanks, the others by so many. */
export function wrapped(text: string, first: number, further: number): string[] {
  const indent = Math.max(first, further);
  return wrapText(text, width - indent).map((line, i) => `${' '.repeat(i === 0 ? first : further)}${line}`);
}
