// What became of letters, for people. In: what was made. Out: its text, 80 columns wide.

import type { MadeLetters } from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';
import { counted } from '../counted.ts';

const shownFiles = 12;

export function lettersText(made: MadeLetters, { out }: { out: string }, id: string): string {
  const { letters, pages, sheets, files } = made;
  if (letters === 0 && made.unprintable === 0 && made.notSet.length === 0)
    return 'no letter is planned that was not written before\n';
  const lines = [
    `${counted(letters, 'letter')}, ${counted(pages, 'page')} on ${counted(sheets, 'sheet')}, in ${counted(files.length, 'file')}`,
    ...wrapped(visibleText(out), 2, 2),
    '',
    ...files
      .slice(0, shownFiles)
      .map(
        ({ file, letters: of, sheets: on, window }) =>
          `  ${file.padEnd(26)} ${counted(of, 'letter').padStart(14)}  ${counted(on, 'sheet').padStart(12)}  window ${window}`,
      ),
    ...(files.length > shownFiles ? [`  and ${counted(files.length - shownFiles, 'more file')}`] : []),
    '',
    ...wrapped(
      'manifest.json has the SHA-256 of each file, manifest.csv the pages and the reference of each letter. Print both sides, in the size they have: else the address leaves its window.',
      0,
      0,
    ),
    ...remarks(made, id),
  ];
  return `${lines.join('\n')}\n`;
}

function remarks({ ended, again, unprintable, notSet, withoutSender }: MadeLetters, id: string): string[] {
  const said: string[] = [];
  if (ended > 0)
    said.push(`${counted(ended, 'file')} of a run that was stopped ${ended === 1 ? 'is' : 'are'} now whole.`);
  if (again !== null)
    said.push(
      `Batch ${again.batch} was written once more, ${again.isSame ? 'the same to the byte' : 'not the same to the byte'}; see that each of its letters is posted once.`,
    );
  if (unprintable > 0)
    said.push(
      `${counted(unprintable, 'person', 'people')} will be told over the next channel, or ${unprintable === 1 ? 'is' : 'are'} in the substitute list: the address cannot be printed as it is.`,
    );
  for (const { variant, language, letters } of notSet)
    said.push(
      visibleText(
        `${counted(letters, 'letter')} of variant ${variant} (${language}) ${letters === 1 ? 'was' : 'were'} not written: the fonts here cannot set the text. They are still planned.`,
      ),
    );
  if (withoutSender)
    said.push(
      'Nobody said where letters go back to that do not arrive: give the contact an address by post in the file of --about when you plan.',
    );
  said.push(`Letters that come back: tocsin notify returned ${id} --file FILE`);
  return said.flatMap((text) => ['', ...wrapped(text, 0, 2)]);
}
