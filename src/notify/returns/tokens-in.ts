// What looks like the token of a send: 32 hex digits before an @, as in a Message-ID or a return path. In: a text. Out:
// the tokens, each once, in their order. Whether one is real, only the ledger's secret tells.

const tokenChars = 32;
/** A bounce names a few Message-IDs; one that names hundreds was made to. */
const maxTokens = 32;

/** In lower case. */
export function tokensIn(text: string): string[] {
  const tokens = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < tokenChars || isHexDigit(text.charCodeAt(at - tokenChars - 1))) continue;
    const token = text.slice(at - tokenChars, at);
    if (/^[0-9a-f]{32}$/iu.test(token)) tokens.add(token.toLowerCase());
    if (tokens.size === maxTokens) break;
  }
  return [...tokens];
}

function isHexDigit(sign: number): boolean {
  return (sign >= 0x30 && sign <= 0x39) || (sign >= 0x61 && sign <= 0x66) || (sign >= 0x41 && sign <= 0x46);
}
