/*
 * The last part of the page: how each number was made, and for every column with personal data why it is
 * taken to hold it. In: a report and its summary. Out: markup. Examples appear only where the report has
 * them, masked by shape as they came.
 */
import type { ExposureReport, ReportColumn, ReportColumnClass, ReportTable } from './exposure-report.ts';
import { html } from './html-markup.ts';
import type { Markup } from './html-markup.ts';
import { bytesText, countText, shareText, speedText } from './number-text.ts';
import { leftOut } from './list-sections.ts';
import { lookedFor } from './looked-for.ts';
import { columnPath, nameText } from './report-summary.ts';
import type { ReportSummary } from './report-summary.ts';

/* Some ten printed pages; the JSON document lists every column. */
const columnsShown = 300;

interface Place {
  table: ReportTable;
  column: ReportColumn;
}

interface Finding extends Place {
  /** null for a column in which nothing was recognised, but of which there is something to say. */
  found: ReportColumnClass | null;
}

export function evidenceSection(report: ExposureReport, summary: ReportSummary): Markup {
  const findings = findingsOf(report, summary);
  const bytes = report.inputs.reduce((sum, input) => sum + input.bytes, 0);
  const apart =
    summary.apart.length === 0 ? '' : `Counted apart, and not among the people: ${summary.apart.join(', ')}.`;
  const among = summary.among.length === 0 ? '' : `Among the people: ${summary.among.join(', ')}.`;
  return html`<section>
    <h2>How the numbers were made</h2>
    <p>${report.people.method}</p>
    ${among === '' ? [] : html`<p>${among}</p>`} ${apart === '' ? [] : html`<p>${apart}</p>`}
    <p>
      A person counts once for a data class, however many values of it were found and however many tables they
      stand in. Values are all that were found, different values are counted without repeats.
      ${bytesText(bytes)} of files were examined in
      ${speedText(report.seconds, report.megabytesPerSecond, ', ')}.
    </p>
    <p>${lookedFor}</p>
    ${findings.length === 0 ? [] : evidenceTable(findings.slice(0, columnsShown))}
    ${leftOut(findings.length - columnsShown, 'column', 'columns')}
  </section>`;
}

/* Tables without people come last, and only with columns whose values are not as they should be. */
function findingsOf({ tables }: ExposureReport, { peopleTables }: ReportSummary): Finding[] {
  const apart = tables.filter(({ about }) => about === 'nobody');
  return [
    ...peopleTables
      .flatMap(columnsOf)
      .flatMap((place) => place.column.classes.map((found) => ({ ...place, found }))),
    ...[...peopleTables, ...apart]
      .flatMap(columnsOf)
      .filter(({ column }) => column.classes.length === 0 && column.note !== undefined)
      .map((place) => ({ ...place, found: null })),
  ];
}

function columnsOf(table: ReportTable): Place[] {
  return table.columns.map((column) => ({ table, column }));
}

function evidenceTable(findings: Finding[]): Markup {
  const examples = findings.some(({ found }) => (found?.examples ?? []).length > 0);
  return html`<div class="dense">
    <table>
      <caption>
        The columns that hold personal data and the evidence for each. Confidence is that of the class, from
        the column’s name and its values.
      </caption>
      <thead>
        <tr>
          <th scope="col">Table and column</th>
          <th scope="col">Data class</th>
          <th scope="col" class="number">Values</th>
          <th scope="col" class="number">Confidence</th>
          <th scope="col">Evidence</th>
          ${examples ? html`<th scope="col">Examples, masked</th>` : []}
        </tr>
      </thead>
      <tbody>
        ${findings.map((finding) => evidenceRow(finding, examples))}
      </tbody>
    </table>
  </div>`;
}

function evidenceRow({ table, column, found }: Finding, examples: boolean): Markup {
  const kind = found?.kind ?? null;
  const [tableName, columnName] = [nameText(table.name), nameText(column.name)];
  const between = columnPath(table.name, column.name).slice(tableName.length, -columnName.length);
  const note = column.note === undefined ? [] : html`<div class="trouble">${column.note}</div>`;
  return html`<tr>
    <th scope="row">${tableName}${between}<wbr />${columnName}</th>
    <td class="found">
      ${found === null ? 'none recognised' : found.class}${kind === null ? '' : html`<br /><span class="quiet">${kind}</span>`}
    </td>
    <td class="number">${found === null ? '' : countText(found.values)}</td>
    <td class="number">${found === null ? '' : shareText(found.confidence, 1)}</td>
    <td class="evidence">${found?.evidence ?? ''}${note}</td>
    ${examples ? html`<td>${(found?.examples ?? []).map((example) => html`<div>${example}</div>`)}</td>` : []}
  </tr>`;
}
