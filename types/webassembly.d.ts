/*
 * The few WebAssembly types the kernel's loader needs. Node has the global, but its types live in the
 * DOM library, which would also let `name`, `status` or `event` pass as globals anywhere in the code.
 */
declare namespace WebAssembly {
  type ImportValue = CallableFunction | Global | Memory | number | bigint;
  type Imports = Record<string, Record<string, ImportValue>>;
  type ExportValue = CallableFunction | Global | Memory;

  interface MemoryDescriptor {
    initial: number;
    maximum?: number;
    shared?: boolean;
  }

  class CompileError extends Error {}
  class LinkError extends Error {}
  class RuntimeError extends Error {}

  class Memory {
    constructor(descriptor: MemoryDescriptor);
    readonly buffer: ArrayBuffer;
    grow(deltaPages: number): number;
  }

  class Global {
    constructor(
      descriptor: { value: 'i32' | 'i64' | 'f32' | 'f64' | 'v128'; mutable?: boolean },
      value?: unknown,
    );
    value: unknown;
  }

  class Module {
    constructor(bytes: ArrayBufferView<ArrayBuffer> | ArrayBuffer);
    static exports(module: Module): { name: string; kind: string }[];
    static imports(module: Module): { module: string; name: string; kind: string }[];
  }

  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, ExportValue>;
  }

  function validate(bytes: ArrayBufferView<ArrayBuffer> | ArrayBuffer): boolean;
  function compile(bytes: ArrayBufferView<ArrayBuffer> | ArrayBuffer): Promise<Module>;
  function instantiate(
    bytes: ArrayBufferView<ArrayBuffer> | ArrayBuffer,
    imports?: Imports,
  ): Promise<{ module: Module; instance: Instance }>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
}
