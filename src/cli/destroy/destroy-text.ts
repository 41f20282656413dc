// What goes and what stays, for a terminal of 80 columns, and as JSON. In: the plan of a destruction. Out: text.

import { join } from 'node:path';
import type { Destroyed } from '../../destroy/index.ts';
import type { DestructionPlan } from '../../pipeline/index.ts';
import { certificatePath, type CaseRecord, type InstanceHome, listCaseFiles } from '../../store/index.ts';
import { timeText, visibleText } from '../../report/index.ts';
import { wrapped } from '../checked-text.ts';

/** Listed by themselves; --json lists all. */
const maxListed = 20;

export function planText(
  home: InstanceHome,
  record: CaseRecord,
  {
    plan,
    originals,
    handedOut,
    published,
    arePasswordsLeft,
    areReferencesLeft,
    code,
    state,
    duties,
    zone,
  }: DestructionPlan,
): string {
  const { people, evidence, counts } = plan;
  const files = listCaseFiles(home, record.case);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const certificate = certificatePath(home.path, record.case);
  const lines = [
    `Case ${record.case}${record.name === null ? '' : `, ${visibleText(record.name)}`}${state === 'open' ? ' (still open)' : ''}`,
    ...dutyLines(duties, zone),
    '',
    'For ever gone would be:',
    ...bounded(people),
    ...item(`${many(evidence.length, 'file')} of evidence${copiesText(evidence)}`),
    ...listed(
      evidence.map(({ id, sha256 }) => id + ' '.repeat(Math.max(1, 5 - id.length)) + sha256),
      '    ',
    ),
    ...item(
      `${many(counts.deliveries, 'delivery', 'deliveries')} that ${counts.deliveries === 1 ? 'was' : 'were'} examined, and who is whose of ${many(counts.controllers, 'controller')}`,
    ),
    ...item(`${many(counts.contacts, 'contact')} from directories`),
    ...noticeLines(counts.notices),
    ...item(
      `notes, clocks and facts; in all ${many(files.length, 'file')}, ${count(bytes)} bytes, in ${join(home.path, 'cases', record.case)}`,
    ),
    '',
    'Kept would be:',
    ...item('the entry in the register of incidents, without people'),
    ...item('the custody log; reasons and names in it go with the case'),
    ...item(`the certificate: ${certificate}, and the same as PDF`),
    ...(counts.packages > 0
      ? item(`${many(counts.packages, 'package')} made for controllers: theirs, opened by their own keys`)
      : []),
    ...publishedLines(published),
    ...(arePasswordsLeft
      ? item(
          `the passwords taken from it into the register, as hashes with counts: they go on being found; tocsin passwords forget ${record.case} ends that, before or after`,
        )
      : []),
    ...(areReferencesLeft
      ? item(
          `the references of its notices in the register, as hashes: people can go on checking their letters; tocsin notify references ${record.case} --withdraw ends that, before or after`,
        )
      : []),
    ...leftLines(originals, handedOut),
    '',
    'Out of reach are copies of the instance folder and snapshots made before:',
    plan.isKeyReplaced
      ? '  --rotate-key replaces the key of the instance, so that they open only with a\n  copy of the key file that is as old'
      : '  with the key of the instance they still open; --rotate-key replaces it',
    '',
    'To destroy it:',
    `  tocsin destroy ${record.case} --confirm ${code}${plan.isKeyReplaced ? ' --rotate-key' : ''}${plan.name === null ? '' : ' --keep-names'}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Who is still to be told can be told no more, and nobody can prove any more who was. */
function noticeLines(notices: DestructionPlan['plan']['counts']['notices']): string[] {
  if (notices === undefined) return [];
  const { told, open, unreachable } = notices;
  return item(
    `the ledger of notices: ${many(told, 'person', 'people')} told${open > 0 ? `, ${count(open)} still to be told` : ''}${unreachable > 0 ? `, ${count(unreachable)} reached by no channel` : ''}; tocsin notify export keeps the proof`,
  );
}

function bounded(people: DestructionPlan['plan']['people']): string[] {
  if (people === null) return item('people: not known, the vault of the case is damaged');
  const { count: shown, min, max } = people;
  return item(`${many(shown, 'person', 'people')}${min === max ? '' : ` (${count(min)} to ${count(max)})`}`);
}

function copiesText(evidence: DestructionPlan['plan']['evidence']): string {
  const copies = evidence.filter(({ how }) => how === 'copy').length;
  if (copies === 0) return evidence.length === 0 ? '' : ', by reference';
  if (copies < evidence.length) return `, ${count(copies)} of them as a sealed copy`;
  return copies === 1 ? ', as a sealed copy' : ', all as sealed copies';
}

/** Destroying a case withdraws nothing. */
function publishedLines(published: readonly string[]): string[] {
  return published.flatMap((name) =>
    item(
      `what was published of it as ${name}: people go on finding themselves there; tocsin withdraw ${name} ends that, before or after`,
    ),
  );
}

/** Destroying a case ends no duty, and takes what it could be met with. */
function dutyLines(duties: DestructionPlan['duties'], zone: string): string[] {
  if (duties.length === 0) return [];
  const each = duties.flatMap(({ duty, article, dueAt, state, for: owedTo }) => {
    const due =
      dueAt === null
        ? 'owed without undue delay'
        : `${state === 'missed' ? 'was due' : 'due'} ${timeText(dueAt, zone)}`;
    return item(`${due}: ${duty.en}${owedTo === null ? '' : ` to ${owedTo}`} (${article.en})`);
  });
  return ['', 'Duties of it that still run, the next one first:', ...each];
}

function leftLines(
  originals: DestructionPlan['originals'],
  handedOut: DestructionPlan['handedOut'],
): string[] {
  const left = [
    ...originals
      .filter(({ state }) => state !== 'gone')
      .map(({ evidence, path, state }) => ({
        path,
        what: `${evidence}${state === 'changed' ? ', of another size than when it was taken' : ''}`,
      })),
    ...handedOut
      .filter(({ isThere }) => isThere)
      .map(({ evidence, path }) => ({ path, what: `${evidence}, a copy in clear that was handed out` })),
  ];
  if (left.length === 0) return [];
  const each = left.flatMap(({ path, what }) => [`  ${visibleText(path)}`, `    ${what}`]);
  const shown = each.slice(0, 2 * maxListed);
  const more = left.length > maxListed ? [`  … and ${count(left.length - maxListed)} more: see --json`] : [];
  return ['', 'Still there, not the instance’s, yours to delete:', ...shown, ...more];
}

function listed(texts: string[], indent: string): string[] {
  const more = texts.length > maxListed ? [`… and ${count(texts.length - maxListed)} more: see --json`] : [];
  return [...texts.slice(0, maxListed), ...more].map((text) => indent + text);
}

function item(text: string): string[] {
  return wrapped(visibleText(text), 2, 4);
}

function many(number: number, one: string, more = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : more}`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

export function planJson(
  home: InstanceHome,
  record: CaseRecord,
  {
    plan,
    originals,
    handedOut,
    published,
    arePasswordsLeft,
    areReferencesLeft,
    code,
    state,
    duties,
  }: DestructionPlan,
): object {
  const { people, evidence, counts } = plan;
  const { packages, ...gone } = counts;
  return {
    case: record.case,
    name: record.name,
    state,
    isDestroyed: false,
    duties: duties.map(({ id, rule, dueAt, state: how }) => ({ id, rule, dueAt, state: how })),
    goes: { people, evidence, ...gone, files: listCaseFiles(home, record.case) },
    stays: {
      certificate: certificatePath(home.path, record.case),
      packages,
      published,
      passwords: arePasswordsLeft,
      references: areReferencesLeft,
      originals,
      handedOut,
    },
    confirm: code,
  };
}

/** `left`: files outside of the instance. */
export function destroyedText({ case: id, pdfPath, passedOver }: Destroyed, left: string[]): string {
  const lines = [`destroyed the case ${id}; the certificate as PDF: ${pdfPath}`];
  if (passedOver.length > 0)
    lines.push(
      'no key of the instance opens these cases: they were passed over',
      ...listed(passedOver, '  '),
    );
  if (left.length > 0) lines.push('still there, yours to delete:', ...listed(left.map(visibleText), '  '));
  return `${lines.join('\n')}\n`;
}
