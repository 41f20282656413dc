import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NoticeText, nameMark, referenceMark } from './notice-types.ts';
import { cutAtMarks, nameInHtml, nameInText, renderMail } from './render-mail.ts';
import { renderNotice } from './render-notice.ts';
import { bareFacts, contentOf, fullFacts } from './wording.fixture.ts';

const texts = [bareFacts, fullFacts].flatMap((facts) =>
  ['en', 'fr'].map((language) => renderNotice(contentOf({ language }), facts)),
);

test.each(texts)('plain text stays within 72 columns and says all that HTML says: $language', (text) => {
  const { named } = renderMail(text);
  for (const line of named.text.split('\n')) expect([...line].length).toBeLessThanOrEqual(72);
  expect(wordsOf(named.text.replaceAll(/^-+$|^- /gmu, ''))).toBe(
    wordsOf(
      unescaped(
        named.html
          .replace(/<head>.*<\/head>/su, '')
          .replace(/<h1>.*<\/h1>/u, '')
          .replaceAll(/<\/?strong>/gu, '')
          .replaceAll(/<[^>]*>/gu, ' '),
      ),
    ),
  );
});

function wordsOf(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('the name stands once where it is known, and the reference in every mail', () => {
  for (const text of texts) {
    const { named, unnamed, subject } = renderMail(text);
    expect(subject).not.toContain(nameMark);
    for (const body of [named.text, named.html])
      expect(cutAtMarks(body).marks).toEqual(['name', 'reference']);
    for (const body of [unnamed.text, unnamed.html]) expect(cutAtMarks(body).marks).toEqual(['reference']);
  }
});

test('cut at its marks and joined, a body is the same', () => {
  const { named } = renderMail(texts[0]!);
  const { texts: pieces, marks } = cutAtMarks(named.html);
  const joined = pieces
    .map((piece, i) => piece + (marks[i] === undefined ? '' : marks[i] === 'name' ? nameMark : referenceMark))
    .join('');
  expect(joined).toBe(named.html);
});

test('HTML holds no link, no image, and nothing that is fetched or run', () => {
  for (const text of texts)
    expect(renderMail(text).named.html).not.toMatch(
      /<(?:a|img|script|link|iframe|form|object|svg)\b|url\(|@import|https?:|\bon\w+=/iu,
    );
});

test('HTML tells its language and its direction', () => {
  const text: NoticeText = { ...texts[0]!, language: 'ar', direction: 'rtl' };
  expect(renderMail(text).named.html).toContain('<html lang="ar" dir="rtl">');
});

test('whatever a text holds, HTML holds as text', () => {
  const hostile = '<img src=x onerror=alert(1)> & "q"';
  const text = { ...texts[0]!, subject: hostile, signature: [hostile], greeting: hostile };
  const { html } = renderMail(text).named;
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;q&quot;').length - 1).toBe(4);
});

test('a name brings no line, no mark and no markup of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(nameInText(name)).not.toMatch(/[\p{Cc}\p{Co}\p{Zl}\p{Zp}]/u);
      expect(nameInHtml(name)).not.toMatch(/[<>"\p{Cc}\p{Co}]/u);
    }),
  );
  expect(nameInText('Zoë O’Brien-Śmigły')).toBe('Zoë O’Brien-Śmigły');
});
