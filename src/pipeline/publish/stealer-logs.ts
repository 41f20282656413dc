// The websites that addresses of a stealer log were typed into. In: rows of the evidence with an address and the address
// of a website. Out: rows in the register: keyed hashes, the website's domain, the address sealed.

import { sealedPieces } from '../../base/index.ts';
import { validators } from '../../recognise/index.ts';
import { createPersonKeys, stealerLogPurpose } from '../../register/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import { addStealerLogs, type RegisterDatabase, type StealerLogRow } from '../../store/register/index.ts';
import type { Delivery, DeliveredTable } from '../deliveries/delivery.ts';
import { createIdentifierReader } from './identifier-reader.ts';
import { walkColumns, type WalkColumnsOptions, type WantedTable } from './walk-columns.ts';
import { websiteOf } from './website-of.ts';

/** By column of the wanted ones: whether it has addresses, or websites. */
type LogColumn = 'address' | 'website';

const websiteName =
  /^(?:url|uri|link|host|hostname|domain|site|web_?site|web|origin|page|service)$|(?:^|_)(?:url|host|site|origin|domain)$/iu;

const rowsAtOnce = 5000;

/** In no order; what is there already stays. */
export async function loadStealerLogs(
  register: RegisterDatabase,
  breach: number,
  record: CaseRecord,
  deliveries: readonly Delivery[],
  { isBlocked, ...options }: WalkColumnsOptions & { isBlocked: (key: Uint8Array) => boolean },
): Promise<void> {
  const personKey = createPersonKeys(register.secrets('person-key'));
  const seal = register.secrets('seal');
  const readOf = new Map(deliveries.map(({ delivery, seed }) => [delivery, createIdentifierReader(seed)]));
  let logs: StealerLogRow[] = [];
  const flush = async () => {
    if (logs.length > 0) await addStealerLogs(register, breach, logs);
    logs = [];
  };
  const add = (address: string, website: string) => {
    const emailKey = personKey('email', address);
    if (isBlocked(emailKey)) return;
    logs.push({
      emailKey,
      website,
      emailDomainKey: personKey('domain', address.slice(address.lastIndexOf('@') + 1)),
      sealed: Buffer.concat([...sealedPieces(Buffer.from(address), seal, stealerLogPurpose(emailKey))]),
    });
  };
  const take: Parameters<typeof walkColumns<LogColumn[]>>[3] = async (batch, { wanted, delivery }) => {
    for (let row = 0; row < batch.rows; row++) {
      const addresses: string[] = [];
      const websites: string[] = [];
      wanted.forEach((column, i) => {
        const [start, end] = [batch.start(row, i), batch.end(row, i)];
        if (end === start) return;
        if (column === 'address')
          readOf.get(delivery)!('email', batch.memory, start, end, (_, __, normal, length) => {
            addresses.push(Buffer.from(normal.buffer, normal.byteOffset, length).toString());
          });
        else {
          const website = websiteOf(batch.text(row, i));
          if (website !== null) websites.push(website);
        }
      });
      for (const address of addresses) for (const website of websites) add(address, website);
      if (logs.length >= rowsAtOnce) await flush();
    }
  };
  await walkColumns(record, deliveries, deliveries.flatMap(logTables), take, options);
  await flush();
}

/** Tables with addresses, or names to log in by that may be addresses, beside websites. */
function logTables({ delivery, tables }: Delivery): WantedTable<LogColumn[]>[] {
  return tables.flatMap((table) => {
    const kinds = new Map<number, LogColumn>();
    for (const { column, validator } of table.plan.gathered) {
      const name = validator === -1 ? null : validators[validator]!.name;
      if (name === 'email' || name === 'username') kinds.set(column, 'address');
    }
    for (const column of websiteColumns(table)) if (!kinds.has(column)) kinds.set(column, 'website');
    const wanted = [...kinds.values()];
    return wanted.includes('address') && wanted.includes('website')
      ? [{ delivery, table, columns: [...kinds.keys()], wanted }]
      : [];
  });
}

function websiteColumns({ columns, findings }: DeliveredTable): number[] {
  return columns.flatMap((name, column) =>
    (name !== null && websiteName.test(name)) || findings[column]?.[0]?.class === 'User website URLs'
      ? [column]
      : [],
  );
}
