// The scripts of the pages that take passkeys: the library's, as it is published, and our own with its types taken out.
// In: nothing. Out: their addresses, which change with their text, and what answers them.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { stripTypes } from '../page/strip-types.ts';

interface Script {
  path: string;
  text: string;
}

/** In the order they are to run. */
export function passkeyScripts(): Script[] {
  return (scripts ??= [
    script('webauthn', readFileSync(libraryPath(), 'utf8')),
    script('passkey', stripTypes(readFileSync(ownPath, 'utf8'))),
  ]);
}

let scripts: Script[] | undefined;

const ownPath = fileURLToPath(new URL('./browser/passkey-page.ts', import.meta.url));

/** Of the whole library in one file, which lies beside its modules. */
function libraryPath(): string {
  return fileURLToPath(
    new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
  );
}

function script(name: string, text: string): Script {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { path: `/assets/${name}-${hash}.js`, text };
}

export function passkeyScriptRoutes(): Hono {
  const app = new Hono();
  for (const { path, text } of passkeyScripts())
    app.get(path, (c) =>
      c.body(text, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    );
  return app;
}
