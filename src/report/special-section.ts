/*
 * Columns that may hold special data, for somebody to look at, on the terminal and on the page. In: a report whose
 * texts are visible. Out: lines, and markup. The words ask; they never say of anybody that he is ill or believes.
 */
import type { ExposureReport, ReportSpecial } from './exposure-report.ts';
import { html, type Markup } from './html-markup.ts';
import { leftOut } from './list-sections.ts';
import { columnPath } from './report-summary.ts';
import { type Line, paragraph } from './terminal-line.ts';
import { countOf } from './number-text.ts';

/* A screenful; the JSON document lists them all. */
const shownFlags = 12;
const pageFlags = 200;

const question =
  'To be looked at: these columns may hold data whose leak harms more. Names and words raise the question; only a look at the column answers it.';

const basisTexts: Record<ReportSpecial['article'], string> = {
  '9': 'GDPR Art. 9',
  '10': 'GDPR Art. 10',
  national: 'sensitive by national law or ENISA',
};

export function specialLines({ special }: ExposureReport, width: number): Line[] {
  if (special.length === 0) return [];
  const rest = special.length - shownFlags;
  return [
    [['heading', 'Data that may be of a special kind']],
    ...paragraph(question, width),
    ...special
      .slice(0, shownFlags)
      .flatMap((flag) => [
        ...paragraph(
          `${columnPath(flag.table, flag.column)}: ${flag.category} (${basisTexts[flag.article]})`,
          width,
          0,
          'strong',
        ),
        ...paragraph(`${flag.reason}.`, width, 2),
      ]),
    ...(rest > 0
      ? paragraph(
          `and ${countOf(rest, 'more column', 'more columns')}; the JSON document lists them all`,
          width,
        )
      : []),
  ];
}

export function specialSection({ special }: ExposureReport): Markup[] {
  if (special.length === 0) return [];
  return [
    html`<section>
      <h2>Data that may be of a special kind</h2>
      <p>${question}</p>
      <table class="words">
        <caption>
          Columns, what they may hold, and what raised the question.
        </caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">May hold</th>
            <th scope="col">Protected by</th>
            <th scope="col">Why it should be looked at</th>
          </tr>
        </thead>
        <tbody>
          ${special.slice(0, pageFlags).map(
            (flag) =>
              html`<tr>
                <th scope="row">${columnPath(flag.table, flag.column)}</th>
                <td>${flag.category}</td>
                <td>${basisTexts[flag.article]}</td>
                <td>${flag.reason}.</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${leftOut(special.length - pageFlags, 'column', 'columns')}
    </section>`,
  ];
}
