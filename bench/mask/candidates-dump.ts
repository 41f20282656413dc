// The dump that masking is timed on: one table of candidates as mysqldump writes it, ten columns, some 390 bytes a row, one
// letter in ten with the address of its writer. In: a size. Out: the path, and the plan that masks five columns.

import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFolder } from '../sample-file.ts';

export interface CandidatesDump {
  path: string;
  plan: string;
  /** For a masker with a configuration of its own, as this is written for. */
  myanon: string;
  people: number;
}

const given = 'Marie Jean Anne Karl Hélène Luc Nadia Paul Chloé Youssef Sarah Ivan Zoé Hugo Elsa Omar'.split(
  ' ',
);
const family = 'Arvigny Thibaudot Brehandet Quillacq Ormessant Fauvergne Montellier Vasquelin Dormeuil'.split(
  ' ',
);
const sentences = [
  'Je vous adresse ma candidature au poste de comptable paru sur votre site.',
  "J\\'ai travaillé six ans dans une équipe de huit personnes, à l\\'accueil puis aux achats.",
  'Disponible dès le mois prochain, je serais heureuse de vous rencontrer.',
  'La gestion des stocks et des fournisseurs fait partie de mon quotidien depuis 2009.',
];

const definition = `CREATE TABLE \`candidates\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`first_name\` varchar(64) DEFAULT NULL,
  \`last_name\` varchar(64) DEFAULT NULL,
  \`email\` varchar(120) DEFAULT NULL,
  \`phone\` varchar(32) DEFAULT NULL,
  \`dob\` date DEFAULT NULL,
  \`city\` varchar(64) DEFAULT NULL,
  \`cover_letter\` text,
  \`created\` datetime DEFAULT NULL,
  \`score\` int(11) DEFAULT NULL,
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8;
`;

const plan = `plan: 1
tables:
  candidates:
    id: { keep: "row number" }
    first_name: { mask: first-name }
    last_name: { mask: last-name }
    email: { mask: email }
    phone: { mask: phone }
    dob: { keep: "kept, so that five columns are timed" }
    city: { keep: "kept, so that five columns are timed" }
    cover_letter: { mask: text }
    created: { keep: "when the row was made" }
    score: { keep: "a number of the program" }
statements: { INSERT: text, CREATE TABLE: text }
`;

const myanon = `secret = 'bench'
tables = {
  \`candidates\` = {
    \`first_name\` = texthash 8
    \`last_name\` = texthash 8
    \`email\` = emailhash 'example.com' 20
    \`phone\` = texthash 10
    \`cover_letter\` = texthash 32
  }
}
`;

/** An extended INSERT is as long as mysqldump makes it. */
const statementBytes = 1_000_000;

export function candidatesDump(megabytes: number): CandidatesDump {
  mkdirSync(sampleFolder, { recursive: true });
  const path = join(sampleFolder, `candidates-${megabytes}.sql`);
  const files = { path, plan: `${path}.yaml`, myanon: `${path}.conf` };
  writeFileSync(files.plan, plan);
  writeFileSync(files.myanon, myanon);
  const people = existsSync(path) ? Number.NaN : writeDump(path, megabytes * 1e6);
  return { ...files, people };
}

function writeDump(path: string, bytes: number): number {
  const file = openSync(`${path}.part`, 'w');
  let written = writeSync(file, definition);
  let id = 0;
  while (written < bytes) {
    const rows: string[] = [];
    for (let length = 0; length < statementBytes;) {
      const row = rowOf(++id);
      rows.push(row);
      length += row.length;
    }
    written += writeSync(file, `INSERT INTO \`candidates\` VALUES ${rows.join(',')};\n`);
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return id;
}

function rowOf(id: number): string {
  const first = given[(id * 7) % given.length]!;
  const last = family[(id * 13) % family.length]!;
  const email = `${first[0]!.toLowerCase()}.${last.toLowerCase()}${id}@mail${id % 40}.example.org`;
  const phone =
    id % 20 === 0
      ? 'NULL'
      : `'06 39 98 ${String(id % 10_000)
          .padStart(4, '0')
          .replace(/(..)/u, '$1 ')}'`;
  const letter = [0, 1, 2].map((n) => sentences[(id + n) % sentences.length]!).join('\\r\\n');
  const signed = id % 10 === 0 ? `${letter}\\r\\nMon adresse : ${email}` : letter;
  const day = `19${50 + (id % 50)}-${String(1 + (id % 12)).padStart(2, '0')}-${String(1 + (id % 28)).padStart(2, '0')}`;
  return `(${id},'${first}','${last}','${email}',${phone},'${day}','Bourg-lès-Vaux','${signed}','2016-09-12 10:11:12',${id % 100})`;
}
