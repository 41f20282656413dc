// The modules of the page of the private look-up: our own, the same validators that publish, and the library's files as
// they are published. In: nothing. Out: the address of the first, which changes with any of them, and what answers them.
// A file that is not in the list is not served.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { stripTypes } from '../page/strip-types.ts';
import { codingFor } from '../passwords/content-coding.ts';

/** By name within the folder of the modules: where the text lies. */
const ours: Readonly<Record<string, string>> = {
  'private-page.js': './browser/private-page.ts',
  'ask-privately.js': './browser/ask-privately.ts',
  'number-form.js': './browser/number-form.ts',
  'recognise/phone.js': '../../recognise/phone.ts',
  'recognise/byte-class.js': '../../recognise/byte-class.ts',
  'recognise/identifiers/nir.js': '../../recognise/identifiers/nir.ts',
  'recognise/identifiers/characters.js': '../../recognise/identifiers/characters.ts',
};

const libraries: Readonly<Record<string, readonly string[]>> = {
  '@noble/curves': [
    'ed25519.js',
    'utils.js',
    ...['curve', 'edwards', 'fft', 'frost', 'hash-to-curve', 'modular', 'montgomery', 'oprf'].map(
      (name) => `abstract/${name}.js`,
    ),
  ],
  '@noble/hashes': ['sha2.js', 'utils.js', '_md.js', '_u64.js'],
};

/** Of `recognise` the browser gets two numbers, not all of it. */
const recogniseIndex = `export { nirKind, normaliseNir } from './identifiers/nir.js';
export { normalisePhone, phoneKind } from './phone.js';
`;

interface Modules {
  folder: string;
  texts: ReadonlyMap<string, string>;
}

let modules: Modules | undefined;

/** Read when first asked for. */
function readModules(): Modules {
  return (modules ??= (() => {
    const texts = new Map([['recognise/index.js', recogniseIndex]]);
    for (const [name, place] of Object.entries(ours))
      texts.set(name, withBrowserImports(name, stripTypes(readHere(place))));
    for (const [library, names] of Object.entries(libraries))
      for (const name of names) {
        const text = readFileSync(libraryFile(library, name), 'utf8');
        texts.set(`${library}/${name}`, withBrowserImports(`${library}/${name}`, text));
      }
    const told = [...texts].map(([name, text]) => `${name}\0${text}\0`).join('');
    const version = createHash('sha256').update(told).digest('hex').slice(0, 16);
    return { folder: `/assets/private-${version}`, texts };
  })());
}

function readHere(place: string): string {
  return readFileSync(new URL(place, import.meta.url), 'utf8');
}

/** Files that a package does not export lie beside those that it does. */
function libraryFile(library: string, name: string): string {
  return fileURLToPath(new URL(name, import.meta.resolve(`${library}/utils.js`)));
}

const importPath = /^((?:import|export)\b[^'"\n]*?from\s*|\} from\s*|import\s*)(['"])([^'"\n]+)\2/gmu;

/** What is imported by a package's name or as TypeScript gets the address under which it is served. */
function withBrowserImports(name: string, text: string): string {
  const up = '../'.repeat(name.split('/').length - 1) || './';
  return text.replaceAll(importPath, (_, before: string, quote: string, path: string) => {
    if (path.startsWith('@')) return `${before}${quote}${up}${path}${quote}`;
    const ofRecognise = /^(?:\.\.\/)+recognise\/index\.ts$/u.test(path);
    return `${before}${quote}${ofRecognise ? `${up}recognise/index.js` : path.replace(/\.ts$/u, '.js')}${quote}`;
  });
}

export function privateScript(): string {
  return `${readModules().folder}/private-page.js`;
}

export function privateScriptRoutes(): Hono {
  const app = new Hono();
  const packed = new Map<string, Buffer<ArrayBuffer>>();
  app.get('/assets/:folder{private-[0-9a-f]{16}}/:name{.+}', (c) => {
    const { folder, texts } = readModules();
    const name = c.req.param('name');
    const text = `/assets/${c.req.param('folder')}` === folder ? texts.get(name) : undefined;
    if (text === undefined) return c.notFound();
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    };
    if (codingFor(c.req.header('accept-encoding')) !== 'br') return c.body(text, 200, headers);
    const bytes = packed.get(name) ?? brotliCompressSync(text);
    packed.set(name, bytes);
    return c.body(bytes, 200, { ...headers, 'content-encoding': 'br' });
  });
  return app;
}
