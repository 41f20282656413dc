// One line of a package's people.csv (RFC 4180, UTF-8). In: fields, each of any number of values. Out: the line. What a
// spreadsheet would run as a formula gets an apostrophe before it: values come from a leak, and anybody may have
// written them.

const separator = ' | ';

/** Several values of one field stand beside each other; a bar inside of a value is written as \| and \ as \\. */
export function csvLine(fields: readonly (readonly string[])[]): string {
  return `${fields.map((values) => csvField(values)).join(',')}\r\n`;
}

/** Most values have none of what needs care. */
const plain = /^(?![=@+-])[^\\|",\t\r\n]*$/u;

function csvField(values: readonly string[]): string {
  if (values.length === 0) return '';
  if (values.length === 1 && plain.test(values[0]!)) return values[0]!;
  const text = harmless(values.map((value) => value.replaceAll(/[\\|]/gu, '\\$&')).join(separator));
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number with its sign, such as +33 6 or -12, is no formula. */
function harmless(text: string): string {
  return /^(?:[=@\t\r]|[+-](?![\d\s().-]*\d[\d\s()./|-]*$))/u.test(text) ? `'${text}` : text;
}
