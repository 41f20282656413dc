// A variant's text as a mail: plain text of 72 columns and simple HTML that says the same. In: a text. Out: both, for those
// whose name is known and for the others, with the marks in them. No image, no link, nothing that is fetched; it reads the
// same without its style.

import { textWidth, wrapText } from '../../report/index.ts';
import { escaped } from '../mails/lay-out-mail.ts';
import { nameMark, type NoticeParagraph, type NoticeText, referenceMark } from './notice-types.ts';
import { cleaned } from './words/speaker.ts';

export interface MailBody {
  /** Lines end with a line feed. */
  text: string;
  html: string;
}

/** The name stands in the greeting alone, on a line of its own; the reference once in each body. */
export interface MailTemplate {
  language: string;
  /** Without marks. */
  subject: string;
  named: MailBody;
  unnamed: MailBody;
}

export function renderMail(text: NoticeText): MailTemplate {
  return {
    language: text.language,
    subject: text.subject,
    named: { text: plainBody(text, text.greeting), html: htmlBody(text, text.greeting) },
    unnamed: {
      text: plainBody(text, text.greetingWithoutName),
      html: htmlBody(text, text.greetingWithoutName),
    },
  };
}

/** The stretches of a body between its marks: texts at even places, which mark follows at odd ones. */
export function cutAtMarks(body: string): { texts: string[]; marks: ('name' | 'reference')[] } {
  const marks = [...body.matchAll(/[\ue000\ue001]/gu)].map(([mark]) =>
    mark === nameMark ? 'name' : 'reference',
  );
  return { texts: body.split(/[\ue000\ue001]/u), marks };
}

/** What takes the place of the mark of a name, in plain text. */
export function nameInText(name: string): string {
  return cleaned(name);
}

export function nameInHtml(name: string): string {
  return escaped(cleaned(name));
}

const columns = 72;
const shownReference = '0000 0000 0000 0'.replaceAll(' ', '\u00a0');

function plainBody(text: NoticeText, greeting: string): string {
  const sections = [
    ...text.blocks.map(({ title, paragraphs }) => section(title, paragraphs)),
    section(text.proofTitle, text.proof),
  ];
  return `${[greeting, ...sections, text.signature.join('\n')].join('\n\n')}\n`;
}

function section(title: string, paragraphs: readonly NoticeParagraph[]): string {
  const underline = '-'.repeat(Math.min(columns, textWidth(title)));
  return `${wrapped(title)}\n${underline}\n\n${paragraphs.map(paragraphText).join('\n\n')}`;
}

function paragraphText({ text, items = [] }: NoticeParagraph): string {
  return [wrapped(text), ...(items.length === 0 ? [] : ['']), ...items.map(itemText)].join('\n');
}

function itemText(item: string): string {
  return wrapped(item, columns - 2)
    .replaceAll(/^(?=.)/gmu, '  ')
    .replace('  ', '- ');
}

/** The reference is as wide as it will be, and stays on one line. */
function wrapped(text: string, width = columns): string {
  return wrapText(text.replaceAll(referenceMark, shownReference), width)
    .join('\n')
    .replaceAll(shownReference, referenceMark);
}

const style =
  'body{margin:0;background:#fff;color:#1a1a1a;font:1.125rem/1.6 Verdana,Tahoma,"DejaVu Sans",sans-serif}' +
  'main{max-width:38em;margin:0 auto;padding:1.5em}' +
  'h1{font-size:1.4em;line-height:1.3;margin:0 0 1em}h2{font-size:1.15em;line-height:1.3;margin:1.8em 0 .5em}' +
  'p,ul{margin:0 0 .9em}ul{padding-inline-start:1.4em}li{margin:0 0 .5em}';

function htmlBody(text: NoticeText, greeting: string): string {
  const { language, direction, subject } = text;
  const blocks = [
    ...text.blocks.map(({ element, title, paragraphs }) =>
      htmlSection(title, paragraphs, hasLabels.has(element)),
    ),
    htmlSection(text.proofTitle, text.proof),
  ];
  return [
    `<!doctype html>`,
    `<html lang="${escaped(language)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // figures and names stay text: a notice has no link
    '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">',
    `<title>${escaped(subject)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(subject)}</h1>`,
    `<p>${escaped(greeting)}</p>`,
    ...blocks,
    `<p>${text.signature.map(escaped).join('<br>\n')}</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Their entries begin with the names of what they are about. */
const hasLabels: ReadonlySet<string> = new Set(['consequences', 'advice']);

function htmlSection(title: string, paragraphs: readonly NoticeParagraph[], isLabelled = false): string {
  const written = paragraphs.map((paragraph) => htmlParagraph(paragraph, isLabelled));
  return [`<h2>${escaped(title)}</h2>`, ...written].join('\n');
}

function htmlParagraph({ text, items = [] }: NoticeParagraph, isLabelled: boolean): string {
  const itemHtml = (item: string) =>
    isLabelled ? escaped(item).replace(/^[^:]{1,200}?(?=\u00a0?: )/u, '<strong>$&</strong>') : escaped(item);
  const list = ['<ul>', ...items.map((item) => `<li>${itemHtml(item)}</li>`), '</ul>'];
  return [`<p>${escaped(text)}</p>`, ...(items.length === 0 ? [] : list)].join('\n');
}
