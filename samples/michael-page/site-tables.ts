/**
 * The small tables a Drupal site always has: pages, roles, settings, modules, terms, aliases, files.
 * Nothing in them is anybody's, though `title`, `name` and `filename` sound as if.
 */
import { fragment, putBytes } from '../byte-writer.ts';
import type { Random } from '../random.ts';
import { createRandom, draw, pick } from '../random.ts';
import { escapeSql } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import { createTable } from './create-table.ts';
import type { PhpValue } from './php-serialize.ts';
import { phpSerialize } from './php-serialize.ts';
import { stream } from './streams.ts';
import { jobTexts, sectorTexts } from './work.ts';
import type { World } from './world.ts';

type Cell = string | number | null;

function fixedTable(name: keyof typeof createTable, rows: readonly Cell[][]): Table {
  const cell = (value: Cell) =>
    value === null ? 'NULL' : typeof value === 'number' ? `${value}` : `'${escapeSql(value)}'`;
  return {
    name,
    create: createTable[name],
    writeRow(out, row) {
      const cells = rows[row];
      if (cells === undefined) return false;
      putBytes(out, fragment(`(${cells.map(cell).join(',')})`));
      return true;
    },
  };
}

const php = (entries: Record<string, PhpValue>) => phpSerialize(new Map(Object.entries(entries)));

function list<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const hex32 = (random: Random) => list(4, () => random().toString(16).padStart(8, '0')).join('');
const created = (random: Random) => 1_290_000_000 + (random() % 180_000_000);

export function fileManagedTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.noise, 4));
  const names = [
    'cv.pdf',
    'CV_final_v2.pdf',
    'lettre de motivation.doc',
    'resume (1).docx',
    'logo@2x.png',
    'Lebenslauf.pdf',
    'cv-2016-09-12.pdf',
  ];
  const mimes = ['application/pdf', 'application/msword', 'image/png'];
  return fixedTable(
    'file_managed',
    list(500, (i) => [
      i + 1,
      i % 5 === 0 ? 1 : world.uid[world.accounts[random() % world.accounts.length]!]!,
      pick(names, random()),
      `private://cv/${hex32(random)}.pdf`,
      pick(mimes, random()),
      20_000 + (random() % 900_000),
      1,
      created(random),
    ]),
  );
}

export function menuRouterTable(): Table {
  const paths: [path: string, callback: string, title: string][] = [
    ['node/%', 'node_page_view', 'View'],
    ['user/%', 'user_view_page', 'My account'],
    ['user/login', 'drupal_get_form', 'Log in'],
    ['job/%/apply', 'jobs_apply_page', 'Apply'],
    ['admin/config/people/accounts', 'drupal_get_form', 'Account settings'],
    ['candidate/%/cv', 'jobs_cv_download', 'Download CV'],
  ];
  return fixedTable(
    'menu_router',
    paths.map(([path, callback, title], i) => [
      path,
      path.includes('%') ? php({ '1': 'node_load' }) : '',
      callback,
      phpSerialize([1]),
      title,
      6 + i,
      '',
      i - 3,
    ]),
  );
}

export function nodeTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.noise, 5));
  const titles = [
    'Interview advice',
    "Conseils pour l'entretien",
    'Salary survey 2016',
    'About us',
    'Our offices in Victoria Road',
    'Ihre Bewerbung',
    'Charlotte, NC: market update',
    'Jordan & Florence: two cities, two markets',
  ];
  return fixedTable(
    'node',
    list(400, (i) => [
      i + 1,
      i + 1,
      pick(['page', 'article', 'landing_page'], random()),
      pick(['en', 'fr', 'de', 'und'], random()),
      `${pick(titles, random())} ${i}`,
      1,
      1,
      created(random),
    ]),
  );
}

export function roleTable(): Table {
  const roles = [
    'anonymous user',
    'authenticated user',
    'administrator',
    'consultant',
    'candidate',
    'Alice import role',
  ];
  return fixedTable(
    'role',
    roles.map((name, i) => [i + 1, name, i]),
  );
}

export function systemTable(): Table {
  const modules = [
    'block',
    'comment',
    'contact',
    'dblog',
    'field',
    'file',
    'filter',
    'image',
    'locale',
    'menu',
    'node',
    'path',
    'search',
    'system',
    'taxonomy',
    'text',
    'user',
    'views',
  ];
  return fixedTable(
    'system',
    modules.map((name, i) => [
      `modules/${name}/${name}.module`,
      name,
      'module',
      1,
      7000 + i,
      0,
      php({
        name,
        description: `The ${name} module's settings.`,
        package: 'Core',
        version: '7.44',
        core: '7.x',
        php: '5.2.4',
      }),
    ]),
  );
}

export function taxonomyTable(): Table {
  const terms = [
    ...sectorTexts.en,
    ...sectorTexts.fr,
    ...jobTexts.en,
    'Florence',
    'Jordan',
    'Victoria',
    'Chelsea',
  ];
  return fixedTable(
    'taxonomy_term_data',
    terms.map((name, i) => [i + 1, 1 + (i % 4), name, i % 3 === 0 ? '' : null, 'filtered_html', i]),
  );
}

export function urlAliasTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.noise, 6));
  const slugs = jobTexts.en.map((title) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-'));
  return fixedTable(
    'url_alias',
    list(600, (i) => [
      i + 1,
      `node/${i + 1}`,
      `jobs/${pick(slugs, random())}/${4_000_000_000 + (random() % 900_000)}`,
      pick(['en', 'fr', 'und'], random()),
    ]),
  );
}

export function variableTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.noise, 7));
  return fixedTable('variable', [
    ['cache_lifetime', phpSerialize(0)],
    ['cron_key', phpSerialize(hex32(random))],
    ['css_js_query_string', phpSerialize('ocpwz9')],
    ['date_default_timezone', phpSerialize('Europe/London')],
    ['drupal_private_key', phpSerialize(hex32(random) + hex32(random))],
    ['install_time', phpSerialize(1_262_304_000)],
    ['site_name', phpSerialize('Recruiting (test environment)')],
    ['theme_jobs_settings', php({ logo: 'logo@2x.png', toggle_name: 1, css: '@font-face{}' })],
    [
      'user_mail_register_body',
      phpSerialize(
        "[user:name],\r\n\r\nThank you for registering at [site:name]. Don't reply to this message.",
      ),
    ],
  ]);
}
