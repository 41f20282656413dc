// What several pages of those who run the service are made of: a table, a moment, a form of one button. In: values. Out:
// HTML.

import { html } from 'hono/html';
import type { PageMarkup } from '../page/page-layout.ts';
import { formField } from './operator-page.ts';

export type Cell = string | number | PageMarkup;

/** Can be scrolled sideways by itself, so that a page never has to. `about`: for who cannot see what it stands under. */
export function table(
  about: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): PageMarkup {
  const isNumber = (column: number) =>
    rows.length > 0 && rows.every((cells) => typeof cells[column] === 'number');
  const of = (column: number) => (isNumber(column) ? 'number' : '');
  return html`<div class="wide" role="region" tabindex="0" aria-label="${about}">
    <table>
      <thead>
        <tr>
          ${heads.map((head, column) => html`<th scope="col" class="${of(column)}">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, column) => html`<td class="${of(column)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** To the minute, in UTC. */
export function moment(at: number | string | null): string {
  if (at === null) return '–';
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `fields`: what is sent with it. */
export function buttonForm(
  text: string,
  { action, formToken, fields = {} }: { action: string; formToken: string; fields?: Record<string, string> },
): PageMarkup {
  return html`<form method="post" action="${action}">
    ${formField(formToken)}
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="plain">${text}</button>
  </form>`;
}
