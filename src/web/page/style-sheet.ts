// The one style sheet of all pages: the portal's and the operators'. In: nothing. Out: its text, and an address that
// changes with it, so that browsers may keep it for ever. Every pair of colours has a contrast of at least 4.5 to 1, of
// lines that mean something 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), in light and dark; A4 when printed.

import { createHash } from 'node:crypto';
import { Hono } from 'hono';

const styleSheet = `
:root { color-scheme: light dark; --ink: #17202b; --quiet: #4d5866; --line: #8592a0; --hair: #d5dae1; --paper: #fff; --pale: #f0f3f7; --link: #17497f; --alert: #9a2410; --alert-paper: #fdf3f0; --button: #17497f; --button-ink: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --quiet: #b3bdc9; --line: #7f8d9c; --hair: #39434f; --paper: #12171d; --pale: #1c232b; --link: #9cc4f2; --alert: #ffab99; --alert-paper: #2b1a17; --button: #9cc4f2; --button-ink: #0d1a29; } }
* { box-sizing: border-box; }
html { background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1rem 2rem; max-width: 44rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Open Sans", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1 { margin: 1.5rem 0 .75rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.3125rem; line-height: 1.25; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1.0625rem; }
p, ul, ol, dl { margin: 0 0 .75rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem 0; }
.top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; padding-top: .75rem; border-bottom: 1px solid var(--line); }
.top p { margin: 0; }
.service a { color: inherit; font-weight: 700; text-decoration: none; display: inline-block; padding: .25rem 0; }
.language a, .top nav a { display: inline-block; padding: .25rem 0; }
.top nav { flex-basis: 100%; padding-bottom: .5rem; }
.top nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; font-size: .9375rem; }
.top nav a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
.lead { font-size: 1.1875rem; line-height: 1.45; }
.quiet { color: var(--quiet); }
.note { margin: 1rem 0; padding: .75rem 1rem; background: var(--pale); border-left: 4px solid var(--line); }
.alert { margin: 1rem 0; padding: .75rem 1rem; background: var(--alert-paper); border-left: 4px solid var(--alert); }
.note > :last-child, .alert > :last-child { margin-bottom: 0; }
form { margin: 1.25rem 0; }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
label { display: block; font-weight: 600; }
.choice { display: flex; gap: .625rem; margin: .625rem 0; }
.choice label { font-weight: 400; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; }
.hint { margin: 0 0 .25rem; color: var(--quiet); font-size: .9375rem; }
.wrong { margin: 0 0 .25rem; color: var(--alert); font-weight: 600; }
input:not([type=radio], [type=checkbox]), select, textarea { display: block; width: 100%; max-width: 28rem; margin: .25rem 0 1rem; padding: .625rem .75rem; color: var(--ink); background: var(--paper); border: 2px solid var(--line); border-radius: .25rem; font: inherit; }
input[aria-invalid=true] { border-color: var(--alert); }
.date { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.date div { flex: 0 1 5.5rem; min-width: 4.5rem; }
.date label { font-weight: 400; }
input.short { max-width: 15rem; }
button { padding: .625rem 1.25rem; color: var(--button-ink); background: var(--button); border: 2px solid var(--button); border-radius: .25rem; font: inherit; font-weight: 600; cursor: pointer; }
button.plain { color: var(--link); background: none; border-color: var(--line); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
.buttons form { margin: .5rem 0; }
dt { font-weight: 600; }
dd { margin: 0 0 .625rem; }
.facts { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: .25rem 1rem; }
.facts dd { margin: 0; }
@media (max-width: 30rem) { .facts { display: block; } .facts dd { margin-bottom: .5rem; } }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; font-size: .9375rem; }
caption { padding-bottom: .25rem; text-align: left; color: var(--quiet); }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
code, .code { font: .9375em/1.4 ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.breach { margin-top: 1.5rem; padding-top: .25rem; border-top: 1px solid var(--hair); }
.lost { padding-left: 1.25rem; }
.list { padding: 0; list-style: none; }
.list li { padding: .5rem 0; border-bottom: 1px solid var(--hair); }
.list h2, .list h3 { margin: 0; font-size: 1.0625rem; }
.list p { margin: 0; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .875rem; }
footer p { margin-bottom: .25rem; }
@page { size: A4; margin: 13mm 16mm; }
@media print {
  :root { --ink: #000; --quiet: #333; --line: #777; --hair: #bbb; --paper: #fff; --pale: #fff; --link: #000; --alert: #000; --alert-paper: #fff; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.3; }
  h1 { margin: .25rem 0 .5rem; font-size: 16pt; }
  h2 { margin: .75rem 0 .25rem; font-size: 12pt; break-after: avoid; }
  h3 { margin: .5rem 0 .125rem; font-size: 9pt; break-after: avoid; }
  p, ul, ol, dl { margin-bottom: .375rem; }
  dd { margin-bottom: .25rem; }
  .lead { font-size: 11pt; }
  .skip, .top nav, .language, form, .buttons, .screen { display: none; }
  .breach { margin-top: .5rem; }
  .note, .alert { margin: .5rem 0; padding: .25rem .5rem; border: 1px solid var(--line); }
  a { color: inherit; text-decoration: none; }
  .lost { columns: 2; }
  .lost li { break-inside: avoid; }
  .advice div { margin-bottom: .1875rem; }
  .advice dt, .advice dd { display: inline; }
  .advice dt::after { content: " – "; font-weight: 400; }
  footer { display: none; }
  p, li, dd { orphans: 3; widows: 3; }
}
`;

export const stylePath = `/assets/style-${createHash('sha256').update(styleSheet).digest('hex').slice(0, 16)}.css`;

export function styleRoute(): Hono {
  const app = new Hono();
  app.get(stylePath, (c) =>
    c.body(styleSheet, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
  return app;
}
