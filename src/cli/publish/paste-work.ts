// The work of `tocsin paste`. Of a text its addresses are looked for, and hashed; the custody log has its source.

import { createHash } from 'node:crypto';
import { appendCustody } from '../../custody/index.ts';
import { acting, addressesInFile } from '../../pipeline/index.ts';
import { addPaste, dropPaste, listPastes, type Paste } from '../../register/index.ts';
import { visibleText } from '../../report/index.ts';
import { type InstanceHome, openHome } from '../../store/index.ts';
import { jsonText } from '../json-text.ts';
import { openRegisterFor } from '../register-for.ts';

export interface PasteListFlags {
  database?: string;
  json?: boolean;
}

export interface PasteFlags extends PasteListFlags {
  source: string;
  id: string;
  title?: string;
  date?: string;
}

export async function add(file: string, flags: PasteFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  const addresses = await addressesInFile(file);
  await using register = await openRegisterFor(flags, { home });
  const { source, id, title = null, date = null } = flags;
  const paste = await addPaste(register, { source, id, title, date }, addresses);
  enter(home, who, 'paste.add', flags, paste.EmailCount);
  process.stdout.write(flags.json ? jsonText(paste) : `entered ${lineOf(paste)}\n`);
}

export async function list(flags: PasteListFlags): Promise<void> {
  const home = openHome();
  acting(home, 'case.read');
  await using register = await openRegisterFor(flags, { home });
  const pastes = await listPastes(register);
  const text = pastes.length === 0 ? 'no paste is entered\n' : `${pastes.map(lineOf).join('\n')}\n`;
  process.stdout.write(flags.json ? jsonText(pastes) : text);
}

export async function remove(flags: PasteFlags): Promise<void> {
  const home = openHome();
  const { who } = acting(home, 'publish');
  await using register = await openRegisterFor(flags, { home });
  const wasThere = await dropPaste(register, flags.source, flags.id);
  if (wasThere) enter(home, who, 'paste.remove', flags);
  const text = wasThere ? 'removed\n' : 'there is no such paste\n';
  process.stdout.write(flags.json ? jsonText({ removed: wasThere }) : text);
}

function enter(
  home: InstanceHome,
  who: string,
  what: string,
  { source, id }: PasteFlags,
  addresses?: number,
): void {
  appendCustody(home, {
    who,
    case: null,
    what,
    result: 'done',
    ...(addresses === undefined ? {} : { counts: { addresses } }),
    // an id may be an address of the web, with anything in it
    hashes: { paste: createHash('sha256').update(`${source}\0${id}`).digest('hex') },
    details: { source, id },
  });
}

function lineOf({ Source, Id, Title, Date: date, EmailCount }: Paste): string {
  const addresses = `${EmailCount.toLocaleString('en')} ${EmailCount === 1 ? 'address' : 'addresses'}`;
  return visibleText(
    [Source, Id, Title ?? '', date ?? '', addresses].filter((text) => text !== '').join('  '),
  );
}
