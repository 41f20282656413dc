/**
 * Texts for XML: markup escaped, and line ends too, which a parser would else make one of.
 */
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

export function xmlEscape(text: string): string {
  return text.replaceAll(/[&<>"\t\n\r]/g, (sign) => entities[sign]!);
}
