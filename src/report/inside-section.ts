/*
 * What lay inside the evidence, as a table of the page: each file with what it was, what it held and whether it
 * was read whole. In: a report whose texts are visible and its summary. Out: markup; none when nothing lay inside.
 */
import type { ExposureReport } from './exposure-report.ts';
import { formatTotals } from './format-totals.ts';
import { html } from './html-markup.ts';
import type { Markup } from './html-markup.ts';
import { formatCell, heldCell, readCell } from './list-sections.ts';
import { bytesText, countOf, countText } from './number-text.ts';
import type { ReportSummary } from './report-summary.ts';

/* Some ten printed pages; the JSON document has as many as the report holds. */
const filesShown = 200;

export function insideSection(report: ExposureReport, { files }: ReportSummary): Markup[] {
  const { inside, insideCount } = report;
  if (insideCount === 0 || inside.length === 0) return [];
  const totals = `${countOf(insideCount, 'file', 'files')}: ${formatTotals(inside)}`;
  const listed = files.isInsideCut ? ` (of the ${countText(inside.length)} that are listed)` : '';
  const first = files.insideTroubled > 0 ? ' Files that were not read whole come first.' : '';
  const rest = insideCount - Math.min(filesShown, inside.length);
  return [
    html`<section>
      <h2>What lay inside</h2>
      <div class="dense">
        <table>
          <caption>
            ${totals}${listed}.${first}
          </caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" class="number">Size</th>
              <th scope="col">Format and encoding</th>
              <th scope="col">Held</th>
              <th scope="col">Read</th>
            </tr>
          </thead>
          <tbody>
            ${files.inside.slice(0, filesShown).map(
              ({ file, state, held }) =>
                html`<tr>
                  <th scope="row" class="inside">${pathText(file.path)}</th>
                  <td class="number">${file.bytes > 0 ? bytesText(file.bytes) : ''}</td>
                  ${formatCell(file)} ${heldCell(held)} ${readCell(state, file.note)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${rest > 0 ? html`<p class="quiet">${moreText(rest, files.isInsideCut, inside.length)}</p>` : []}
    </section>`,
  ];
}

/* The file's own name stands out of the long way to it. */
function pathText(path: string): Markup {
  const nameAt = path.lastIndexOf('/', path.length - 2) + 1;
  return html`<span class="quiet">${path.slice(0, nameAt)}</span>${path.slice(nameAt)}`;
}

function moreText(rest: number, isCut: boolean, listed: number): string {
  const more = countOf(rest, 'more file', 'more files');
  const where = isCut ? `the JSON document lists ${countText(listed)} in all` : 'in the JSON document';
  return isCut ? `${more}; ${where}.` : `${more} ${where}.`;
}
