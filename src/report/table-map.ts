/*
 * The picture of the tables with people's data and the keys between them, as SVG. In: a report and its
 * summary. Out: a figure with a title and a description for those who do not see it; the table list
 * beside it says the same in words. Where things stand is decided by table-map-layout.ts.
 */
import type { ExposureReport } from './exposure-report.ts';
import { fitText } from './fit-text.ts';
import { html } from './html-markup.ts';
import type { Markup } from './html-markup.ts';
import { countOf } from './number-text.ts';
import { nameText } from './report-summary.ts';
import type { ReportSummary } from './report-summary.ts';
import {
  across,
  boxWidth,
  columnsInTitle,
  gutter,
  lineHeight,
  linesBetween,
  padding,
  placeBoxes,
} from './table-map-layout.ts';
import type { MapBox, MapLine } from './table-map-layout.ts';

/** Nothing to draw gives an empty list, anything else one figure. */
export function tableMap(report: ExposureReport, summary: ReportSummary): Markup[] {
  const boxes = placeBoxes(report, summary.peopleTables);
  if (boxes.length === 0) return [];
  const drawn = linesBetween(boxes);
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 4;
  const hidden = summary.peopleTables.length - boxes.length;
  const more =
    hidden > 0 ? [html` ${countOf(hidden, 'more table is', 'more tables are')} in the list below.`] : [];
  return [
    html`<figure>
      <svg
        class="map"
        viewBox="0 0 ${across} ${height}"
        role="img"
        aria-labelledby="map-title map-description"
      >
        <title id="map-title">Map of the tables with people’s data</title>
        <desc id="map-description">${[describe(boxes, drawn), ...summary.tablesApart].join(' ')}</desc>
        ${drawn.map(drawLink)} ${boxes.map(drawBox)} ${drawn.map(drawKey)}
      </svg>
      <figcaption>
        Shaded: tables whose rows are people. White: tables whose rows belong to people. Thick lines join rows
        of the same person, thin lines say whom a row belongs to, broken lines another relation. The dot marks
        the table that is pointed at.${more}
      </figcaption>
    </figure>`,
  ];
}

function drawBox({ table, x, y, height, countLines, classLines }: MapBox): Markup {
  const texts = [...countLines, ...classLines];
  return html`<svg x="${x}" y="${y}" width="${boxWidth}" height="${height}">
    <rect class="box ${table.about}" x="1" y="1" width="${boxWidth - 2}" height="${height - 2}" rx="5" />
    <text class="title" x="${padding}" y="${padding + 14}">
      ${fitText(nameText(table.name), columnsInTitle)}
    </text>
    ${texts.map(
      (text, index) =>
        html`<text
          class="${index < countLines.length ? 'count' : 'class'}"
          x="${padding}"
          y="${padding + 14 + lineHeight * (index + 1)}"
        >
          ${text}
        </text>`,
    )}
  </svg>`;
}

function drawLink({ link, from, to, start, end }: MapLine): Markup {
  /* Within a side the farther tables are joined by the wider bow, so that bows lie inside one another. */
  const bow = Math.min(gutter - 10, 30 + Math.abs(end.y - start.y) / 5) * (from.side === 'left' ? -1 : 1);
  const middle = (start.x + end.x) / 2;
  const [first, second] = from.side === to.side ? [start.x + bow, end.x + bow] : [middle, middle];
  const meaning =
    link.meaning === 'same person' ? 'same' : link.meaning === 'relation' ? 'relation' : 'belongs';
  const path = `M${start.x} ${start.y} C${first} ${start.y} ${second} ${end.y} ${end.x} ${end.y}`;
  return html`<path class="link ${meaning}" d="${path}" />
    <circle class="end" cx="${end.x}" cy="${end.y}" r="4.5" />`;
}

/* The name of the key stands where its line leaves the table that has it, on the side it does not turn to. */
function drawKey({ link, from, to, start, end }: MapLine): Markup {
  const within = from.side === to.side;
  const rightwards = (from.side === 'left') !== within;
  const x = start.x + (rightwards ? 10 : -10);
  const y = start.y + (end.y < start.y ? 16 : -7);
  const name = fitText(nameText(link.column), within ? 12 : 17);
  return html`<text class="key" x="${x}" y="${y}" text-anchor="${rightwards ? 'start' : 'end'}"
    >${name}</text
  >`;
}

function describe(boxes: MapBox[], drawn: MapLine[]): string {
  const tables = boxes.map(
    ({ table }) => `${fitText(nameText(table.name), 60)}: ${countOf(table.people, 'person', 'people')}`,
  );
  const links = drawn.map(
    ({ link, from, to }) =>
      `${[from, to].map(({ table }) => fitText(nameText(table.name), 60)).join(' to ')}, ${link.meaning}`,
  );
  return `${countOf(boxes.length, 'table', 'tables')}. ${[...tables, ...links].join('. ')}.`;
}
