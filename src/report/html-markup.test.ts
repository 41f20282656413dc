import { describe, expect, it } from 'vitest';
import { html, markupText } from './html-markup.ts';

describe('markup', () => {
  it('escapes texts for elements and for attributes in either quotes', () => {
    expect(markupText(html`<p title="${`"'<&>`}">${'</p>&amp;'}</p>`)).toBe(
      '<p title="&quot;&#39;&lt;&amp;&gt;">&lt;/p&gt;&amp;amp;</p>',
    );
  });

  it('puts markup and lists of it in as they are', () => {
    const items = ['a', '<'].map((item) => html`<b>${item}</b>`);
    expect(markupText(html`<p>${items}${[]}</p>`)).toBe('<p><b>a</b><b>&lt;</b></p>');
  });

  it('writes numbers plainly and never one that is none', () => {
    expect(markupText(html`<rect width="${1.5}" height="${Number.NaN}" />`)).toBe(
      '<rect width="1.5" height="0" />',
    );
  });
});
