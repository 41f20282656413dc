// A public notice as a page and as plain text. In: its text. Out: HTML without image, link or script, which reads the same
// without its style, and text of 72 columns for a poster or a newspaper.

import { wrapText } from '../../report/index.ts';
import { escaped } from '../mails/lay-out-mail.ts';
import type { NoticeParagraph } from '../wording/notice-types.ts';
import type { SubstituteNotice } from './render-substitute.ts';

const columns = 72;

export function substituteText({ text, lead }: Pick<SubstituteNotice, 'text' | 'lead'>): string {
  const sections = [...text.blocks, { title: text.proofTitle, paragraphs: text.proof }].map(
    ({ title, paragraphs }) => [underlined(title, '-'), ...paragraphs.map(plainParagraph)].join('\n\n'),
  );
  return `${[underlined(text.subject, '='), wrapped(lead), ...sections, text.signature.join('\n')].join('\n\n')}\n`;
}

function underlined(title: string, line: string): string {
  const lines = wrapText(title, columns);
  return [...lines, line.repeat(Math.max(...lines.map((one) => one.length)))].join('\n');
}

function wrapped(text: string): string {
  return wrapText(text, columns).join('\n');
}

function plainParagraph({ text, items = [] }: NoticeParagraph): string {
  const list = items.map((item) =>
    wrapText(item, columns - 2)
      .map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)
      .join('\n'),
  );
  return [wrapped(text), ...(list.length === 0 ? [] : ['', ...list])].join('\n');
}

const style =
  ':root{color-scheme:light}body{margin:0;background:#fff;color:#17202b;font:1.125rem/1.6 system-ui,"Liberation Sans",Arial,sans-serif}' +
  'main{max-width:40em;margin:0 auto;padding:1.5em;overflow-wrap:break-word}' +
  'h1{font-size:1.7em;line-height:1.25;margin:.5em 0 .75em}h2{font-size:1.2em;line-height:1.3;margin:1.8em 0 .5em}' +
  'p,ul{margin:0 0 .9em}ul{padding-inline-start:1.4em}li{margin:0 0 .4em}.lead{font-size:1.15em}' +
  '@page{size:A4;margin:18mm}@media print{body{font-size:11pt}main{padding:0;max-width:none}h2{break-after:avoid}li{break-inside:avoid}}';

export function substituteHtml({ text, lead }: Pick<SubstituteNotice, 'text' | 'lead'>): string {
  const sections = [...text.blocks, { title: text.proofTitle, paragraphs: text.proof }].flatMap(
    ({ title, paragraphs }) => [`<h2>${escaped(title)}</h2>`, ...paragraphs.map(htmlParagraph)],
  );
  return [
    '<!doctype html>',
    `<html lang="${escaped(text.language)}" dir="${text.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">',
    `<title>${escaped(text.subject)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(text.subject)}</h1>`,
    `<p class="lead">${escaped(lead)}</p>`,
    ...sections,
    `<p>${text.signature.map(escaped).join('<br>\n')}</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlParagraph({ text, items = [] }: NoticeParagraph): string {
  const list = ['<ul>', ...items.map((item) => `<li>${escaped(item)}</li>`), '</ul>'];
  return [`<p>${escaped(text)}</p>`, ...(items.length === 0 ? [] : list)].join('\n');
}
