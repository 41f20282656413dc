/*
 * A portal that listens, in the process of the test, on a register with the made-up people of the look-up's tests.
 */
import { plantBreaches } from '../../src/lookup/statements/planted-breaches.fixture.ts';
import { serve } from '../../src/web/serve.ts';
import { testContext, type TestContext, type TestContextOptions } from '../../src/web/web-context.fixture.ts';

export interface TestPortal extends AsyncDisposable {
  url: string;
  context: TestContext;
}

/** `await using portal = await startPortal()`. */
export async function startPortal(options: TestContextOptions = {}): Promise<TestPortal> {
  const context = await testContext(options);
  await plantBreaches(context.register);
  const served = await serve({
    port: 0,
    host: '127.0.0.1',
    tls: null,
    isProxied: context.settings.trustProxy,
    context: (url) => Object.assign(context, { publicUrl: url }),
  });
  return {
    url: served.url,
    context,
    [Symbol.asyncDispose]: async () => {
      await served.stop();
      await context[Symbol.asyncDispose]();
    },
  };
}
