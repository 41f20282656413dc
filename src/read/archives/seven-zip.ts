// Runs 7-Zip, compiled to WebAssembly, once. In: its arguments and the world it sees. Out: its exit code.
// It runs in this process and is held up while what it unpacked is taken, so nothing piles up.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { promising } from './promise-integration.ts';
import { SevenZipEnd, worldImports, type World } from './seven-zip-world.ts';

let compiled: Promise<WebAssembly.Module> | undefined;

/** Exit codes as 7-Zip has them: 0 well, 1 with warnings, 2 with errors, 7 and up not at all. */
export async function runSevenZip(args: readonly string[], world: World): Promise<number> {
  compiled ??= compileSevenZip();
  const { imports, use } = worldImports(world);
  const instance = await WebAssembly.instantiate(await compiled, imports);
  const exports = instance.exports as unknown as SevenZipExports;
  use(exports.memory);
  exports.__wasm_call_ctors();
  const main = promising(exports.__main_argc_argv);
  try {
    return await main(args.length + 1, putArguments(exports, ['7zz', ...args]));
  } catch (error) {
    if (error instanceof SevenZipEnd) return error.code;
    if (error instanceof WebAssembly.RuntimeError) return faultCode;
    throw error;
  }
}

/** What a run that broke down counts as: 7-Zip's own code for being stopped. */
export const faultCode = 255;

interface SevenZipExports {
  memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  __main_argc_argv: unknown;
  _emscripten_stack_alloc(size: number): number;
}

async function compileSevenZip(): Promise<WebAssembly.Module> {
  let code: Buffer;
  try {
    code = await readFile(createRequire(import.meta.url).resolve('7z-wasm/7zz.wasm'));
  } catch {
    compiled = undefined;
    throw new UnreadableError('is read by an optional package that is absent: npm install 7z-wasm');
  }
  return WebAssembly.compile(new Uint8Array(code));
}

function putArguments(exports: SevenZipExports, args: readonly string[]): number {
  const pointers = args.map((argument) => {
    const text = Buffer.from(`${argument}\0`);
    const pointer = exports._emscripten_stack_alloc(text.length);
    new Uint8Array(exports.memory.buffer).set(text, pointer);
    return pointer;
  });
  const list = exports._emscripten_stack_alloc(4 * (args.length + 1));
  const view = new DataView(exports.memory.buffer);
  for (const [i, pointer] of [...pointers, 0].entries()) view.setUint32(list + 4 * i, pointer, true);
  return list;
}
