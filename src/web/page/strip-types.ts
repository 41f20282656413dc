// Our own modules as a browser reads them: with their types taken out. In: TypeScript. Out: JavaScript, line by line the
// same. Node calls the function experimental at its first use; whoever runs the service need not hear of it.

import { stripTypeScriptTypes } from 'node:module';

export function stripTypes(source: string): string {
  const warn = Object.getOwnPropertyDescriptor(process, 'emitWarning')!;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    Object.defineProperty(process, 'emitWarning', warn);
  }
}
