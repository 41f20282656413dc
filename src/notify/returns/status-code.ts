// Codes of mail servers in what they say. In: a text. Out: the first enhanced code (RFC 3463), or the one that a plain
// reply code stands for.

/** Not part of a longer number, such as an address of a network. */
const enhanced = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d]|\.\d)/u;
const plain = /(?<![\d.#])([245])\d\d(?=[ -])(?!-?\d)/u;

/** `5.1.1`, or null. */
export function enhancedCode(text: string): string | null {
  const found = enhanced.exec(text);
  return found === null ? null : `${found[1]}.${Number(found[2])}.${Number(found[3])}`;
}

/** All of a text, each once, at most 20. */
export function enhancedCodes(text: string): string[] {
  const codes = new Set<string>();
  for (const [code] of text.matchAll(new RegExp(enhanced, 'gu'))) {
    codes.add(enhancedCode(code)!);
    if (codes.size === 20) break;
  }
  return [...codes];
}

/** `5.0.0` of a text that begins with a reply code such as `550 no such user`; null without one. */
export function codeOfReply(text: string): string | null {
  const found = plain.exec(text.slice(0, 40));
  return found === null ? null : `${found[1]}.0.0`;
}
