// A result as JSON, as every command prints it. In: a value. Out: its text with a line feed.

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
