/*
 * Holds a list of modules to the import rules. In: modules as read by readModules, and the paths that
 * exist. Out: one sentence per violation, naming the file, none if the code keeps the laws.
 */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { folderRules, longTables, maxLines, packageHomes, testPackages } from './import-rules.ts';
import type { Module } from './read-modules.ts';

/** Folders of `src` are stages; these stand beside `src`. Tests, scripts and benches may import anything. */
const foldersBesideSrc = new Set(['samples']);

/** Folders of commands: run rather than imported, so they have no index.ts. */
const foldersWithoutIndex = new Set(['cli', 'samples']);

const forbiddenNames = /(^|[-/.])(utils?|helpers?|common|managers?|misc)([-/.]|$)/u;
const kebabCasePath = /^[a-z0-9]+([-./][a-z0-9]+)*$/u;

export function findViolations(modules: readonly Module[]): string[] {
  return [
    ...modules.flatMap(importViolations),
    ...modules.flatMap(shapeViolations),
    ...cycleViolations(modules),
    ...folderViolations(modules),
  ];
}

/**
 * `src/read/sql/x.ts` → `read`, `src/base/files/x.ts` → `base/files`, which has a row of its own, `samples/x.ts` →
 * `samples`, anything else → undefined.
 */
export function folderOf(path: string): string | undefined {
  const [first, second, third] = path.split('/');
  if (first === 'src') return `${second}/${third}` in folderRules ? `${second}/${third}` : second;
  return first !== undefined && foldersBesideSrc.has(first) ? first : undefined;
}

/** Tests, and what only tests use: they may import test packages, and samples. */
function isTestCode(path: string): boolean {
  return path.endsWith('.test.ts') || path.endsWith('.fixture.ts');
}

function importViolations(module: Module): string[] {
  const folder = folderOf(module.path);
  if (folder === undefined) return [];
  const rule = folderRules[folder];
  if (rule === undefined) return [`${module.path} lies in a folder without a rule`];
  const isTest = isTestCode(module.path);
  const found: string[] = [];
  for (const specifier of module.imports) {
    if (specifier.startsWith('.')) found.push(...relativeViolations(module, specifier, 'imports'));
    else if (isBuiltin(specifier)) {
      const banned = rule.mustNotTouch?.modules.some((name) => specifier.startsWith(name)) ?? false;
      if (banned && !isTest)
        found.push(`${module.path} imports ${specifier}, which ${folder} must not touch`);
    } else found.push(...packageViolations(module.path, folder, specifier, isTest));
  }
  for (const specifier of module.starts) found.push(...relativeViolations(module, specifier, 'starts'));
  for (const name of module.globals) {
    if (isTest || !rule.mustNotTouch?.globals.includes(name)) continue;
    found.push(`${module.path} uses ${name}, which ${folder} must not touch`);
  }
  return found;
}

function relativeViolations(module: Module, specifier: string, verb: 'imports' | 'starts'): string[] {
  const from = folderOf(module.path) ?? '';
  const target = resolveImport(module.path, specifier);
  const to = folderOf(target);
  if (to === from) return [];
  const isTest = isTestCode(module.path);
  // What crosses stages is tested in test/; the tests of a stage may still take a made-up leak.
  if (isTest && to === 'samples') return [];
  if (to === undefined) return [`${module.path} ${verb} ${target}, which is no stage`];
  if (!folderRules[from]?.mayImport.includes(to))
    return [`${module.path} ${verb} ${target}: ${from} may not use ${to}`];
  // A fixture of another stage is no part of what that stage gives.
  if (isTest && target.endsWith('.fixture.ts')) return [];
  const isIndex = posix.basename(target) === 'index.ts' || foldersWithoutIndex.has(to);
  if (verb === 'imports' && !isIndex) return [`${module.path} imports ${target} past the index.ts of ${to}`];
  return [];
}

function packageViolations(path: string, folder: string, specifier: string, isTest: boolean): string[] {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (isTest && testPackages.includes(name)) return [];
  if (packageHomes[name]?.includes(folder)) return [];
  return [`${path} imports ${name}, which only ${packageHomes[name]?.join(' and ') ?? 'nobody'} may`];
}

function shapeViolations(module: Module): string[] {
  const found: string[] = [];
  if (folderOf(module.path) === undefined) return found;
  if (module.lines > maxLines && !longTables.includes(module.path)) {
    found.push(`${module.path} has ${module.lines} lines, more than ${maxLines}`);
  }
  if (forbiddenNames.test(module.path)) found.push(`${module.path} has a name that says nothing`);
  if (!kebabCasePath.test(module.path)) found.push(`${module.path} is not in kebab-case`);
  if (!module.startsWithComment && !module.path.endsWith('.test.ts')) {
    found.push(`${module.path} does not open with a comment that says what it is`);
  }
  return found;
}

/** Type imports count: who wants to read one file of a cycle has to read them all. */
function cycleViolations(modules: readonly Module[]): string[] {
  const edges = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolveImport(path, specifier)),
    ]),
  );
  const done = new Set<string>();
  const found = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.add(`cycle: ${[...trail.slice(start), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return [...found];
}

function folderViolations(modules: readonly Module[]): string[] {
  const code = modules.map(({ path }) => path).filter((path) => !path.endsWith('.test.ts'));
  const present = new Set(code.map(folderOf).filter((folder) => folder !== undefined));
  const found: string[] = [];
  for (const folder of Object.keys(folderRules)) {
    if (!present.has(folder)) found.push(`${folder} has a rule and no code`);
    else if (!foldersWithoutIndex.has(folder) && !code.includes(`src/${folder}/index.ts`)) {
      found.push(`src/${folder} has no index.ts`);
    }
  }
  for (const path of longTables) {
    const lines = modules.find((module) => module.path === path)?.lines ?? 0;
    if (lines <= maxLines) found.push(`${path} is listed as a long table and is not one`);
  }
  return found;
}

function resolveImport(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}
