// One line of a list that people open in a spreadsheet and programs read as CSV (RFC 4180). In: values. Out: a line. What a
// spreadsheet would take for a formula is text: a name of a leak may have been written to be one.

const needsQuotes = /[",\r\n]/u;
const formula = /^[=+\-@\t\r]/u;
const phoneNumber = /^\+\d+$/u;

/** With CR LF at its end. */
export function listLine(values: readonly string[]): string {
  return `${values.map(listCell).join(',')}\r\n`;
}

/** A number in the international form begins with a plus sign and stays as it is. */
export function listCell(value: string): string {
  const text = formula.test(value) && !phoneNumber.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
