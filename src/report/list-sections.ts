/*
 * The lists of the report page: the tables with their map, what could not be read, the files. In: a report
 * whose texts are visible and its summary. Out: markup. A list that ends early says how much it leaves out.
 */
import type { ExposureReport, ReportFile } from './exposure-report.ts';
import { html } from './html-markup.ts';
import type { Markup } from './html-markup.ts';
import { bytesText, countOf, countText } from './number-text.ts';
import { fileSentence, isTroubled } from './file-state.ts';
import type { FileState } from './file-state.ts';
import { classesOfTable, linkText, nameText } from './report-summary.ts';
import type { ReportSummary } from './report-summary.ts';
import type { SurveyedFile } from './survey-files.ts';

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

export function skippedSection(summary: ReportSummary): Markup {
  const { inputs, places, insideTroubled, insideLeftAlone } = summary.files;
  const told = inputs.filter(({ state }) => isTroubled(state) || state === 'empty');
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
      ${places.slice(0, placesShown).map(
        ({ path, offset, bytes, reason }) =>
          html`<tr>
            <td class="file">${path}</td>
            <td class="number">${bytes === 0 ? '' : countText(offset)}</td>
            <td class="number">${bytes === 0 ? '' : bytesText(bytes)}</td>
            <td>${reason}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  const inside = [
    ...(insideTroubled === 0
      ? []
      : [
          `${countOf(insideTroubled, 'file inside was', 'files inside were')} not read whole: the list of what lay inside begins with them.`,
        ]),
    ...(insideLeftAlone === 0
      ? []
      : [
          `${countOf(insideLeftAlone, 'file inside was', 'files inside were')} left alone; the same list says why.`,
        ]),
  ];
  const isNothing = summary.isWhole && told.length === 0 && inside.length === 0;
  return html`<section>
    <h2>What could not be read</h2>
    ${isNothing ? html`<p>Nothing: every file was read to its end, no row was skipped.</p>` : []}
    ${told.slice(0, filesShown).map((input) => html`<p>${sentenceOn(input)}</p>`)}
    ${leftOut(told.length - filesShown, 'file', 'files')}
    ${inside.map((sentence) => html`<p>${sentence}</p>`)}
    ${places.length === 0 ? [] : html`<div class="dense">${list}</div>`}
    ${leftOut(places.length - placesShown, 'place', 'places')}
  </section>`;
}

function sentenceOn({ file: { path, note }, state }: SurveyedFile): string {
  return fileSentence(path, state, note);
}

export function fileSection({ files }: ReportSummary): Markup {
  const { inputs } = files;
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
            <th scope="col">Format and encoding</th>
            <th scope="col">Held</th>
            <th scope="col">Read</th>
          </tr>
        </thead>
        <tbody>
          ${inputs.slice(0, filesShown).map(
            ({ file, state, held }) =>
              html`<tr>
                <th scope="row" class="file">
                  ${file.path}<br />${file.sha256 === '' ? 'not read' : html`<code>${file.sha256}</code>`}
                </th>
                <td class="number">${bytesText(file.bytes)}</td>
                ${formatCell(file)} ${heldCell(held)} ${readCell(state, file.note)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${leftOut(inputs.length - filesShown, 'file', 'files')}
  </section>`;
}

const readNames: Record<FileState, string> = {
  whole: 'to its end',
  empty: '',
  'in part': 'in part',
  'not read': 'not read',
  'left alone': 'left alone',
};

export function formatCell({ format, encoding }: ReportFile): Markup {
  const below = encoding === '' ? [] : html`<br /><span class="quiet">${encoding}</span>`;
  return html`<td class="format">${format === 'not read' ? '' : format}${below}</td>`;
}

export function heldCell(held: string): Markup {
  return html`<td class="held">${held.split(', ').map((part) => html`<div>${part}</div>`)}</td>`;
}

/** Whether a file was read whole, and if not, why. */
export function readCell(state: FileState, note?: string): Markup {
  const name = readNames[state];
  if (note === undefined || name === '') return html`<td class="read">${noteText(note ?? name)}</td>`;
  const style = isTroubled(state) ? 'trouble' : 'quiet';
  return html`<td class="read"><span class="${style}">${name}</span><br />${noteText(note)}</td>`;
}

/* A flag is not broken between its dashes and its name. */
function noteText(note: string): Markup[] {
  return note
    .split(/(--[a-z-]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="flag">${part}</span>` : html`${part}`));
}

/** The line that stands where a list ends early; nothing when it does not. */
export function leftOut(count: number, one: string, many: string): Markup[] {
  if (count <= 0) return [];
  return [
    html`<p class="quiet">${countOf(count, `more ${one} is`, `more ${many} are`)} in the JSON document.</p>`,
  ];
}
