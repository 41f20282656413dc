// Whether a file is XML, HTML or RTF, from its first characters, whatever its name.

/** Elements that HTML fragments begin with; as a whole document's root none of them is XML's. */
const htmlBeginning =
  /^(?:<!doctype\s{1,9}html\b|<(?:html|head|body|meta|title|table|div|p|span|style|script|center|font|br|h[1-6])[\s/>])/iu;
const xhtmlBeginning = /^<(?:!doctype\s{1,9}html|html)[\s>]/iu;
const xmlBeginning =
  /^<(?:[A-Za-z_\u0080-\uffff][\w:.\-\u0080-\uffff]{0,200}(?:\s[^<]*)?\/?>|!DOCTYPE\s|\?xml[\s-])/u;

/** Comments and declarations before the root are looked over this far. */
const maxPrologues = 20;

export function isHtml(head: string): boolean {
  return (isDeclaredXml(head) ? xhtmlBeginning : htmlBeginning).test(afterPrologue(head));
}

export function isXml(head: string): boolean {
  return !isHtml(head) && (isDeclaredXml(head) || xmlBeginning.test(afterPrologue(head)));
}

export function isRtf(head: string): boolean {
  return /^\{\\rtf\d?(?![a-z])/u.test(trimmed(head));
}

function isDeclaredXml(head: string): boolean {
  return /^<\?xml\s/u.test(trimmed(head));
}

function trimmed(head: string): string {
  return head.replace(/^(?:\uFEFF|\u00ef\u00bb\u00bf)?\s{0,1000}/u, '');
}

function afterPrologue(head: string): string {
  let text = trimmed(head);
  for (let i = 0; i < maxPrologues; i++) {
    const end = text.startsWith('<!--') ? '-->' : text.startsWith('<?') ? '>' : null;
    const at = end === null ? -1 : text.indexOf(end);
    if (end === null || at < 0) return text;
    text = text.slice(at + end.length).trimStart();
  }
  return text;
}
