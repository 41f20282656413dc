// Whether a program answered, not a person: out of the office, a ticket was opened. In: the header of a mail. Out: yes or
// no, by RFC 3834 and by what programs wrote before it.

import type { MailHeader } from './mail-part.ts';

const ownFields = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'];

const subjects =
  /^(?:(?:re|aw|r[ée]f?) ?: )?(?:auto(?:mati(?:c|sche|sk|sch)|mated)? ?:?-?(?:reply|response|antwort|svar)|out of (?:the )?office|r[ée]ponse automatique|absence du bureau|message d['’]absence|abwesenheit|respuesta autom[áa]tica|risposta automatica)/iu;

export function isAutomatic(header: MailHeader): boolean {
  const submitted = header.first('auto-submitted')?.trim().toLowerCase() ?? 'no';
  return (
    !/^no\b/u.test(submitted) ||
    ownFields.some((name) => header.first(name) !== null) ||
    /auto_reply/iu.test(header.first('precedence') ?? '') ||
    (header.first('x-auto-response-suppress') !== null && header.first('in-reply-to') !== null) ||
    subjects.test(readable(header.first('subject') ?? ''))
  );
}

/** `field` as Latin-1; words of RFC 2047 in the two character sets that are common. */
function readable(field: string): string {
  return field
    .slice(0, 400)
    .replaceAll(
      /=\?([\w-]{1,20})\?([qb])\?([^?\s]{0,200})\?=[ \t]{0,9}/giu,
      (_, charset: string, encoding: string, word: string) => {
        const bytes =
          encoding.toLowerCase() === 'b'
            ? Buffer.from(word, 'base64')
            : Buffer.from(
                word
                  .replaceAll('_', ' ')
                  .replaceAll(/=([0-9a-f]{2})/giu, (__, hex: string) =>
                    String.fromCharCode(Number.parseInt(hex, 16)),
                  ),
                'latin1',
              );
        return bytes.toString(/^utf-?8$/iu.test(charset) ? 'utf8' : 'latin1');
      },
    )
    .replaceAll(/[\u0080-\u00ff]{2,4}/gu, (bytes) => {
      const text = Buffer.from(bytes, 'latin1').toString('utf8');
      return text.includes('\ufffd') ? bytes : text;
    });
}
