/*
 * HTML and SVG as tagged templates that escape by default. In: `html` templates and values. Out: markup
 * that can be put into other templates as it is. There is no way to put a text in unescaped, apart from
 * the style sheet that page-style.ts owns.
 */

const made = Symbol('markup');

/** Markup that came out of `html`; nothing else can be one. */
export interface Markup {
  readonly [made]: string;
}

export type Printable = string | number | Markup | readonly Printable[];

/** Texts and numbers are escaped for element content and for attributes in quotes; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  const last = parts.length - 1;
  const text = parts.map((part, index) => (index < last ? part + print(values[index] ?? '') : part)).join('');
  return { [made]: text };
}

export function markupText(markup: Markup): string {
  return markup[made];
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function print(value: Printable): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '0';
  if (isList(value)) return value.map(print).join('');
  return value[made];
}

function isList(value: Markup | readonly Printable[]): value is readonly Printable[] {
  return Array.isArray(value);
}
