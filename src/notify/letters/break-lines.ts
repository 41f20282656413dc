// A paragraph into lines, so that its right edge is as even as it can be and its last line is no single short word. In: a
// text, the width of a line, what measures. Out: lines without the spaces between them. Set once for a text that a
// thousand people share, so it looks at all ways to break it.

export interface Measure {
  (text: string): number;
}

/** What a line costs more than its unevenness: fewer lines always win. */
const lineCost = 1;
/** A last line shorter than this share of the width looks like a mistake. */
const shortLast = 0.15;
const shortLastCost = 0.4;

export function breakLines(text: string, width: number, measure: Measure): string[] {
  const words = wordsOf(text, width, measure);
  const space = measure(' ');
  const widths = words.map(({ text: word }) => measure(word));
  // the least that the words up to here cost, and where the line before them ended
  const costs = [0];
  const starts = [0];
  for (let end = 1; end <= words.length; end++) {
    [costs[end], starts[end]] = [Infinity, end - 1];
    let line = 0;
    for (let start = end - 1; start >= 0; start--) {
      line += widths[start]! + (start < end - 1 && words[start]!.isApart ? space : 0);
      if (line > width && start < end - 1) break;
      const slack = Math.max(0, 1 - line / width);
      const isLast = end === words.length;
      const uneven = isLast ? (1 - slack < shortLast && start > 0 ? shortLastCost : 0) : slack * slack;
      const cost = costs[start]! + lineCost + uneven;
      if (cost < costs[end]!) [costs[end], starts[end]] = [cost, start];
    }
  }
  const lines: string[] = [];
  for (let end = words.length; end > 0; end = starts[end]!) {
    const line = words.slice(starts[end], end);
    lines.push(
      line.map(({ text: word, isApart }, i) => word + (isApart && i < line.length - 1 ? ' ' : '')).join(''),
    );
  }
  return lines.toReversed();
}

interface Word {
  text: string;
  /** A space follows it; else a line may end after it all the same. */
  isApart: boolean;
}

/** A word wider than a line is cut where the line ends. */
function wordsOf(text: string, width: number, measure: Measure): Word[] {
  const words: Word[] = [];
  for (const word of text.split(' ').filter((one) => one !== '')) {
    // after a hyphen or a slash between letters
    const parts = word.split(/(?<=\p{L}[-–/])(?=\p{L})/u);
    for (const [i, part] of parts.entries()) {
      let rest = part;
      while (rest.length > 1 && measure(rest) > width) {
        let most = rest.length - 1;
        while (most > 1 && measure(rest.slice(0, most)) > width) most--;
        words.push({ text: rest.slice(0, most), isApart: false });
        rest = rest.slice(most);
      }
      words.push({ text: rest, isApart: i === parts.length - 1 });
    }
  }
  return words;
}
