/*
 * The first page of the report: the answer, what was exposed, what the passwords are worth. In: a report
 * whose texts are visible and its summary. Out: markup, with every bar's number beside it.
 */
import type { ExposureReport } from './exposure-report.ts';
import { html } from './html-markup.ts';
import type { Markup } from './html-markup.ts';
import { countOf, countText, shareOf, shareText } from './number-text.ts';
import type { PasswordStrength } from './password-meaning.ts';
import { fileName } from './report-warnings.ts';
import type { ReportSummary } from './report-summary.ts';

const strengthNames: Record<PasswordStrength, string> = {
  readable: 'readable',
  weak: 'easy to guess',
  slowed: 'slowed down',
  slow: 'slow to guess',
};

export function headlineSection(report: ExposureReport, summary: ReportSummary): Markup {
  const { people, inputs, classes, tables } = report;
  const [first] = inputs;
  const where =
    inputs.length === 1 && first !== undefined
      ? fileName(first.path)
      : countOf(inputs.length, 'file', 'files');
  const verb = summary.isUnread ? '' : people.count === 1 ? ' is' : ' are';
  const facts: [string, string][] = [
    ['At least', countText(people.min)],
    ['Counted', countText(people.count)],
    [summary.isWhole ? 'At most' : 'At most, as read', countText(people.max)],
    ['Data classes', countText(classes.length)],
    ['Tables concerned', `${countText(summary.peopleTables.length)} of ${countText(tables.length)}`],
  ];
  return html`<header>
    <p class="label">Exposure report</p>
    <h1>${summary.headline}${verb} in ${where}</h1>
    <p class="lead">${summary.boundsSentence}</p>
    ${
      summary.warnings.length === 0
        ? []
        : html`<div class="alert" role="note">
            ${summary.warnings.map((warning) => html`<p>${warning}</p>`)}
          </div>`
    }
    <dl class="figures">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="figure">${value}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

export function classSection({ classes, people }: ExposureReport): Markup {
  if (classes.length === 0) {
    return html`<section>
      <h2>What was exposed</h2>
      <p>No data class was recognised.</p>
    </section>`;
  }
  const most = Math.max(people.count, ...classes.map((found) => found.people));
  return html`<section>
    <h2>What was exposed</h2>
    <table class="words">
      <caption>
        Data classes by the number of people who lost at least one value of them. The bars are shares of all
        people counted.
      </caption>
      <thead>
        <tr>
          <th scope="col">Data class</th>
          <th scope="col" class="picture">Share of people</th>
          <th scope="col" class="number">People</th>
          <th scope="col" class="number">Share</th>
          <th scope="col" class="number">Values</th>
          <th scope="col" class="number">Different</th>
        </tr>
      </thead>
      <tbody>
        ${classes.map(
          (found) =>
            html`<tr>
              <th scope="row">${found.class}</th>
              <td class="picture">${bar(found.people, most)}</td>
              <td class="number">${countText(found.people)}</td>
              <td class="number">${shareText(found.people, most)}</td>
              <td class="number">${countText(found.values)}</td>
              <td class="number">${countText(found.distinct)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

export function passwordSection({ passwordKinds }: ReportSummary): Markup[] {
  if (passwordKinds.length === 0) return [];
  const all = passwordKinds.reduce((sum, kind) => sum + kind.values, 0);
  return [
    html`<section class="whole">
      <h2>What the passwords are worth</h2>
      <table class="words">
        <caption>
          Stored passwords by kind, the easiest to read first.
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" class="number">Values</th>
            <th scope="col" class="number">Share</th>
            <th scope="col">Protection</th>
            <th scope="col">What it means for the person</th>
          </tr>
        </thead>
        <tbody>
          ${passwordKinds.map(
            ({ kind, values, strength, meaning }) =>
              html`<tr>
                <th scope="row">${kind}</th>
                <td class="number">${countText(values)}</td>
                <td class="number">${shareText(values, all)}</td>
                <td><span class="strength ${strength}">${strengthNames[strength]}</span></td>
                <td>${meaning}.</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`,
  ];
}

function bar(part: number, whole: number): Markup {
  const width = Math.round(shareOf(part, whole) * 1000) / 10;
  const shown = part > 0 ? Math.max(0.4, width) : 0;
  return html`<svg
    class="bar"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    role="img"
    aria-label="${shareText(part, whole)} of people"
  >
    <rect class="track" width="100" height="10" />
    <rect class="filled" width="${shown}" height="10" />
  </svg>`;
}
