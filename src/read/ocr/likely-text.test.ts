import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyText } from './likely-text.ts';

interface Seen {
  top: number;
  words: [string, number][];
  block?: number;
}

/** The table as Tesseract writes it, for lines 30 pixels high. */
function tsv(lines: Seen[]): string {
  const rows = lines.flatMap(({ top, words, block = 1 }, i) => [
    `4\t1\t${block}\t1\t${i}\t0\t10\t${top}\t500\t30\t-1\t`,
    ...words.map(([word, sure], j) => `5\t1\t${block}\t1\t${i}\t${j}\t10\t${top}\t50\t30\t${sure}\t${word}`),
  ]);
  return `1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t\n${rows.join('\n')}\n`;
}

describe('lines', () => {
  test('near each other stay together, a gap is an empty line', () => {
    const seen = tsv([
      {
        top: 0,
        words: [
          ['Ada', 95],
          ['Example', 93],
        ],
      },
      {
        top: 50,
        words: [
          ['75010', 96],
          ['PARIS', 96],
        ],
      },
      { top: 180, words: [['Madame,', 91]] },
    ]);
    expect(likelyText(seen).text).toBe('Ada Example\n75010 PARIS\n\nMadame,');
  });

  test('an e-mail address is one word, a mention of a name stays apart', () => {
    const seen = tsv([
      {
        top: 0,
        words: [
          ['ada', 95],
          ['@example.org', 95],
        ],
      },
      {
        top: 40,
        words: [
          ['with', 95],
          ['@example', 95],
        ],
      },
    ]);
    expect(likelyText(seen).text).toBe('ada@example.org\nwith @example');
  });

  test('of different blocks are apart', () => {
    const seen = tsv([
      {
        top: 0,
        words: [
          ['left', 95],
          ['column', 95],
        ],
      },
      { top: 40, words: [['right', 95]], block: 2 },
    ]);
    expect(likelyText(seen).text).toBe('left column\n\nright');
  });

  test('that are unsure are dropped and counted', () => {
    const seen = tsv([
      {
        top: 0,
        words: [
          ['Madame', 95],
          ['Exemple', 93],
        ],
      },
      {
        top: 40,
        words: [
          ['Wj1', 21],
          ['aX', 33],
        ],
      },
    ]);
    expect(likelyText(seen)).toMatchObject({ text: 'Madame Exemple', droppedLines: 1 });
  });
});

describe('a page', () => {
  test('of mostly unsure marks has no text, though a few are sure', () => {
    const marks = Array.from({ length: 20 }, (_, i): Seen => ({ top: 40 * i, words: [['Wjamq', 25]] }));
    const seen = tsv([
      ...marks,
      {
        top: 900,
        words: [
          ['Il', 88],
          ['Ana', 80],
          ['Oslo', 75],
        ],
      },
    ]);
    expect(likelyText(seen)).toMatchObject({ text: '', droppedLines: 21 });
  });

  test('with hardly a letter has no text', () => {
    expect(likelyText(tsv([{ top: 0, words: [['Il', 95]] }])).text).toBe('');
    expect(likelyText('')).toEqual({ text: '', droppedLines: 0, confidence: 0, characters: 0 });
  });

  test('is judged by letters and digits: marks and lines do not count', () => {
    const seen = tsv([
      {
        top: 0,
        words: [
          ['Lefebvre', 90],
          ['|||||||||||||', 10],
        ],
      },
    ]);
    expect(likelyText(seen)).toMatchObject({ characters: 8, confidence: 90 });
  });
});

test('any table is taken', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(likelyText(`4\t${text}\n5\t${text}`).text.length).toBeLessThanOrEqual(text.length);
    }),
  );
});
