// Evidence on a terminal of 80 columns.

import { fitPath, fitText, visibleText } from '../../report/index.ts';

const width = 80;
const indent = '    ';

/** `E1  copy  12,345 bytes  path`, and its hash on a line of its own. */
export function evidenceLines(
  { id, how, bytes, sha256, path }: { id: string; how: string; bytes: number; sha256: string; path: string },
  further: string[] = [],
): string {
  const head = `${id}  ${how}  ${bytes.toLocaleString('en')} ${bytes === 1 ? 'byte' : 'bytes'}  `;
  return [
    `${head}${fitPath(visibleText(path), width - head.length)}`,
    `${indent}sha256 ${sha256}`,
    ...further.map((line) => `${indent}${fitText(visibleText(line), width - indent.length)}`),
    '',
  ].join('\n');
}

/** `changed    path`, below the lines of an evidence. */
export function stateLine(state: string, what: string): string {
  const head = `${indent}${state.padEnd(10)} `;
  return `${head}${fitPath(visibleText(what), width - head.length)}\n`;
}

/** For stderr: what could not be taken, and why. */
export function failedLine({ path, reason }: { path: string; reason: string }): string {
  return `not taken: ${visibleText(path)}: ${reason}\n`;
}
