/*
 * The lists of the report page: the tables with their map, what could not be read, the files. In: a report
 * whose texts are visible and its summary. Out: markup. A list that ends early says how much it leaves out.
 */
import type { ExposureReport } from './exposure-report.ts';
import { html } from './html-markup.ts';
import type { Markup } from './html-markup.ts';
import { bytesText, countOf, countText } from './number-text.ts';
import { classesOfTable, isEmptyFile, linkText, nameText } from './report-summary.ts';
import type { ReportSummary } from './report-summary.ts';

/* Some ten printed pages of tables, places and files; the JSON document has no such end. */
const tablesShown = 120;
const placesShown = 60;
const filesShown = 60;

export function tableSection(report: ExposureReport, summary: ReportSummary, map: Markup[]): Markup {
  const { peopleTables, tablesApart } = summary;
  const rest = peopleTables.length - tablesShown;
  const list = html`<table>
    <caption>
      Tables with people’s data, most people first.
    </caption>
    <thead>
      <tr>
        <th scope="col">Table</th>
        <th scope="col" class="number">Rows</th>
        <th scope="col" class="number">People</th>
        <th scope="col">Data classes</th>
        <th scope="col">Keys</th>
      </tr>
    </thead>
    <tbody>
      ${peopleTables.slice(0, tablesShown).map(
        (table) =>
          html`<tr>
            <th scope="row">${nameText(table.name)}</th>
            <td class="number">${countText(table.rows)}</td>
            <td class="number">${countText(table.people)}</td>
            <td>${classesOfTable(table, report).join(', ')}</td>
            <td class="keys">${table.links.slice(0, 8).map((link) => html`<div>${linkText(link)}</div>`)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<section>
    <h2>Where it was</h2>
    ${report.tables.length === 0 ? html`<p>No table was read.</p>` : []}
    ${tablesApart.length === 0 ? [] : html`<p>${tablesApart.join(' ')}</p>`} ${map}
    ${peopleTables.length === 0 ? [] : html`<div class="dense">${list}</div>`}
    ${leftOut(rest, 'table', 'tables')}
  </section>`;
}

export function skippedSection({ skipped, inputs }: ExposureReport, summary: ReportSummary): Markup {
  const cut = inputs.filter((input) => !input.complete && !isEmptyFile(input));
  const empty = inputs.filter(isEmptyFile);
  const list = html`<table>
    <caption>
      ${summary.skipped}. Offsets are bytes from the start of the unpacked file.
    </caption>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col" class="number">Offset</th>
        <th scope="col" class="number">Size</th>
        <th scope="col">Why</th>
      </tr>
    </thead>
    <tbody>
      ${skipped.slice(0, placesShown).map(
        (place) =>
          html`<tr>
            <td>${place.path}</td>
            <td class="number">${countText(place.offset)}</td>
            <td class="number">${bytesText(place.bytes)}</td>
            <td>${place.reason}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  return html`<section>
    <h2>What could not be read</h2>
    ${empty.map((input) => html`<p>${input.path}: the file is empty.</p>`)}
    ${skipped.length === 0 && empty.length === 0 && cut.length === 0 ? html`<p>Nothing: every file was read to its end, no row was skipped.</p>` : []}
    ${cut.map((input) => html`<p>${input.path} was not read to its end${input.note === undefined ? '' : `: ${input.note}`}.</p>`)}
    ${skipped.length === 0 ? [] : html`<div class="dense">${list}</div>`}
    ${leftOut(skipped.length - placesShown, 'place', 'places')}
  </section>`;
}

export function fileSection({ inputs }: ExposureReport): Markup {
  return html`<section>
    <h2>The files</h2>
    <div class="dense">
      <table>
        <caption>
          Each file as it was examined. The SHA-256 shows whether another copy is the same file.
        </caption>
        <thead>
          <tr>
            <th scope="col">File and SHA-256</th>
            <th scope="col" class="number">Size</th>
            <th scope="col">Format</th>
            <th scope="col">Encoding</th>
            <th scope="col">Read</th>
          </tr>
        </thead>
        <tbody>
          ${inputs.slice(0, filesShown).map(
            (input) =>
              html`<tr>
                <th scope="row" class="file">
                  ${input.path}<br />${input.sha256 === '' ? 'not read' : html`<code>${input.sha256}</code>`}
                </th>
                <td class="number">${bytesText(input.bytes)}</td>
                <td>${input.format}</td>
                <td>${input.encoding}</td>
                <td>
                  ${isEmptyFile(input) ? (input.note ?? '') : html`${input.complete ? 'to its end' : 'in part'}${input.note === undefined ? '' : html`<br />${input.note}`}`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${leftOut(inputs.length - filesShown, 'file', 'files')}
  </section>`;
}

/** The line that stands where a list ends early; nothing when it does not. */
export function leftOut(count: number, one: string, many: string): Markup[] {
  if (count <= 0) return [];
  return [
    html`<p class="quiet">${countOf(count, `more ${one} is`, `more ${many} are`)} in the JSON document.</p>`,
  ];
}
