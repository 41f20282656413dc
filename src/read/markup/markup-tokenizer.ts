// The tokens of XML and HTML, from raw text in pieces: tags, text, comments, with their offsets.
// In: pieces of any size. Out: calls, the same for any cutting into pieces. What looks like a tag and is none
// is text, so nothing is lost to broken markup. It follows no DTD and keeps no stack, whatever the depth;
// it holds one tag or 64 KB at most.

import { beginsName, nameEnd, noTag, tagEnd, tagUnfinished, textCut } from './tag-end.ts';

export interface MarkupHandler {
  /** `attributes`: all between the name and the end of the tag. XML names come without their prefix, HTML names in lower case. */
  open(name: string, attributes: string, offset: number): void;
  /** Also after an XML tag that closes itself. HTML: also where nothing was open. */
  close(name: string, offset: number): void;
  /** Long text comes in several calls. `verbatim`: no reference in it counts. */
  text(raw: string, offset: number, verbatim: boolean): void;
  /** Comments and declarations. */
  comment(raw: string, offset: number): void;
}

export interface MarkupTokenizer {
  write(piece: string): void;
  end(): void;
}

/** An image written into its tag, as mail programs do, has some megabytes. */
const maxTagChars = 16 << 20;
const maxTextChars = 64 << 10;
const maxNameChars = 1024;
/** The longest opening that must be seen whole, `<![CDATA[`. */
const openingChars = 9;

/** HTML elements that hold no tags; scripts and styles no references either. */
const rawElements = new Map([
  ['script', true],
  ['style', true],
  ['textarea', false],
  ['title', false],
]);

interface Stretch {
  as: 'text' | 'verbatim' | 'comment' | 'nothing';
  /** Where it ends and what comes after begins, from `from` on; null where that is not in sight. */
  end(raw: string, from: number): { at: number; next: number } | null;
}

export function createMarkupTokenizer(
  kind: 'xml' | 'html',
  handler: MarkupHandler,
  firstOffset = 0,
): MarkupTokenizer {
  let raw = '';
  let pending = '';
  let base = firstOffset;
  let p = 0;
  let literalTo = 0; // a `<` before this is text
  let stretch: Stretch | null = null;
  let ended = false;
  const nameOf = createNames(kind);

  const inStretch = (current: Stretch): boolean => {
    const found = current.end(raw, p);
    const to = found?.at ?? (ended ? raw.length : p + maxTextChars);
    if (found === null && !ended && raw.length < to + maxNameChars) return false;
    while (p < to) {
      const isCut = (found === null && !ended) || to - p > maxTextChars;
      const cut = isCut ? textCut(raw, p, p + maxTextChars) : to;
      const part = raw.slice(p, cut);
      if (current.as === 'comment') handler.comment(part, base + p);
      else if (current.as !== 'nothing') handler.text(part, base + p, current.as === 'verbatim');
      p = cut;
      if (found === null && !ended) return true;
    }
    if (found !== null) p = found.next;
    if (found !== null || ended) stretch = null;
    return true;
  };

  const inText = (): boolean => {
    const tag = raw.indexOf('<', Math.max(p, literalTo));
    const to = tag < 0 ? raw.length : tag;
    if (to - p > maxTextChars) {
      const cut = textCut(raw, p, p + maxTextChars);
      handler.text(raw.slice(p, cut), base + p, false);
      p = cut;
      return true;
    }
    if (tag < 0 && !ended) return false;
    if (to > p) handler.text(raw.slice(p, to), base + p, false);
    p = to;
    return p < raw.length && atTag();
  };

  /** At a `<`: false where more of the file is needed to know what it is. */
  const atTag = (): boolean => {
    if (raw.length - p < openingChars && !ended) return false;
    const after = raw[p + 1];
    if (after === '!' || after === '?') return atDeclaration();
    const isClose = after === '/';
    const nameAt = isClose ? p + 2 : p + 1;
    if (nameAt >= raw.length || !beginsName(raw.charCodeAt(nameAt))) return asText();
    let end = tagEnd(raw, p);
    if (end === tagUnfinished || end > p + maxTagChars) {
      if (!ended && raw.length - p < maxTagChars) return false;
      end = raw.indexOf('>', p);
      if (end < 0 || end > p + maxTagChars) {
        literalTo = Math.min(p + maxTagChars, raw.length);
        return true;
      }
    }
    if (end === noTag) return asText();
    const nameTo = nameEnd(raw, nameAt, end);
    const name = nameOf(raw.slice(nameAt, Math.min(nameTo, nameAt + maxNameChars)));
    const offset = base + p;
    p = end + 1;
    if (isClose) handler.close(name, offset);
    else openTag(name, nameTo, end, offset);
    return true;
  };

  const openTag = (name: string, from: number, to: number, offset: number): void => {
    const closesItself = kind === 'xml' && to > from && raw[to - 1] === '/';
    const attributesTo = closesItself ? to - 1 : to;
    handler.open(name, from < attributesTo ? raw.slice(from, attributesTo) : '', offset);
    if (closesItself) handler.close(name, offset);
    const isVerbatim = kind === 'html' ? rawElements.get(name) : undefined;
    if (isVerbatim !== undefined) stretch = rawElement(name, isVerbatim);
  };

  const atDeclaration = (): boolean => {
    if (raw.startsWith('<!--', p)) begin(until('comment', '-->'), 4);
    else if (raw.startsWith('<![CDATA[', p)) begin(until('verbatim', ']]>'), 9);
    else if (raw[p + 1] === '?') begin(until('nothing', kind === 'xml' ? '?>' : '>'), 2);
    else begin(kind === 'xml' ? declaration() : until('comment', '>'), 2);
    return true;
  };

  const begin = (next: Stretch, length: number): void => {
    stretch = next;
    p = Math.min(p + length, raw.length);
  };

  const asText = (): boolean => {
    literalTo = p + 1;
    return true;
  };

  const parse = (): void => {
    // what is held is looked at again only when it has doubled, so that cutting costs no more than reading
    if (!ended && pending.length < raw.length) return;
    raw += pending;
    pending = '';
    while (p < raw.length && (stretch === null ? inText() : inStretch(stretch))) {}
    base += p;
    literalTo = Math.max(0, literalTo - p);
    raw = raw.slice(p);
    p = 0;
  };

  return {
    write(piece) {
      pending += piece;
      parse();
    },
    end() {
      ended = true;
      parse();
    },
  };
}

