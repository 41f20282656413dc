/*
 * Why there may be more people than were counted, and what would help. In: the files of a report as surveyed.
 * Out: sentences for the top of the report; none when everything was read whole.
 */
import type { FileSurvey, SurveyedFile } from './survey-files.ts';
import { isTroubled, lacksLastLine, noteOn, remedyOf } from './file-state.ts';
import { fitText } from './fit-text.ts';
import { countOf, countText } from './number-text.ts';

/* A name in a sentence; whole paths stand in the lists. */
const nameWidth = 60;

/** Each with its full stop, the most important first. */
export function warningsOf(survey: FileSurvey): string[] {
  const { places } = survey;
  return [
    ...partialWarning(survey),
    ...remedyWarnings(survey),
    ...(places.length === 0
      ? []
      : [`${countOf(places.length, 'place was', 'places were')} not read as rows; see below.`]),
  ];
}

/** The last part of a path, for sentences; the whole path stands in the list of files. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path;
}

function partialWarning({ inputs, inside, insideCount, insideTroubled }: FileSurvey): string[] {
  const cut = inputs.filter(({ state }) => isTroubled(state));
  const cutInside = inside.slice(0, insideTroubled);
  const first = worstOf(cut) ?? worstOf(cutInside);
  if (first === undefined) return [];
  const { path, note } = first.file;
  const why = note === undefined ? '' : ` (${noteOn(fitText(fileName(path), nameWidth), note)})`;
  const files = `${countText(inputs.length)} files`;
  const [head = [], ...rest] = [
    ...(cut.length > 0 && inputs.length === 1 ? [[loneFileText(first)]] : [partsText(cut, files)]),
    insideParts(cutInside, insideCount, insideCount > inside.length),
  ].filter((parts) => parts.length > 0);
  const [worst = '', ...others] = head;
  const told = [[`${worst}${why}`, ...others], ...rest].map((parts) => parts.join(', ')).join('; ');
  return [`Partial result: ${told}, so there may be more people.`];
}

/* The one that is told of is of the kind that is counted first. */
function worstOf(cut: SurveyedFile[]): SurveyedFile | undefined {
  return (
    cut.find(({ state }) => state === 'not read') ??
    cut.find(({ file }) => !lacksLastLine(file.note)) ??
    cut[0]
  );
}

function loneFileText({ file, state }: SurveyedFile): string {
  if (lacksLastLine(file.note)) return 'the file may be incomplete';
  return state === 'not read' ? 'the file could not be read' : 'the file was not read to its end';
}

/* Where not all files are listed, there may be more of them that were not read. */
function insideParts(cut: SurveyedFile[], count: number, isListCut: boolean): string[] {
  const parts = partsText(cut, `${countOf(count, 'file', 'files')} inside`);
  return isListCut ? parts.map((part) => `at least ${part}`) : parts;
}

/* '3 of 214 files inside could not be read', '1 not to the end' and '2 may be incomplete'. */
function partsText(cut: SurveyedFile[], all: string): string[] {
  const unread = cut.filter(({ state }) => state === 'not read').length;
  const lacking = cut.filter(({ state, file }) => state !== 'not read' && lacksLastLine(file.note)).length;
  const inPart = cut.length - unread - lacking;
  const counted: [number, string, string][] = [
    [unread, 'could not be read', 'could not be read'],
    [inPart, 'not read to the end', 'not to the end'],
    [lacking, 'may be incomplete', 'may be incomplete'],
  ];
  return counted
    .filter(([count]) => count > 0)
    .map(([count, first, further], i) =>
      i === 0 ? `${countText(count)} of ${all} ${first}` : `${countText(count)} ${further}`,
    );
}

function remedyWarnings({ inputs, inside, places }: FileSurvey): string[] {
  const paths = { password: new Set<string>(), unlock: new Set<string>(), 'ocr pages': new Set<string>() };
  const take = (path: string, note: string): void => {
    const remedy = remedyOf(note);
    if (remedy !== null) paths[remedy].add(path);
  };
  for (const { file, state } of [...inputs, ...inside])
    if (isTroubled(state)) take(file.path, file.note ?? '');
  for (const { path, reason } of places) take(path, reason);
  const { password, unlock, 'ocr pages': scanned } = paths;
  return [
    ...(password.size > 0
      ? [`${countOf(password.size, 'file is', 'files are')} encrypted: give the password with --password.`]
      : []),
    ...(unlock.size > 0
      ? [
          `${countOf(unlock.size, 'file is', 'files are')} locked with a password: unlock and give ${unlock.size === 1 ? 'it' : 'them'} again.`,
        ]
      : []),
    ...(scanned.size > 0
      ? [
          `Scanned pages of ${countOf(scanned.size, 'file', 'files')} were not read, as the limit of pages was reached: raise it with --ocr-pages.`,
        ]
      : []),
  ];
}
