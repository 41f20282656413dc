// Which kind of mail a file is, from its first bytes. It is careful with single mails, which begin with nothing of
// their own: a text is one only if it begins with fields that mails have.

import { isMessageFile } from './is-message-file.ts';
import { isSeparator } from './mbox-separator.ts';

export type MailKind = 'eml' | 'mbox' | 'msg' | 'pst';

/** A header of more is rare, and its first fields say enough. */
const lookedAtBytes = 32 << 10;

/** Fields that hardly any text but a mail begins a line with. */
const mailFields = new Set([
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'received',
  'mime-version',
  'return-path',
]);

/** So many of them, and a line that is no field is damage. */
const certainFields = 4;

export function mailKindOf(head: Uint8Array): MailKind | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, lookedAtBytes));
  if (bytes.toString('latin1', 0, 4) === '!BDN') return 'pst';
  if (isMessageFile(head)) return 'msg';
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/u, '');
  if (isMailbox(text)) return 'mbox';
  return isMail(text.replace(/^\d{1,12}[ \t]{0,16}\r?\n/u, ''), bytes.length < lookedAtBytes) ? 'eml' : null;
}

function isMailbox(text: string): boolean {
  const begun = text.replace(/^[\r\n]{1,100}/u, '');
  if (!begun.startsWith('From ')) return false;
  const [line = '', following = ''] = begun.split('\n', 2);
  return isSeparator(Buffer.from(line, 'latin1'), Buffer.from(following, 'latin1'), true);
}

/** At least two of the fields, and nothing before the first blank line that is no field. */
function isMail(text: string, isWhole: boolean): boolean {
  const found = new Set<string>();
  const lines = text.split('\n');
  if (!isWhole) lines.pop();
  for (const [i, line] of lines.entries()) {
    if (line === '' || line === '\r') break;
    if (i > 0 && /^[ \t]/u.test(line)) continue;
    const name = /^([!-9;-~]{1,100})[ \t]{0,9}:/u.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) return found.size >= certainFields;
    if (mailFields.has(name)) found.add(name);
  }
  return found.size >= 2;
}
