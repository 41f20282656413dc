// A mail's text as plain text and as plain HTML: no image, no style, nothing that is fetched. In: its parts. Out: both,
// saying the same. Titles come from operators: they are escaped, and stay on their line.

import type { MailLanguage } from '../../register/index.ts';
import type { MailPart, MailText } from './mail-text.ts';

export function plainText({ parts }: MailText, language: MailLanguage): string {
  const spaced = spacing(language);
  return `${parts
    .map((part) => {
      if ('list' in part) return part.list.map((line) => `- ${spaced(oneLine(line))}`).join('\n');
      return 'url' in part ? `${spaced(part.label)}\n${part.url}` : spaced(part.text);
    })
    .join('\n\n')}\n`;
}

export function htmlText({ subject, parts }: MailText, language: MailLanguage): string {
  const spaced = spacing(language);
  const written = (text: string) => escaped(spaced(text)).replaceAll('\n', '<br>');
  const body = parts.map((part: MailPart) => {
    if ('list' in part)
      return `<ul>${part.list.map((line) => `<li>${written(oneLine(line))}</li>`).join('')}</ul>`;
    if ('url' in part) return `<p><a href="${escaped(part.url)}">${written(part.label)}</a></p>`;
    return `<p>${written(part.text)}</p>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${written(subject)}</title></head><body>${body.join('\n')}</body></html>\n`;
}

/** Subjects too: whatever would begin a header of its own. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** French puts a blank before some signs, where no line may end. */
export function spacing(language: MailLanguage): (text: string) => string {
  return language === 'fr' ? (text) => text.replaceAll(/ (?=[:;!?»])/gu, '\u00A0') : (text) => text;
}

/** For element content and for attributes in quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
