// The header that a mail had on its way, as Outlook keeps it in one text. In: that text. Out: its fields.

import { type MailHeader, parseField } from './mail-header.ts';

const maxChars = 1 << 20;

export function internetHeaderOf(text: string | null): MailHeader {
  const header: MailHeader = { fields: [], leftOut: 0, bodyBegins: null };
  if (text === null) return header;
  for (const field of text.slice(0, maxChars).split(/\r?\n(?![ \t])/u)) {
    const parsed = parseField(Buffer.from(field));
    if (parsed) header.fields.push(parsed);
  }
  return header;
}
