// From what OCR believes to have seen to what is likely text. In: its table of words with confidence (TSV, as
// Tesseract writes it). Out: the lines that are likely text, as they stand on the page, and how many were dropped.
// A holiday picture yields marks that look like letters; none of them may become a person.

/** Confidence of a word, 0–100. Printed text has over 80 even where the scan is bad; foliage and cloth stay under 50. */
const sureWord = 60;

/** A line stays if this share of its letters and digits is in sure words. */
const sureShare = 0.5;

/** Fewer letters and digits on a whole page are marks, not text. */
const leastCharacters = 8;

/** A page stays if at least this share of all that was seen is in lines that stay. */
const leastPageShare = 0.3;

export interface LikelyText {
  /** Lines, an empty one where the page has a gap; empty where nothing is likely. */
  text: string;
  droppedLines: number;
  /** Mean confidence over all letters and digits seen, 0 where none were. */
  confidence: number;
  /** Letters and digits seen, likely or not. */
  characters: number;
}

interface Line {
  block: string;
  top: number;
  height: number;
  words: string[];
  characters: number;
  sure: number;
}

/** Levels of the table's rows: page, block, paragraph, line, word. */
const lineLevel = '4';
const wordLevel = '5';

export function likelyText(tsv: string): LikelyText {
  const lines = linesOf(tsv);
  const characters = lines.reduce((sum, line) => sum + line.characters, 0);
  const kept = lines.filter((line) => line.sure > 0 && line.sure >= line.characters * sureShare);
  const keptCharacters = kept.reduce((sum, line) => sum + line.characters, 0);
  const isText = keptCharacters >= leastCharacters && keptCharacters >= characters * leastPageShare;
  return {
    text: isText ? joinLines(kept) : '',
    droppedLines: isText ? lines.length - kept.length : lines.length,
    confidence: meanConfidence(tsv),
    characters,
  };
}

function linesOf(tsv: string): Line[] {
  const lines: Line[] = [];
  for (const row of tsv.split('\n')) {
    const [level, , block = '', , , , , top, , height, confidence, ...rest] = row.split('\t');
    if (level === lineLevel) {
      lines.push({ block, top: Number(top), height: Number(height), words: [], characters: 0, sure: 0 });
    }
    const word = rest.join('\t').trim();
    const line = lines.at(-1);
    if (level !== wordLevel || word === '' || !line) continue;
    const count = lettersIn(word);
    line.words.push(word);
    line.characters += count;
    if (Number(confidence) >= sureWord) line.sure += count;
  }
  return lines.filter((line) => line.words.length > 0);
}

function meanConfidence(tsv: string): number {
  let characters = 0;
  let weighted = 0;
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells[0] !== wordLevel) continue;
    const count = lettersIn(cells[11] ?? '');
    characters += count;
    weighted += count * Number(cells[10]);
  }
  return characters === 0 ? 0 : weighted / characters;
}

function lettersIn(word: string): number {
  return word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Tesseract sees a gap before the `@` of an e-mail address: what follows it has to look like a domain. */
const gapInAddress = /(?<=[\p{L}\p{N}]) (?=@[\p{L}\p{N}-]+\.[\p{L}\p{N}])/gu;

/** Lines of an address stay next to each other: Tesseract calls each a paragraph, so the gap decides. */
function joinLines(lines: Line[]): string {
  let text = '';
  let before: Line | undefined;
  for (const line of lines) {
    if (before) text += isNext(before, line) ? '\n' : '\n\n';
    text += line.words.join(' ').replaceAll(gapInAddress, '');
    before = line;
  }
  return text;
}

/** Of the same block, with a gap of less than one and a half lines between them. */
function isNext(before: Line, line: Line): boolean {
  const gap = line.top - (before.top + before.height);
  return before.block === line.block && gap < 1.5 * Math.max(before.height, line.height);
}
