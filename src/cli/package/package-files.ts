// The work of `tocsin package`: a package made, with progress on stderr; one that was received checked and opened, or
// refused with the reason. Opening resolves to 0, or to 1 where the package is refused.

import { TocsinError } from '../../base/index.ts';
import {
  acting,
  caseSource,
  isRefusal,
  type MadePackage,
  makePackage,
  type OpenedPackage,
  openPackage,
  type PackageManifest,
} from '../../pipeline/index.ts';
import { visibleText } from '../../report/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { refuseInsideHome } from '../refuse-inside-home.ts';
import { wrapped } from '../checked-text.ts';
import { hintText } from '../hint-text.ts';
import { jsonText } from '../json-text.ts';
import { createProgressLine } from '../examine/progress-line.ts';
import { publicKeyOf } from '../verify/public-key.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export interface PackageFlags {
  controller: string;
  to: string;
  out: string;
  why?: string;
  force?: boolean;
  json?: boolean;
}

export interface PackageOpenFlags {
  identity: string;
  out: string;
  key?: string;
  json?: boolean;
}

export async function packController(named: string, flags: PackageFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'package');
  refuseInsideHome('--out', flags.out, home.path);
  const record = await caseOf(named, home);
  using stop = stopOnSignal(new TocsinError('INTERRUPTED', 'stopped: there is no package'));
  const line = createProgressLine(process.stderr);
  try {
    const source = caseSource(record, flags.controller, {
      readFor: { home, who, what: 'package.read' },
      signal: stop.signal,
      onProgress: ({ bytes, totalBytes }) =>
        line.showShare('reading the evidence', Math.min(1, bytes / Math.max(1, totalBytes))),
    });
    const made = await makePackage(home, record, source, {
      recipient: flags.to,
      out: flags.out,
      force: flags.force ?? false,
      who,
      signal: stop.signal,
      ...(flags.why === undefined ? {} : { why: flags.why }),
    });
    line.clear();
    process.stdout.write(flags.json ? jsonText(aboutMade(made)) : madeText(made));
  } finally {
    line.clear();
  }
}

function aboutMade({ path, proof, sha256, bytes, manifest }: MadePackage): object {
  return { ...aboutManifest(manifest), file: path, proof, bytes, sha256 };
}

function aboutManifest({ package: name, case: id, controller, number, ...rest }: PackageManifest): object {
  const { people, complete, byIdentifier, withoutLine, leftOutValues, classes } = rest;
  const { evidence, publicKey, made, recipient } = rest;
  const counts = { people, complete, byIdentifier, withoutLine, leftOutValues, classes };
  return { package: name, case: id, controller, number, made, recipient, ...counts, evidence, publicKey };
}

function madeText({ path, proof, sha256, manifest }: MadePackage): string {
  return [
    ...manifestLines(manifest),
    `  file    ${path}`,
    `  proof   ${proof}`,
    `  SHA-256 ${sha256}`,
    ...wrapped(
      `Send both files. The receiver opens the package with tocsin package open or with age -d; this key shows that it is yours: ${manifest.publicKey}`,
      0,
      0,
    ),
    '',
  ].join('\n');
}

function manifestLines({
  package: name,
  controller,
  people,
  complete,
  byIdentifier,
  withoutLine,
  classes,
}: PackageManifest): string[] {
  return [
    `package ${name}: ${count(people)} ${people === 1 ? 'person' : 'people'} of ${visibleText(controller.name)}`,
    ...partLines(complete, byIdentifier, withoutLine),
    ...classes.map(
      ({ class: held, people: having }) => `  ${count(having).padStart(12)}  ${visibleText(held)}`,
    ),
  ];
}

function partLines(complete: number, byIdentifier: number, withoutLine: number): string[] {
  const lines = [`${count(complete)} complete: with the values of this controller's rows about them`];
  if (byIdentifier > 0)
    lines.push(
      `${count(byIdentifier)} by identifier only: the controller's own list names them, and no row is known to be its own; the line has the identifier of the list`,
    );
  if (withoutLine > 0)
    lines.push(
      `${count(withoutLine)} counted only, without a line: nothing that tells who they are may be handed over`,
    );
  if (byIdentifier + withoutLine > 0)
    lines.push(
      'for more, split the case again with rules that say whose the rows are, or with "shared": true in the lists of all who name the same people; then make the package again',
    );
  return lines.flatMap((line) => wrapped(line, 2, 4));
}

function count(number: number): string {
  return number.toLocaleString('en');
}

export async function openReceived(
  path: string,
  { identity, out, key, json }: PackageOpenFlags,
): Promise<number> {
  const home = openHome();
  const { who } = acting(home, 'package');
  refuseInsideHome('--out', out, home.path);
  try {
    const publicKey = key === undefined ? {} : { publicKey: publicKeyOf(key) };
    const opened = await openPackage(home, path, { identity, out, who, ...publicKey });
    process.stdout.write(json ? jsonText(aboutOpened(opened)) : openedText(opened, key !== undefined));
    return 0;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { message, hint, code } = error as TocsinError;
    if (json) process.stdout.write(jsonText({ refused: true, code, message }));
    process.stderr.write(`error: ${visibleText(message)}\n${hintText(hint)}\n`);
    return 1;
  }
}

function aboutOpened({ manifest, folder, files }: OpenedPackage): object {
  return { ...aboutManifest(manifest), folder, files };
}

function openedText({ manifest, folder }: OpenedPackage, isKnown: boolean): string {
  const whose = isKnown
    ? 'It is signed by the key that was given.'
    : `Whose key it is signed by was not checked: compare it with the sender's, on another way than the package came: ${manifest.publicKey}`;
  return [...manifestLines(manifest), `  opened into ${folder}`, ...wrapped(whose, 0, 0), ''].join('\n');
}
