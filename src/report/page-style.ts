/*
 * The style sheet of the report page and its hash for the page's policy. Dark on white, the reader's own
 * fonts, A4 when printed. Every pair of colours has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3),
 * bars and lines of 3 to 1 (1.4.11). No markup carries a style of its own: the policy would refuse it.
 */
import { createHash } from 'node:crypto';

export const pageStyle = `
:root { color-scheme: light; --ink: #17202b; --quiet: #55606d; --line: #d5dae1; --blue: #1f4f86; --pale: #eef2f7; --alert: #a12a12; }
* { box-sizing: border-box; }
html { background: #fff; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 3rem 2rem 4rem; max-width: 62rem; color: var(--ink); background: #fff; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
h1, h2, .figure { font-family: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Liberation Serif", "DejaVu Serif", serif; font-weight: 600; line-height: 1.15; }
h1 { margin: .25rem 0 .75rem; font-size: 2.75rem; letter-spacing: -.01em; }
h2 { margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 2px solid var(--ink); font-size: 1.5rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p, ul, dl { margin: 0 0 .75rem; max-width: 46rem; }
.label { color: var(--quiet); font-size: .8125rem; letter-spacing: .08em; text-transform: uppercase; margin: 0; }
.lead { font-size: 1.1875rem; }
.quiet { color: var(--quiet); }
.alert { margin: 1rem 0; padding: .75rem 1rem; border-left: 4px solid var(--alert); background: #fdf3f0; max-width: none; }
.alert p { margin: 0; max-width: none; }
.figures { display: flex; flex-wrap: wrap; margin: 1.75rem 0 0; max-width: none; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.figures div { flex: 1 1 9rem; padding: .75rem 1rem .75rem 0; }
.figures dt { color: var(--quiet); font-size: .875rem; }
.figures dd { margin: 0; }
.figure { font-size: 1.625rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; font-size: .9375rem; }
caption { padding: 0 0 .5rem; text-align: left; color: var(--quiet); }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th { padding-top: 0; color: var(--quiet); font-size: .8125rem; vertical-align: bottom; white-space: nowrap; }
table.words th, table.words td { overflow-wrap: break-word; }
tbody th { font-weight: 600; }
th[scope="row"] { width: 24%; }
th.file { width: 52%; }
th.inside { width: 46%; }
th .quiet { font-weight: 400; }
.format { min-width: 6.5rem; }
.read { min-width: 9.5rem; }
.found { min-width: 6.5rem; }
.evidence { min-width: 12rem; }
.held div, .flag { white-space: nowrap; }
.keys { width: 30%; }
tr > :last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.picture { width: 34%; padding-top: .625rem; }
.bar { display: block; width: 100%; height: .875rem; }
.bar .track { fill: var(--pale); }
.bar .filled { fill: var(--blue); }
.dense table { font-size: .8125rem; line-height: 1.45; }
.strength { display: inline-block; padding: 0 .5rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .75rem; font-weight: 600; white-space: nowrap; }
.readable, .weak, .trouble { color: var(--alert); }
.slowed { color: #7a5200; }
.slow { color: #22663a; }
code { font: .875em/1.4 ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
figcaption { color: var(--quiet); font-size: .875rem; }
.map { display: block; width: 100%; height: auto; }
.map .box { fill: #fff; stroke: #7b8794; stroke-width: 1.5; }
.map .people { fill: var(--pale); stroke: var(--blue); stroke-width: 2; }
.map text { font-family: inherit; font-size: 14px; fill: var(--ink); }
.map .title { font-size: 16px; font-weight: 700; }
.map .count { fill: var(--quiet); }
.map .key { font-size: 12.5px; fill: var(--quiet); stroke: #fff; stroke-width: 5px; paint-order: stroke; stroke-linejoin: round; }
.map .link { fill: none; stroke: #5d6b7a; stroke-width: 1.75; }
.map .same { stroke: var(--blue); stroke-width: 3; }
.map .relation { stroke-dasharray: 6 5; }
.map .end { fill: #5d6b7a; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem; }
@media screen and (max-width: 40rem) { body { padding: 1.5rem 1rem 3rem; } h1 { font-size: 2rem; } .picture { display: none; } section, .dense { overflow-x: auto; } .dense table { min-width: 40rem; } table { font-size: .8125rem; } thead th { white-space: normal; } }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  html { font-size: 9.5pt; }
  body { padding: 0; max-width: none; }
  p, ul, dl { max-width: none; }
  h2 { margin-top: 2rem; }
  h2, h3, caption { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  tr, figure, .alert, .figures, .whole { break-inside: avoid; }
  thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  thead { display: table-header-group; }
  .figures div { flex-basis: 6rem; }
  .map { max-height: 220mm; }
  .box, .bar, .strength, .alert { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** The source expression that lets exactly this style sheet through, CSP Level 3 §6.7.3. */
export function pageStyleSource(): string {
  return `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;
}
