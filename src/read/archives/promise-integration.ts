// WebAssembly JavaScript Promise Integration, which Node 24 has and its types have not yet: a module's call of
// one of its imports may wait for a promise, and the call into the module is then a promise itself.

interface PromiseIntegration {
  Suspending: new (f: (...values: number[]) => Promise<number>) => WebAssembly.ImportValue;
  promising: (f: unknown) => (...values: number[]) => Promise<number>;
}

/** An import that may be waited for. */
export function suspending(f: (...values: number[]) => Promise<number>): WebAssembly.ImportValue {
  const { Suspending } = WebAssembly as unknown as PromiseIntegration;
  return new Suspending(f);
}

/** An export during which imports may be waited for. */
export function promising(f: unknown): (...values: number[]) => Promise<number> {
  return (WebAssembly as unknown as PromiseIntegration).promising(f);
}
