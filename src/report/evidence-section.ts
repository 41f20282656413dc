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
import { nameText } from './report-summary.ts';
import type { ReportSummary } from './report-summary.ts';

/* Some ten printed pages; the JSON document lists every column. */
const columnsShown = 300;

interface Finding {
  table: ReportTable;
  column: ReportColumn;
  found: ReportColumnClass;
}

export function evidenceSection(report: ExposureReport, summary: ReportSummary): Markup {
  const findings = summary.peopleTables.flatMap((table) =>
    table.columns.flatMap((column) => column.classes.map((found) => ({ table, column, found }))),
  );
  const bytes = report.inputs.reduce((sum, input) => sum + input.bytes, 0);
  const apart =
    summary.apart.length === 0 ? '' : `Counted apart, and not among the people: ${summary.apart.join(', ')}.`;
  return html`<section>
    <h2>How the numbers were made</h2>
    <p>${report.people.method}</p>
    ${apart === '' ? [] : html`<p>${apart}</p>`}
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

function evidenceTable(findings: Finding[]): Markup {
  const examples = findings.some(({ found }) => (found.examples ?? []).length > 0);
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
        ${findings.map(
          ({ table, column, found }) =>
            html`<tr>
              <th scope="row">${nameText(table.name)}.<wbr />${nameText(column.name)}</th>
              <td>
                ${found.class}${found.kind === null ? '' : html`<br /><span class="quiet">${found.kind}</span>`}
              </td>
              <td class="number">${countText(found.values)}</td>
              <td class="number">${shareText(found.confidence, 1)}</td>
              <td>${found.evidence}</td>
              ${examples ? html`<td>${(found.examples ?? []).map((example) => html`<div>${example}</div>`)}</td>` : []}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
