/*
 * A small shop with all that a schema can hold people to: unique e-mails and numbers, foreign keys on e-mails, checks,
 * composite keys, a generated column, JSON, a view and a trigger. In: a dialect. Out: the script that makes and fills it,
 * and the people it holds. All invented.
 */

export interface MadePerson {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  nir: string;
  iban: string;
  born: string;
}

const firstNames = [
  'Marie',
  'Jean-Pierre',
  'Hélène',
  'Youssef',
  'Anne',
  'Chloé',
  'Paul',
  'Zoé',
  'Luc',
  'Inès',
  'Noé',
];
const lastNames = [
  "D'Arvigny",
  'Lemercier-Vaugoin',
  'Thibaudot',
  'Bréhandet',
  'Quillacq',
  'Ormessant',
  'Fauvergne',
];

export function madePeople(count: number): MadePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const firstName = firstNames[index % firstNames.length]!;
    const lastName = lastNames[Math.floor(index / firstNames.length) % lastNames.length]!;
    const year = 1950 + (index % 50);
    const month = 1 + (index % 12);
    const day = 1 + (index % 28);
    return {
      id: index + 1,
      firstName,
      lastName,
      email: `${plain(firstName)}.${plain(lastName)}${index}@mail.example.org`,
      phone: `06 39 98 ${two(Math.floor(index / 100) % 100)} ${two(index % 100)}`,
      nir: nirOf(index % 2 === 0 ? 2 : 1, year % 100, month, index),
      iban: ibanOf(index),
      born: `${year}-${two(month)}-${two(day)}`,
    };
  });
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^a-z-]/giu, '')
    .toLowerCase();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function nirOf(sex: number, year: number, month: number, index: number): string {
  const department = 1 + (index % 19);
  const body = `${sex}${two(year)}${two(month)}${two(department)}${String(1 + (index % 300)).padStart(3, '0')}${String(1 + (index % 900)).padStart(3, '0')}`;
  return body + two(97 - Number(BigInt(body) % 97n));
}

function ibanOf(index: number): string {
  const bank = '3004100001';
  const account = String(index).padStart(11, '0');
  const key = 97 - Number((89n * 30041n + 15n * 1n + 3n * BigInt(account)) % 97n);
  const body = `${bank}${account}${two(key)}`;
  return `FR${two(98 - Number(BigInt(`${body}152700`) % 97n))}${body}`;
}

const doubled = (text: string) => `'${text.replaceAll("'", "''")}'`;
/** MariaDB takes a backslash for an escape. */
const escaped = (text: string) => doubled(text.replaceAll('\\', '\\\\'));

/** The script for an empty database. */
export function peopleScript(people: readonly MadePerson[], dialect: 'mariadb' | 'postgresql'): string {
  const isMaria = dialect === 'mariadb';
  const serial = isMaria ? 'int not null auto_increment primary key' : 'serial primary key';
  const json = isMaria ? 'json' : 'jsonb';
  const statements = [
    `create table people (
      id ${serial},
      first_name varchar(40) not null,
      last_name varchar(40) not null,
      email varchar(120) not null unique,
      phone varchar(20),
      birth_date date not null,
      nir char(15) not null unique,
      iban varchar(34),
      sex char(1) not null,
      full_name varchar(90) generated always as (${isMaria ? "concat(first_name, ' ', last_name)" : "first_name || ' ' || last_name"}) stored,
      created_at timestamp not null default current_timestamp,
      constraint email_is_one check (email like '%_@_%'),
      constraint nir_is_whole check (${isMaria ? 'char_length' : 'length'}(nir) = 15))`,
    `create table accounts (
      email varchar(120) primary key references people (email),
      password char(60) not null,
      last_ip varchar(45))`,
    `create table orders (
      id ${serial},
      person_id int not null references people (id),
      contact_email varchar(120) not null references people (email),
      amount decimal(10,2) not null,
      note text,
      meta ${json},
      unique (person_id, contact_email, amount))`,
    `create view buyers as select p.last_name, o.amount from people p join orders o on o.person_id = p.id`,
  ];
  const orders: string[] = [];
  for (const { id, firstName, lastName, email, phone, nir, iban, born } of people) {
    const other = people[(id * 7) % people.length]!;
    const meta = JSON.stringify({
      contact: { email, name: `${firstName} ${lastName}` },
      items: [id, 'réglé "comptant"'],
    });
    statements.push(
      `insert into people (first_name, last_name, email, phone, birth_date, nir, iban, sex, created_at) values (${[firstName, lastName, email].map(doubled).join(', ')}, ${id % 9 === 0 ? 'null' : doubled(phone)}, '${born}', '${nir}', '${iban}', '${nir.startsWith('1') ? 'M' : 'F'}', '2016-09-${two(1 + (id % 28))} 10:11:12')`,
      `insert into accounts values (${doubled(email)}, '$2y$10$abcdefghijABCDEFGHIJ./0123456789klmnopqrstKLMNOPQRST${String(id % 10)}', '192.0.2.${id % 250}')`,
    );
    orders.push(
      `insert into orders (person_id, contact_email, amount, note, meta) values (${id}, ${doubled(other.email)}, ${id}.50, ${doubled(`Livrer à ${firstName} ${lastName}, tél. ${phone}.\nSinon écrire à ${email.toUpperCase()} !`)}, ${isMaria ? escaped(meta) : doubled(meta)})`,
    );
  }
  statements.push(...orders);
  if (isMaria)
    statements.push(
      `create trigger spelled before insert on people for each row set new.email = lower(new.email)`,
    );
  return statements.map((statement) => `${statement};\n`).join('');
}
