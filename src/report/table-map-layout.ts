/*
 * Where the boxes and lines of the table map stand. In: a report and its tables with people's data. Out:
 * boxes and lines in the picture's units. Tables about people stand on the left, tables linked to them on
 * the right; where one kind is missing, the other takes both sides. Never more than fits an A4 page.
 */
import type { ExposureReport, ReportLink, ReportTable } from './exposure-report.ts';
import { fitText, textWidth, wrapText } from './fit-text.ts';
import { countOf } from './number-text.ts';
import { classesOfTable } from './report-summary.ts';

/* In the picture's own units, a thousand across: on A4 some 5.6 to the millimetre. */
export const across = 1000;
export const boxWidth = 330;
export const gutter = 100;
const noGutter = 2;
const gap = 26;
export const padding = 14;
export const lineHeight = 19;
const boxesPerSide = 8;
const classLinesShown = 3;
/* The widest common sans-serif takes 8.6 units a character at this size; what is wider is clipped. */
export const columnsInBox = Math.floor((boxWidth - 2 * padding) / 7.6);
export const columnsInTitle = Math.floor((boxWidth - 2 * padding) / 9.8);

export interface MapBox {
  table: ReportTable;
  side: 'left' | 'right';
  x: number;
  y: number;
  height: number;
  countLines: string[];
  classLines: string[];
}

export interface MapLine {
  link: ReportLink;
  from: MapBox;
  to: MapBox;
  start: Point;
  end: Point;
}

interface Point {
  x: number;
  y: number;
}

/** Boxes of at most `boxesPerSide` tables a side; nothing in two places. */
export function placeBoxes(report: ExposureReport, tables: ReportTable[]): MapBox[] {
  const people = tables.filter((table) => table.about === 'people');
  const linked = tables.filter((table) => table.about === 'linked');
  const one = linked.length === 0 ? people : people.length === 0 ? linked : undefined;
  const left = (one === undefined ? people : one.filter((_, index) => index % 2 === 0)).slice(
    0,
    boxesPerSide,
  );
  const right = (one === undefined ? linked : one.filter((_, index) => index % 2 === 1)).slice(
    0,
    boxesPerSide,
  );
  /* Lines between tables of one side run outside of it and need room there. */
  const [leftRoom, rightRoom] = [left, right].map((side) => (areLinkedWithin(side) ? gutter : noGutter));
  const leftBoxes = stack(report, left, 'left', leftRoom ?? gutter);
  const rightX = across - (rightRoom ?? gutter) - boxWidth;
  return [...leftBoxes, ...stack(report, facingFirst(right, leftBoxes), 'right', rightX)];
}

function areLinkedWithin(tables: ReportTable[]): boolean {
  return tables.some((table) => tables.some((other) => other !== table && areLinked(table, other)));
}

/* Tables stand at the height of those they are linked with, so that few lines cross. */
function facingFirst(tables: ReportTable[], boxes: MapBox[]): ReportTable[] {
  const height = (table: ReportTable): number => {
    const ends = boxes.filter((box) => areLinked(table, box.table)).map((box) => box.y);
    return ends.length === 0 ? Infinity : ends.reduce((sum, y) => sum + y, 0) / ends.length;
  };
  const heights = new Map(tables.map((table) => [table, height(table)]));
  return [...tables].sort((a, b) => {
    const [first, second] = [heights.get(a) ?? 0, heights.get(b) ?? 0];
    return first === second ? 0 : first - second;
  });
}

function areLinked(a: ReportTable, b: ReportTable): boolean {
  return a.links.some((link) => link.table === b.name) || b.links.some((link) => link.table === a.name);
}

function stack(report: ExposureReport, tables: ReportTable[], side: MapBox['side'], x: number): MapBox[] {
  let y = 4;
  return tables.map((table) => {
    const classLines = boxClassLines(classesOfTable(table, report));
    const countLines = boxCountLines(table);
    const height = 2 * padding + lineHeight * (1 + countLines.length + classLines.length);
    const box: MapBox = { table, side, x, y, height, countLines, classLines };
    y += height + gap;
    return box;
  });
}

/* A number cut at the edge of its box would be another number: long ones take two lines. */
function boxCountLines(table: ReportTable): string[] {
  const counts = [countOf(table.rows, 'row', 'rows'), countOf(table.people, 'person', 'people')];
  const line = counts.join(', ');
  return textWidth(line) <= columnsInBox ? [line] : counts;
}

/* Whole names only; what does not fit is counted. */
function boxClassLines(classes: string[]): string[] {
  for (let shown = Math.min(classes.length, 24); shown > 1; shown -= 1) {
    const more = classes.length > shown ? [`${classes.length - shown} more`] : [];
    const lines = wrapText([...classes.slice(0, shown), ...more].join(', '), columnsInBox);
    if (lines.length <= classLinesShown) return lines;
  }
  return wrapText(fitText(classes.join(', '), columnsInBox * 2), columnsInBox);
}

/** One line for each pair of tables and meaning: forty keys between two tables are one relation. */
export function linesBetween(boxes: MapBox[]): MapLine[] {
  const byName = new Map(boxes.map((box) => [box.table.name, box]));
  const pairs = new Map<string, Pick<MapLine, 'link' | 'from' | 'to'>>();
  for (const from of boxes) {
    for (const link of from.table.links) {
      const to = byName.get(link.table);
      if (to === undefined || to === from) continue;
      const key = `${boxes.indexOf(from)} ${boxes.indexOf(to)} ${link.meaning}`;
      if (!pairs.has(key)) pairs.set(key, { link, from, to });
    }
  }
  const drawn = [...pairs.values()].map(({ link, from, to }): MapLine => ({
    link,
    from,
    to,
    start: { x: 0, y: 0 },
    end: { x: 0, y: 0 },
  }));
  for (const box of boxes) {
    spreadEnds(box, drawn, 'inner');
    spreadEnds(box, drawn, 'outer');
  }
  return drawn;
}

/* Lines between the sides end on the inner edge of a box, lines within a side on its outer edge; the
   ends on one edge stand apart, in the order in which the lines do not cross. */
function spreadEnds(box: MapBox, drawn: MapLine[], edge: 'inner' | 'outer'): void {
  const x = (box.side === 'left') === (edge === 'inner') ? box.x + boxWidth : box.x;
  const ends = drawn
    .filter(({ from, to }) => (from === box || to === box) && (from.side === to.side) === (edge === 'outer'))
    .map((line) => ({
      point: line.from === box ? line.start : line.end,
      other: line.from === box ? line.to : line.from,
    }));
  const down = ({ other }: { other: MapBox }): number => (edge === 'outer' && other.y > box.y ? 1 : 0);
  ends.sort(
    (a, b) => down(a) - down(b) || (edge === 'outer' ? b.other.y - a.other.y : a.other.y - b.other.y),
  );
  ends.forEach(({ point }, index) => {
    point.x = x;
    point.y = Math.round(box.y + (box.height * (index + 1)) / (ends.length + 1));
  });
}
