// Lists, shows and destroys keys for masking, as the command line asks. In: flags. Out: names, recipients and key ids on
// stdout; never a key, nor anything that could be derived from one but its id.

import { TocsinError } from '../../base/index.ts';
import { appendCustody } from '../../custody/index.ts';
import { acting } from '../../pipeline/mask/index.ts';
import { visibleText } from '../../report/index.ts';
import {
  destroyMaskKey,
  findMaskKey,
  type ListedMaskKey,
  listMaskKeys,
  openHome,
} from '../../store/index.ts';
import { wrapped } from '../checked-text.ts';
import { jsonText } from '../json-text.ts';

export interface KeyFlags {
  json?: boolean;
}

export interface DestroyKeyFlags extends KeyFlags {
  yes?: boolean;
}

export function list({ json }: KeyFlags): void {
  const home = openHome();
  acting(home, 'mask');
  const { keys, destroyed, unreadable } = listMaskKeys(home);
  if (json) return void process.stdout.write(jsonText({ keys: keys.map(shown), destroyed, unreadable }));
  for (const key of keys) process.stdout.write(keyText(key));
  if (keys.length === 0) process.stderr.write('no key yet: tocsin mask makes the one that it is given\n');
  if (destroyed.length > 0)
    process.stderr.write(
      `${destroyed.length} ${destroyed.length === 1 ? 'key was' : 'keys were'} destroyed\n`,
    );
  for (const path of unreadable)
    process.stderr.write(`a key that this instance cannot open:\n  ${visibleText(path)}\n`);
}

export function show(name: string, { json }: KeyFlags): void {
  const home = openHome();
  acting(home, 'mask');
  const key = findMaskKey(home, name);
  if (key === null) throw new TocsinError('MASK_KEY_UNKNOWN', 'there is no key for masking of that name');
  if (!('destroyedAt' in key)) return void process.stdout.write(json ? jsonText(shown(key)) : keyText(key));
  const { destroyedAt, keyIds } = key;
  process.stdout.write(
    json
      ? jsonText({ name, destroyedAt, keyIds })
      : `${visibleText(name)}: destroyed on ${destroyedAt.slice(0, 10)}\n`,
  );
}

/** 0 where it is gone; 1 where it was only said what would go. */
export function destroy(name: string, { yes, json }: DestroyKeyFlags): number {
  const home = openHome();
  const { who } = acting(home, 'destroy');
  const key = findMaskKey(home, name);
  if (key === null) throw new TocsinError('MASK_KEY_UNKNOWN', 'there is no key for masking of that name');
  if (!yes && !('destroyedAt' in key)) {
    process.stderr.write(`${consequences(key).join('\n')}\nhint: run the same with --yes\n`);
    if (json) process.stdout.write(jsonText({ ...shown(key), destroyed: false }));
    return 1;
  }
  const { destroyedAt, keyIds } = destroyMaskKey(home, name);
  appendCustody(home, {
    who,
    case: null,
    what: 'mask.key.destroy',
    result: 'done',
    counts: { recipients: keyIds.length },
    details: { name, keyIds: keyIds.join(' ') },
  });
  if (json) process.stdout.write(jsonText({ name, destroyed: true, destroyedAt, keyIds }));
  else process.stderr.write(`the key is destroyed: ${visibleText(name)}\n`);
  return 0;
}

function consequences({ name, recipients }: ListedMaskKey): string[] {
  const said = [
    'Copies that were masked under it stay as they are: they hold nobody.',
    'No later dump can be masked the same way: it will have other names and numbers.',
    'A copy that is found somewhere can no longer be traced to whom it was made for, nor told from a real one by its tags.',
    'No key will ever be made under this name again.',
  ];
  return [
    `this destroys the key ${visibleText(name)}, of ${recipients.length} ${recipients.length === 1 ? 'recipient' : 'recipients'}, for good`,
    ...said.flatMap((sentence) => wrapped(sentence, 2, 2)),
  ];
}

function shown({ name, madeAt, recipients }: ListedMaskKey) {
  return {
    name,
    madeAt,
    recipients: recipients.map(({ keyId, recipient }) => ({ keyId, ...recipient })),
  };
}

function keyText(key: ListedMaskKey): string {
  const { name, madeAt, recipients } = shown(key);
  const lines = [`${visibleText(name)}  made on ${madeAt.slice(0, 10)}`];
  for (const { keyId, vendor, environment, date } of recipients) {
    const whom = [vendor, environment].filter((part) => part !== null).join(', ');
    lines.push(`  ${keyId}  since ${date}${whom === '' ? '' : `  for ${visibleText(whom)}`}`);
  }
  return `${lines.join('\n')}\n`;
}
