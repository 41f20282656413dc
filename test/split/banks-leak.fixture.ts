/*
 * A leak of a processor that worked for several banks, small and made up, with what each of its rows is known to be:
 * whose it is by any rules can be worked out from that without any of the code that is tested.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlantedRow {
  table: 'clients' | 'orders' | 'leads';
  /** The folder that its file lies in. */
  place: 'nord' | 'sud';
  /** The address of the person that it is about or belongs to. */
  email: string;
  /** Values of columns that rules may read. */
  values: Record<string, string>;
}

const firstNames = 'Odile Basile Coralie Anselme Edwige Gaspard Mahaut Sidoine Firmin Ysaure'.split(' ');
const lastNames = 'Vernaudin Tarlemont Quincastel Brivolard Ormechet Pervadin Souliamont'.split(' ');
const codes = ['30004', '30003', '20041', '10278', ''];
const mandants = ['ING-1', 'ING-2', 'DB-1', 'DB-7', 'CD-3', ''];

function two(number: number): string {
  return String(number).padStart(2, '0');
}

export function personOf(number: number): { email: string; first: string; last: string; born: string } {
  const [first, last] = [firstNames[number % 10]!, lastNames[Math.floor(number / 10) % 7]!];
  return {
    email: `${first}.${last}.${number}@example.org`.toLowerCase(),
    first,
    last,
    born: `19${50 + (number % 50)}-${two(1 + (number % 12))}-${two(1 + (number % 28))}`,
  };
}

/** Writes `nord/dump.sql` with clients and their orders, and `sud/leads.csv`, into a folder. */
export function plantBanks(folder: string, people: number, choose: (below: number) => number): PlantedRow[] {
  const planted: PlantedRow[] = [];
  const clients: string[] = [];
  const orders: string[] = [];
  const leads: string[] = [];
  let order = 0;
  for (let number = 0; number < people; number++) {
    const { email, first, last, born } = personOf(number);
    const isClient = choose(4) > 0;
    if (isClient) {
      const code = codes[choose(codes.length)]!;
      clients.push(
        `(${number + 1},'${email}','${first}','${last}','${born}',${code === '' ? 'NULL' : `'${code}'`})`,
      );
      planted.push({ table: 'clients', place: 'nord', email, values: { code } });
      for (let i = choose(3); i > 0; i--) {
        const mandant = mandants[choose(mandants.length)]!;
        orders.push(`(${++order},${number + 1},'192.0.2.${order % 250}','${mandant}')`);
        planted.push({ table: 'orders', place: 'nord', email, values: { mandant } });
      }
    }
    if (isClient && choose(3) > 0) continue;
    // some stand there twice, and say the same but for the code of the bank
    for (let times = choose(4) === 0 ? 2 : 1; times > 0; times--) {
      const mandant = mandants[choose(mandants.length)]!;
      const phone = `06 39 98 ${two(number % 100)} ${10 + (number % 90)}`;
      leads.push([email, first, last, phone, mandant].join(';'));
      planted.push({ table: 'leads', place: 'sud', email, values: { mandant } });
    }
  }
  for (const place of ['nord', 'sud']) mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(
    join(folder, 'nord', 'dump.sql'),
    `-- MySQL dump 10.13  Distrib 5.6.33, for Linux (x86_64)
CREATE TABLE \`clients\` (
  \`id\` int(11) NOT NULL, \`email\` varchar(99), \`first_name\` varchar(50), \`last_name\` varchar(50),
  \`birth_date\` date, \`code\` varchar(9), PRIMARY KEY (\`id\`));
INSERT INTO \`clients\` VALUES ${clients.join(',')};
CREATE TABLE \`orders\` (
  \`id\` int(11) NOT NULL, \`client_id\` int(11) NOT NULL, \`ip_address\` varchar(45), \`mandant\` varchar(9),
  PRIMARY KEY (\`id\`), CONSTRAINT \`o\` FOREIGN KEY (\`client_id\`) REFERENCES \`clients\` (\`id\`));
INSERT INTO \`orders\` VALUES ${orders.join(',')};
`,
  );
  writeFileSync(
    join(folder, 'sud', 'leads.csv'),
    `email;first_name;last_name;phone;mandant\n${leads.join('\n')}\n`,
  );
  return planted;
}
