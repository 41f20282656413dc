// How many of what, in words for a terminal.

/** `1,204 mails`, `1 mail`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
