// Keeps a WebAssembly library from growing past a limit: its request for more is refused, its allocation fails,
// and the thread it runs in is given up. In: the library's exported memory and the limit.

export function limitMemory(exports: WebAssembly.Instance['exports'], limitBytes: number): void {
  for (const memory of Object.values(exports)) {
    if (!(memory instanceof WebAssembly.Memory)) continue;
    const grow = memory.grow.bind(memory);
    // the loader made by Emscripten calls the method of this very object
    memory.grow = (pages) => {
      if (memory.buffer.byteLength + pages * wasmPageBytes > limitBytes) throw new RangeError('memory limit');
      return grow(pages);
    };
  }
}

const wasmPageBytes = 65_536;
