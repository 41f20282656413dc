/*
 * The report as one HTML page for a board: read on a screen, printed on A4, kept as a single file. In: a
 * report. Out: the page as text. It holds no script, asks for nothing from anywhere, and its policy
 * forbids both, whatever a table of the leak may be called.
 */
import { evidenceSection } from './evidence-section.ts';
import type { ExposureReport } from './exposure-report.ts';
import { html, markupText } from './html-markup.ts';
import { classSection, headlineSection, passwordSection } from './answer-sections.ts';
import { insideSection } from './inside-section.ts';
import { fileSection, skippedSection, tableSection } from './list-sections.ts';
import { pageStyle, pageStyleSource } from './page-style.ts';
import { specialSection } from './special-section.ts';
import { summariseReport } from './report-summary.ts';
import { tableMap } from './table-map.ts';
import { visibleReport } from './visible-text.ts';

/** One self-contained document in UTF-8, ending with a line feed. */
export function renderHtml(report: ExposureReport): string {
  const shown = visibleReport(report);
  const summary = summariseReport(shown);
  const policy = `default-src 'none'; style-src ${pageStyleSource()}; base-uri 'none'; form-action 'none'`;
  const body = html`<body>
    <main>
      ${headlineSection(shown, summary)} ${classSection(shown)} ${passwordSection(summary)}
      ${specialSection(shown)} ${tableSection(shown, summary, tableMap(shown, summary))}
      ${skippedSection(summary)} ${evidenceSection(shown, summary)} ${fileSection(summary)}
      ${insideSection(shown, summary)}
    </main>
    <footer>
      Made by Tocsin. No leaked value appears in this report; where examples are shown, they are masked.
    </footer>
  </body>`;
  const head = html`<meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>Exposure report: ${summary.headline}</title>`;
  return `<!doctype html>
<html lang="en">
<head>
${markupText(head)}
<style>${pageStyle}</style>
</head>
${markupText(body)}
</html>
`;
}
