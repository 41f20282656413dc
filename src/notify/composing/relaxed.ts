// The relaxed canonical forms of DKIM (RFC 6376, 3.4.2 and 3.4.4): what is signed, so that a relay may fold and trim.

/** One header field, folded or not, with or without its line end; the form ends without one. */
export function relaxedHeader(field: string): string {
  const colon = field.indexOf(':');
  const name = field.slice(0, colon).trim().toLowerCase();
  const value = field
    .slice(colon + 1)
    .replaceAll(/\r\n/gu, '')
    .replaceAll(/[ \t]+/gu, ' ')
    .trim();
  return `${name}:${value}`;
}

/** Of a stretch of a body that begins and ends between two lines: blanks in a line as one, none at its end. */
export function relaxedLines(lines: string): string {
  return lines.replaceAll(/[ \t]+/gu, ' ').replaceAll(/ (?=\r\n)/gu, '');
}

/** Of a whole body: without empty lines at its end. */
export function relaxedBody(body: string): string {
  const lines = relaxedLines(body.endsWith('\r\n') || body === '' ? body : `${body}\r\n`);
  let end = lines.length;
  while (end >= 4 && lines.startsWith('\r\n\r\n', end - 4)) end -= 2;
  return lines.slice(0, end) === '\r\n' ? '' : lines.slice(0, end);
}