function until(as: Stretch['as'], sign: string): Stretch {
  return {
    as,
    end(raw, from) {
      const at = raw.indexOf(sign, from);
      return at < 0 ? null : { at, next: at + sign.length };
    },
  };
}

/** `<!DOCTYPE …>`, over the declarations between its brackets. */
function declaration(): Stretch {
  let inBrackets = false;
  return {
    as: 'comment',
    end(raw, from) {
      const open = /[[>]/u.exec(raw.slice(from, from + maxTextChars));
      if (!inBrackets && open?.[0] === '>') return { at: from + open.index, next: from + open.index + 1 };
      inBrackets ||= open?.[0] === '[';
      const close = /\]\s{0,9}>/gu;
      close.lastIndex = from;
      const found = inBrackets ? close.exec(raw) : null;
      return found === null ? null : { at: found.index, next: close.lastIndex };
    },
  };
}

/** Ends before its own closing tag, which is a tag again. */
function rawElement(name: string, isVerbatim: boolean): Stretch {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  return {
    as: isVerbatim ? 'verbatim' : 'text',
    end(raw, from) {
      close.lastIndex = from;
      const found = close.exec(raw);
      return found === null ? null : { at: found.index, next: found.index };
    },
  };
}

/** Names that are remembered; a file with more of them has no rows. */
const maxNames = 10_000;

/** Names are few and repeated: each is kept once, and as a copy that holds no piece of the file. */
function createNames(kind: 'xml' | 'html'): (written: string) => string {
  const known = new Map<string, string>();
  return (written) => {
    const remembered = known.get(written);
    if (remembered !== undefined) return remembered;
    const copy = Buffer.from(written, 'latin1').toString('latin1');
    const name = kind === 'html' ? copy.toLowerCase() : copy.slice(copy.indexOf(':') + 1);
    if (known.size < maxNames) known.set(copy, name);
    return name;
  };
}
