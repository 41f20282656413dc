/**
 * `watchdog`, Drupal's log: page URLs, PHP messages, serialized variables. Only its hostname is
 * somebody's. It is full of what looks like data and is not: @-placeholders, versions, hashes.
 */
import { fragment, putByte, putBytes, putHex, putNumber } from '../byte-writer.ts';
import { createRandom, draw, pick } from '../random.ts';
import { quoted } from '../sql-text.ts';
import type { Table } from '../sql-writer.ts';
import { createTable } from './create-table.ts';
import { lost } from './data-classes.ts';
import type { PhpValue } from './php-serialize.ts';
import { phpSerialize } from './php-serialize.ts';
import { stream } from './streams.ts';
import { createTraffic, putTimestamp } from './traffic.ts';
import type { World } from './world.ts';
import { plant } from './world.ts';

type Event = [type: string, message: string, variables: Record<string, PhpValue> | null, severity: number];

const php = '%type: !message in %function (line %line of %file).';

function phpEvent(type: string, message: string, fn: string, line: number, file: string): Event {
  return [
    'php',
    php,
    {
      '%type': type,
      '!message': message,
      '%function': fn,
      '%line': line,
      '%file': `/var/www/jobs/htdocs/${file}`,
      severity_level: 5,
    },
    5,
  ];
}

const events: Event[] = [
  ['page not found', 'sites/default/files/css/logo@2x.png', null, 4],
  ['page not found', 'sites/all/themes/jobs/img/sprite-icons@2x.png', null, 4],
  ['page not found', 'wp-login.php', null, 4],
  ['page not found', 'apple-touch-icon-120x120@3x.png', null, 4],
  ['access denied', 'candidate/cv/download', null, 4],
  ['access denied', 'admin/config/people/accounts', null, 4],
  ['user', 'Session opened for user %uid.', { '%uid': 10482 }, 5],
  ['user', 'Login attempt failed for @username.', { '@username': '[removed]' }, 5],
  ['user', 'Password reset instructions sent to user %uid.', { '%uid': 20917 }, 5],
  ['cron', 'Cron run completed.', null, 5],
  ['cron', 'Attempting to re-run cron while it is already running.', null, 4],
  ['content', '@type: added %title.', { '@type': 'job_advert', '%title': 'Management Accountant' }, 5],
  ['content', '@type: updated %title.', { '@type': 'page', '%title': "Conseils pour l'entretien" }, 5],
  ['search', '%keys (@type).', { '%keys': 'comptable "paie" Lyon', '@type': 'Jobs' }, 5],
  ['search', '%keys (@type).', { '%keys': 'software developer c++ / c#', '@type': 'Jobs' }, 5],
  [
    'jobs',
    'Feed %feed imported @count adverts, order 1000234567, batch 3f2504e0-4f89-41d3-9a0c-0305e82c3301.',
    { '%feed': 'partner-v2.14.3', '@count': 148 },
    6,
  ],
  ['jobs', 'CV stored, md5 d41d8cd98f00b204e9800998ecf8427e, @size bytes.', { '@size': 184320 }, 6],
  ['jobs', 'Index rebuilt by solr@localhost in @seconds s.', { '@seconds': 42 }, 6],
  ['system', 'Module %name 7.x-3.14 updated from 7.x-3.12.', { '%name': 'views' }, 6],
  ['mail', 'Error sending e-mail (queue @queue).', { '@queue': 'alerts' }, 3],
  phpEvent(
    'Notice',
    'Undefined index: sector',
    'jobs_search_form_submit()',
    312,
    'sites/all/modules/custom/jobs/jobs.search.inc',
  ),
  phpEvent(
    'Notice',
    'Trying to get property of non-object',
    'jobs_preprocess_node()',
    88,
    'sites/all/themes/jobs/template.php',
  ),
  phpEvent(
    'Warning',
    'Invalid argument supplied for foreach()',
    'element_children()',
    6400,
    'includes/common.inc',
  ),
  phpEvent(
    'Warning',
    'filesize(): stat failed for private://cv/9e107d9d372bb6826bd81d3542a419d6.pdf',
    'file_save()',
    611,
    'includes/file.inc',
  ),
  phpEvent(
    'PDOException',
    "SQLSTATE[HY000] [1045] Access denied for user 'drupal'@'localhost' (using password: YES)",
    'lock_may_be_available()',
    167,
    'includes/lock.inc',
  ),
  phpEvent(
    'PDOException',
    'SQLSTATE[40001]: Serialization failure: 1213 Deadlock found when trying to get lock; try restarting transaction: INSERT INTO {cache_form} (cid, serialized, created, expire, data) VALUES (:db_insert_placeholder_0, :db_insert_placeholder_1)',
    'cache_set()',
    455,
    'includes/cache.inc',
  ),
  phpEvent(
    'Notice',
    "Undefined variable: job_type in eval() ('@media print { .header { display:none } }')",
    'eval()',
    12,
    "modules/php/php.module(80) : eval()'d code",
  ),
];

const paths = [
  'job/',
  'job/',
  'job/',
  'node/',
  'user/',
  'candidate/apply/',
  'jobs?page=',
  'fr/offre/',
  'fr/offres-emploi?page=',
  'de/stelle/',
  'search/jobs?sector=12&location=lyon&page=',
  'rss.xml?id=',
];
const site = 'http://www.jobs.example.com/';

export function watchdogTable(world: World): Table {
  const random = createRandom(draw(world.seed, stream.noise, 1));
  const traffic = createTraffic(world, random, 0.35);
  const heads = events.map(([type, message, variables]) =>
    quotedList([type, message, variables === null ? 'N;' : phpSerialize(new Map(Object.entries(variables)))]),
  );
  const severities = events.map(([, , , severity]) => fragment(`,${severity},'','${site}`));
  const pages = paths.map((path) => fragment(path));
  const queries = [
    '?destination=node%2F12&v=7.44&t=',
    '&utm_source=newsletter&utm_campaign=',
    '#block-',
    '?order=',
  ].map(fragment);
  return {
    name: 'watchdog',
    create: createTable.watchdog,
    writeRow(out, row) {
      const visitor = traffic.visitor();
      const event = random() % events.length;
      putByte(out, 0x28);
      putNumber(out, 8_000_001 + row);
      putByte(out, 0x2c);
      putNumber(out, traffic.uid(visitor));
      putByte(out, 0x2c);
      putBytes(out, heads[event]!);
      putBytes(out, severities[event]!);
      putBytes(out, pick(pages, random()));
      putNumber(out, 1000 + (random() % 900_000));
      const query = random();
      if ((query & 3) === 0) {
        putBytes(out, pick(queries, random()));
        putHex(out, random(), 8);
      }
      if ((query & 12) === 0) {
        putBytes(out, part.noReferer);
      } else {
        putBytes(out, part.referer);
        putBytes(out, pick(pages, random()));
        putNumber(out, 1000 + (random() % 900_000));
        putBytes(out, part.next);
      }
      traffic.putHostname(out, visitor);
      putBytes(out, part.time);
      putTimestamp(out, row);
      putByte(out, 0x29);
      if (visitor >= 0) plant(world, visitor, lost.ip);
      return true;
    },
  };
}

const part = {
  noReferer: fragment("','','"),
  referer: fragment(`','${site}`),
  next: fragment("','"),
  time: fragment("',"),
};

function quotedList(texts: readonly string[]): Uint8Array {
  const quotedTexts = texts.map((text) => Buffer.from(quoted(text)).toString());
  return fragment(quotedTexts.join(','));
}
