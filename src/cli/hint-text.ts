// What to do about an error, for a terminal of 80 columns. In: a hint. Out: `hint: ` and the hint, broken at blanks.

const width = 80;
const lead = 'hint: ';

export function hintText(hint: string): string {
  const lines: string[] = [];
  let line = lead.trimEnd();
  for (const word of hint.split(' ')) {
    if (line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${' '.repeat(lead.length)}${word}`;
    } else line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
