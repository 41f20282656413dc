// The work of `tocsin notify approve`: one approval, and what is still to come.

import { acting, type Approval, approveNotices } from '../../pipeline/index.ts';
import { openHome } from '../../store/index.ts';
import { caseOf } from '../case-for.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';
import { peopleText } from './people-text.ts';
import { type KnownReferences, knownReferences } from './known-references.ts';
import { findingLines } from './finding-lines.ts';

export interface ApproveFlags {
  by: string;
  note?: string;
  /** False: the register is not told the references. */
  references?: boolean;
  database?: string;
  json?: boolean;
}

/** The exit code: 1 where the texts have faults. */
export async function approve(named: string, flags: ApproveFlags): Promise<number> {
  const { by, note, json = false } = flags;
  const home = openHome();
  const actor = acting(home, 'notify');
  const record = await caseOf(named, home);
  const approval = approveNotices(home, record, { by, note: note ?? null }, actor);
  const isToBeKnown = approval.state === 'approved' && flags.references !== false;
  const known = isToBeKnown ? await knownReferences(home, record, actor.who, flags) : null;
  if (known?.problem) process.stderr.write(`${unknownText(record.case, known)}\n`);
  if (json)
    process.stdout.write(jsonText({ case: record.case, ...approval, references: known?.references ?? null }));
  else {
    if (approval.warnings.length > 0)
      process.stderr.write(`${['before it goes out:', ...findingLines(approval.warnings)].join('\n')}\n`);
    process.stdout.write(approvalText(record.case, approval));
  }
  return approval.state === 'refused' ? 1 : 0;
}

function approvalText(id: string, approval: Approval): string {
  const { state, plan, variants, people, sha256, approvals, faults, dropped, superseded } = approval;
  const texts = `${count(variants)} ${variants === 1 ? 'text' : 'texts'} to ${peopleText(people)}`;
  const hash = `  SHA-256 ${sha256}`;
  if (state === 'refused')
    return [
      `REFUSED: the texts of plan ${plan} have ${count(faults.length)} ${faults.length === 1 ? 'fault' : 'faults'}`,
      ...findingLines(faults),
      ...wrapped(
        `Say it otherwise in the file of facts or of words, and plan once more: tocsin notify plan ${id}`,
        0,
        0,
      ),
      '',
    ].join('\n');
  const who = approvals.map((one) => one.who).join(', ');
  return [
    state === 'approved' ? `approved: plan ${plan}, ${texts}` : `approved once: plan ${plan}, ${texts}`,
    hash,
    ...wrapped(`by ${who}`, 2, 4),
    ...(dropped === 0 ? [] : wrapped(`approvals of other texts that hold no more: ${dropped}`, 2, 4)),
    ...(superseded === 0
      ? []
      : wrapped(`open notices of earlier plans that this one replaces: ${count(superseded)}`, 2, 4)),
    ...wrapped(
      state === 'approved'
        ? `Notices may be sent: tocsin notify send ${id} --smtp URL`
        : `Somebody else reads the texts (tocsin notify show ${id}) and approves: tocsin notify approve ${id} --by NAME`,
      0,
      0,
    ),
    '',
  ].join('\n');
}

/** The approval holds; whoever asks whether his letter is real would be told that it is not known. */
function unknownText(id: string, { problem }: KnownReferences): string {
  return wrapped(
    `note: the register does not know the references yet (${problem}): before anything is sent, run tocsin notify references ${id}`,
    0,
    2,
  ).join('\n');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
