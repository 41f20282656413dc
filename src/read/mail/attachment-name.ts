// The name that an attachment is told by. In: what the mail calls it, which may be anything, and its type. Out:
// a name without folders, control signs and tricks of writing direction, short enough for a line of a report;
// where the mail has none, one by its number and type. Names of one message are all different.

/** As file systems have it; the rest says nothing more. */
const maxNameChars = 120;

/** Names that are kept to be told apart; beyond, the number is put before every name. */
const maxNames = 10_000;

const extensions = new Map([
  ['application/pdf', 'pdf'],
  ['application/zip', 'zip'],
  ['application/msword', 'doc'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/ms-tnef', 'dat'],
  ['application/rtf', 'rtf'],
  ['application/json', 'json'],
  ['application/xml', 'xml'],
  ['image/jpeg', 'jpg'],
  ['image/jpg', 'jpg'],
  ['image/png', 'png'],
  ['image/gif', 'gif'],
  ['image/tiff', 'tif'],
  ['message/rfc822', 'eml'],
  ['message/global', 'eml'],
  ['text/rfc822-headers', 'eml'],
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/csv', 'csv'],
  ['text/calendar', 'ics'],
  ['text/vcard', 'vcf'],
  ['text/x-vcard', 'vcf'],
  ['text/xml', 'xml'],
  ['text/rtf', 'rtf'],
]);

/** `folder`: what comes before every name. */
export function createAttachmentNames(folder: string): (written: string | null, type: string) => string {
  const names = new Set<string>();
  let number = 0;
  return (written, type) => {
    number++;
    const name = harmlessName(written ?? '') ?? `attachment ${number}.${extensions.get(type) ?? 'bin'}`;
    const isKnown = names.size >= maxNames || names.has(name);
    if (isKnown) return `${folder}${number} ${name}`;
    names.add(name);
    return `${folder}${name}`;
  };
}

/** Null where nothing is left of it. */
export function harmlessName(written: string): string | null {
  const name = written
    .slice(0, maxNameChars * 8)
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\]/gu, '_')
    .replace(/\s{1,1000}/gu, ' ')
    .replace(/^[\s.]{1,1000}|[\s.]{1,1000}$/gu, '');
  if (name === '') return null;
  if (name.length <= maxNameChars) return name;
  const extension = /\.[\p{L}\d]{1,10}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, maxNameChars - extension.length - 1)}…${extension}`;
}
