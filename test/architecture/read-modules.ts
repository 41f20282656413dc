/*
 * Reads the project's own TypeScript files as the compiler sees them: what each imports (types and
 * dynamic imports too), which files it starts as workers, and which of the globals that the laws name
 * it touches. Syntax only: nothing is run, and a file with a type error is read like any other. The kernel's
 * AssemblyScript is another language to the compiler: of it, lines, header and imports are read as text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

export interface Module {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly startsWithComment: boolean;
  /** Specifiers as written. */
  readonly imports: readonly string[];
  /** Relative specifiers of files it starts by URL: `new URL('./scan-worker.ts', import.meta.url)`. */
  readonly starts: readonly string[];
  /** `fetch`, `Date.now`, `new Date()` …: see `nameOfGlobal`. */
  readonly globals: readonly string[];
}

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/u, '');

const assemblyFolder = 'src/kernel/assembly';

/** Every module that tsconfig.json includes, and the kernel's. Throws if the compiler cannot open the project. */
export function readModules(): Module[] {
  const api = new API({ cwd: projectRoot });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [join(projectRoot, 'tsconfig.json')] });
    const [project] = snapshot.getProjects();
    if (project === undefined) throw new Error('the compiler opened no project');
    const modules = project.rootFiles.map((name) => {
      const file = project.program.getSourceFile(name);
      if (file === undefined) throw new Error(`the compiler has no source for ${name}`);
      return readModule(relative(projectRoot, name).split(sep).join('/'), file);
    });
    return [...modules, ...readdirSync(join(projectRoot, assemblyFolder)).map(readAssembly)];
  } finally {
    api.close();
  }
}

function readModule(path: string, file: SourceFile): Module {
  const starts: string[] = [];
  const globals = new Set<string>();
  const visit = (node: Node): void => {
    const started = startedFile(node, file);
    if (started !== undefined) starts.push(started);
    const name = nameOfGlobal(node);
    if (name !== undefined) globals.add(name);
    node.forEachChild(visit);
  };
  visit(file);
  return {
    path,
    ...shapeOf(file.text),
    imports: [
      ...file.imports.filter(isStringLiteral).map((specifier) => specifier.text),
      ...readFiles(file.text),
    ],
    starts,
    globals: [...globals],
  };
}

/** A file of a package that is read, such as a font, is taken from it as much as code is. */
function readFiles(text: string): string[] {
  return [...text.matchAll(/createRequire\(import\.meta\.url\)\.resolve\(\s*[`']([^`'$]+)/gu)].map(
    ([, specifier]) => specifier!,
  );
}

function readAssembly(name: string): Module {
  const text = readFileSync(join(projectRoot, assemblyFolder, name), 'utf8');
  // AssemblyScript names a file without its extension.
  const imports = [...text.matchAll(/ from '([^']+)';$/gmu)].map(([, specifier]) => `${specifier}.ts`);
  return { path: `${assemblyFolder}/${name}`, ...shapeOf(text), imports, starts: [], globals: [] };
}

function shapeOf(text: string): Pick<Module, 'lines' | 'startsWithComment'> {
  return {
    lines: text.split('\n').length - 1,
    startsWithComment: /^(#![^\n]*\n)?\/[*/]/u.test(text),
  };
}

function startedFile(node: Node, file: SourceFile): string | undefined {
  if (!isNewExpression(node) || !isIdentifier(node.expression) || node.expression.text !== 'URL')
    return undefined;
  const [target, base] = node.arguments ?? [];
  if (target === undefined || base === undefined || !isStringLiteral(target)) return undefined;
  const isOurs = file.text.slice(base.pos, base.end).trim() === 'import.meta.url';
  return isOurs && target.text.endsWith('.ts') ? target.text : undefined;
}

function nameOfGlobal(node: Node): string | undefined {
  if (isNewExpression(node) && isIdentifier(node.expression)) {
    const name = node.expression.text;
    if (name === 'Date' && (node.arguments?.length ?? 0) === 0) return 'new Date()';
    if (name === 'WebSocket') return name;
  }
  if (isCallExpression(node) && isIdentifier(node.expression) && node.expression.text === 'fetch')
    return 'fetch';
  if (isPropertyAccessExpression(node) && isIdentifier(node.expression)) {
    if (node.expression.text === 'Date' && node.name.text === 'now') return 'Date.now';
    if (node.expression.text === 'performance') return 'performance';
  }
  return undefined;
}
