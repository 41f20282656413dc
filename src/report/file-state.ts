/*
 * What became of a file: read whole, in part, not at all, or left alone on purpose. In: a line of the report's
 * lists of files. Out: one word for it, and the words in which it is told. The words of the notes are those of
 * the read stage; a note that none of these expressions knows is told as it stands.
 */
import type { ReportFile } from './exposure-report.ts';

/** 'left alone': nothing a person could stand in was looked for in it, such as a picture too small for a line. */
export type FileState = 'whole' | 'empty' | 'in part' | 'not read' | 'left alone';

/* Pictures too small for a line of print, and links, whose targets are members themselves or not there at all. */
const leftAloneNotes = /not searched for text$|symbolic link, which is not followed$/;

/* A dump without a row, or without its last line, was read all the same. */
const dumpFormats = /\b(?:dump|mysqldump|pg_dump|SQL|script)\b/;

/** `holdsSomething`: files lie inside it, or text of it was searched. */
export function fileState(file: ReportFile, holdsSomething: boolean): FileState {
  const { complete, note = '', format, rows, documents } = file;
  if (note === 'the file is empty') return 'empty';
  if (complete) return 'whole';
  if (leftAloneNotes.test(note)) return 'left alone';
  if (format === 'not read') return 'not read';
  return rows > 0 || documents > 0 || holdsSomething || dumpFormats.test(format) ? 'in part' : 'not read';
}

/** Whether there may be more in the file than was read. */
export function isTroubled(state: FileState): boolean {
  return state === 'in part' || state === 'not read';
}

/** Whether all of the file was read, which lacks nothing but the line that says it is complete. */
export function lacksLastLine(note = ''): boolean {
  return lastLineMissing.test(note);
}

/** 'not read; it is encrypted', 'not read to its end: the dump ends …'; '' where there is nothing to say. */
export function stateText(state: FileState, note = ''): string {
  if (!isTroubled(state)) return note;
  // all there is was read: it may not be all there was
  if (lacksLastLine(note)) return `may be incomplete: ${note}`;
  const what = state === 'in part' ? 'not read to its end' : 'not read';
  if (note === '') return what;
  return isPredicate.test(note) ? `${what}; it ${note}` : `${what}: ${note}`;
}

/** The sentence about a file: 'a.sql was not read to its end: …', 'a.sql may be incomplete: …', 'a.png: …'. */
export function fileSentence(path: string, state: FileState, note = ''): string {
  if (!isTroubled(state)) return `${path}: ${note}.`;
  return `${path} ${lacksLastLine(note) ? '' : 'was '}${stateText(state, note)}.`;
}

/** The note after the name of the file: 'a.pdf is damaged', 'b.sql: the dump ends …'. */
export function noteOn(name: string, note: string): string {
  return isPredicate.test(note) ? `${name} ${note}` : `${name}: ${note}`;
}

const lastLineMissing = /^the line with which a dump says that it is complete is missing/;

/* Most notes go on where the name of the file stands. */
const isPredicate = /^(?:cannot|does not|has|holds|is|lacks|lies|needs|repeats|takes|unpacks)\b/;

/** What the user may do about it himself, told by the flag or the word that the note holds. */
export function remedyOf(note: string): 'password' | 'unlock' | 'ocr pages' | null {
  if (note.includes('--password')) return 'password';
  if (note.includes('--ocr-pages')) return 'ocr pages';
  return note.includes('locked with a password') ? 'unlock' : null;
}
