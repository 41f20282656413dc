// The parts of a mail, as far as reports need them. In: the bytes of a mail, read as Latin-1. Out: its header and its
// parts, their bodies as they came. Whatever it is given, it takes linear time and never throws; what lies deeper or comes
// later than the limits is left out.

export interface MailHeader {
  /** The first field of that name (in lower case), unfolded; null for none. */
  first(name: string): string | null;
  /** All of them. */
  all(name: string): string[];
  /** How many fields there are. */
  size: number;
}

export interface MailPart {
  header: MailHeader;
  /** In lower case, such as `text/plain`, which is also what a part is that says nothing. */
  type: string;
  /** What stands behind the type, in lower case, such as `feedback-report`; null for none. */
  reportType: string | null;
  /** As it came; of a multipart one nothing is in it. */
  body: string;
  parts: MailPart[];
  /** The mail ends within it: what it says may not be all. */
  isOpen: boolean;
}

const maxDepth = 6;
const maxParts = 64;
const maxFields = 2_000;
/** A field longer than this is cut: none that is looked at comes near. */
const maxFieldChars = 8_192;

/** `text`: its lines end with a line feed alone. */
export function parseMail(text: string): MailPart {
  return partOf({ text, isOpen: false }, 0);
}

function partOf({ text, isOpen }: Piece, depth: number): MailPart {
  const bodyAt = endOfHeader(text);
  const header = parseHeader(text.slice(0, bodyAt));
  const content = header.first('content-type') ?? '';
  const type = /^\s*([\w.+-]{1,60}\/[\w.+-]{1,80})/u.exec(content)?.[1]!.toLowerCase() ?? 'text/plain';
  const reportType = parameterOf(content, 'report-type')?.toLowerCase() ?? null;
  const body = text.slice(bodyAt);
  const boundary = type.startsWith('multipart/') ? parameterOf(content, 'boundary') : null;
  if (boundary === null || depth === maxDepth) return { header, type, reportType, body, parts: [], isOpen };
  const parts = splitParts(body, boundary).map((part) => partOf(part, depth + 1));
  return { header, type, reportType, body: '', parts, isOpen };
}

/** Where the body begins: behind the first blank line; at the end where there is none. */
function endOfHeader(text: string): number {
  if (text.startsWith('\n')) return 1;
  const at = text.indexOf('\n\n');
  return at < 0 ? text.length : at + 2;
}

/** Lines that are no field and go on none are passed over. */
export function parseHeader(text: string): MailHeader {
  const fields = new Map<string, string[]>();
  let size = 0;
  let values: string[] | null = null;
  for (let at = 0; at < text.length && size < maxFields;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const sign = text.charCodeAt(at);
    if ((sign === 0x20 || sign === 0x09) && values !== null) {
      const last = values.length - 1;
      if (values[last]!.length < maxFieldChars)
        values[last] += ` ${text.slice(at, Math.min(end, at + maxFieldChars)).trim()}`;
    } else {
      const colon = colonOf(text, at, end);
      values = null;
      if (colon > at) {
        const name = text.slice(at, colon).trimEnd().toLowerCase();
        const known = fields.get(name);
        values = known ?? [];
        if (known === undefined) fields.set(name, values);
        values.push(text.slice(colon + 1, Math.min(end, colon + maxFieldChars)).trim());
        size++;
      }
    }
    at = end + 1;
  }
  return { first: (name) => fields.get(name)?.[0] ?? null, all: (name) => fields.get(name) ?? [], size };
}

const maxNameChars = 80;

/** Of a line that begins with the name of a field; -1 where it does not. */
function colonOf(text: string, from: number, end: number): number {
  for (let at = from; at < end && at < from + maxNameChars; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x3a) return at;
    // a space is allowed before the colon, as old programs write it
    if (sign < 0x21 || sign > 0x7e) return text.charCodeAt(at + 1) === 0x3a && sign === 0x20 ? at + 1 : -1;
  }
  return -1;
}

/** Of a structured field, with or without quotes; RFC 2231 forms are not looked for. */
function parameterOf(field: string, name: string): string | null {
  const lower = field.toLowerCase();
  for (let at = lower.indexOf(name); at > 0; at = lower.indexOf(name, at + 1)) {
    const before = field[at - 1]!;
    if (before !== ';' && before !== ' ' && before !== '\t') continue;
    const [, quoted, plain] =
      /^\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.){1,200})"|([^\s;"]{1,200}))/su.exec(
        field.slice(at + name.length),
      ) ?? [];
    const value = quoted?.replaceAll(/\\(.)/gsu, '$1') ?? plain;
    if (value !== undefined) return value;
  }
  return null;
}

interface Piece {
  text: string;
  isOpen: boolean;
}

/** The last one reaches to the end where it is not closed. */
function splitParts(body: string, boundary: string): Piece[] {
  const sign = `--${boundary}`;
  const parts: Piece[] = [];
  let begins = -1;
  for (let at = lineWith(body, sign, 0); at >= 0; at = lineWith(body, sign, at + sign.length)) {
    // the line feed before a delimiter belongs to it
    if (begins >= 0) parts.push({ text: body.slice(begins, Math.max(begins, at - 1)), isOpen: false });
    const found = body.indexOf('\n', at);
    begins = found < 0 ? body.length : found + 1;
    if (body.startsWith('--', at + sign.length)) return parts;
    if (parts.length === maxParts) return parts;
  }
  if (begins >= 0 && begins < body.length) parts.push({ text: body.slice(begins), isOpen: true });
  return parts;
}

/** Where the next line begins that the delimiter is, or that is the delimiter and `--`; -1 for none. */
function lineWith(body: string, sign: string, from: number): number {
  for (let at = body.indexOf(sign, from); at >= 0; at = body.indexOf(sign, at + 1)) {
    if (at > 0 && body.charCodeAt(at - 1) !== 0x0a) continue;
    const end = at + sign.length;
    if (/^(?:--)?[ \t]{0,20}(?:\n|$)/u.test(body.slice(end, end + 24))) return at;
  }
  return -1;
}

/** The body as it was before it was made fit for the way, as Latin-1. */
export function decodedBody({ header, body }: MailPart): string {
  switch (header.first('content-transfer-encoding')?.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('latin1').replaceAll('\r\n', '\n');
    case 'quoted-printable':
      return body
        .replaceAll(/=[ \t]{0,9}\n/gu, '')
        .replaceAll(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replaceAll('\r\n', '\n');
    default:
      return body;
  }
}

/** The mail itself where it has no parts, then all within it, in order. */
export function* leavesOf(part: MailPart): Generator<MailPart> {
  if (part.parts.length === 0) yield part;
  for (const inner of part.parts) yield* leavesOf(inner);
}
