/*
 * A made-up report for the tests of this folder: the backup of a recruiting site's test environment,
 * in the shape of the one of 2016. Every name, number and hash in it is invented.
 */
import type { ExposureReport, ReportColumn, ReportTable } from './exposure-report.ts';

type Found = [name: string, filled: number, dataClass?: string, kind?: string | undefined, evidence?: string];

/** A fresh copy at every call, so that a test may bend it. */
export function recruitingSiteReport(): ExposureReport {
  return {
    version: 1,
    inputs: [
      {
        path: 'evidence/recruiting-uk-test-2016-10-11.sql.gz',
        bytes: 362_114_902,
        sha256: '8f4e1c0b5a9d27c36e0f4b8812d7a3956cbb01f2e4d35a7890c1ffed23b47a69',
        format: 'mysqldump, gzip',
        encoding: 'utf8mb4',
        rows: 0,
        documents: 0,
        complete: true,
      },
      {
        path: 'evidence/recruiting-fr-test-2016-10-11.sql.gz',
        bytes: 98_004_117,
        sha256: '02b7d9e4f6a81c3350e2d4c6b8a09f1e7d5c3b2a190807f6e5d4c3b2a1908f7e',
        format: 'mysqldump, gzip',
        encoding: 'latin1',
        rows: 0,
        documents: 0,
        complete: false,
        note: 'the gzip stream is cut off',
      },
    ],
    inside: [],
    insideCount: 0,
    tables: [
      table('candidates', 731_882, 'people', 704_120, [
        ['id', 731_882],
        ['uid', 652_040],
        ['first_name', 731_870, 'Names', undefined, 'the name first_name; 256 of 256 sampled values look so'],
        ['last_name', 731_870, 'Names', undefined, 'the name last_name; 256 of 256 sampled values look so'],
        ['email', 731_882, 'Email addresses', undefined, '256 of 256 sampled values are addresses'],
        ['phone', 601_118, 'Phone numbers', 'mobile', '249 of 256 sampled values can be dialled'],
        ['date_of_birth', 292_004, 'Dates of birth', undefined, 'ages between 17 and 71'],
        ['address', 219_530, 'Physical addresses', undefined, 'house number and street word in 231 of 256'],
        ['location', 690_007, 'Geographic locations', undefined, 'the name location beside names and e-mail'],
        ['sector', 702_511, 'Occupations', undefined, '23 different values, the name sector'],
        ['job_type', 702_511, 'Employment statuses', undefined, '5 different values, the name job_type'],
        ['current_job', 488_120, 'Job titles', undefined, 'vocabulary of job titles in 201 of 256'],
        ['current_employer', 480_551, 'Employers', undefined, 'the name current_employer'],
        ['linkedin_url', 146_377, 'Social media profiles', 'LinkedIn', '256 of 256 are profile pages'],
        ['photo', 7_318, 'Photos', 'JPEG', 'JPEG signature in 256 of 256'],
        ['cv_hash', 700_102],
      ]),
      table('users', 655_210, 'people', 655_188, [
        ['uid', 655_210],
        ['name', 655_209, 'Usernames', undefined, 'the name name in a table with passwords'],
        ['pass', 655_209, 'Passwords', 'Drupal 7 (SHA-512)', '226 of 256 sampled values begin $S$'],
        ['mail', 655_209, 'Email addresses', undefined, '256 of 256 sampled values are addresses'],
        ['init', 655_209, 'Email addresses', undefined, '256 of 256 sampled values are addresses'],
      ]),
      table('newsletter', 310_442, 'people', 308_900, [
        ['mail', 310_442, 'Email addresses', undefined, '256 of 256 sampled values are addresses'],
      ]),
      table('applications', 1_204_118, 'linked', 688_120, [
        ['cover_letter', 1_180_032, 'Job applications', undefined, 'letters of 300 to 1,500 characters'],
        ['ip', 1_204_118, 'IP addresses', 'public', '256 of 256 sampled values are addresses'],
      ]),
      table('sessions', 88_410, 'linked', 60_222, [
        ['hostname', 88_410, 'IP addresses', 'public', '256 of 256 sampled values are addresses'],
      ]),
      table('watchdog', 5_400_931, 'linked', 402_117, [
        ['hostname', 5_400_931, 'IP addresses', 'public', '256 of 256 sampled values are addresses'],
      ]),
      ...['cache', 'cache_form', 'cache_menu', 'jobs', 'menu_router', 'node', 'role', 'system'].map((name) =>
        table(name, 400_514, 'nobody', 0, [['cid', 400_514]]),
      ),
    ].map(withLinks),
    classes: [
      counted('Email addresses', 711_204, 2_352_742, 780_004),
      counted('Names', 704_120, 1_463_740, 918_223),
      counted('Occupations', 701_900, 702_511, 23),
      counted('Employment statuses', 701_900, 702_511, 5),
      counted('Geographic locations', 689_004, 690_007, 14_220),
      counted('Job applications', 671_003, 1_180_032, 1_179_804),
      counted('IP addresses', 668_250, 6_693_459, 901_556, [
        ['public', 6_690_044],
        ['private', 3_415],
      ]),
      counted('Passwords', 655_188, 655_209, 655_012, [
        ['Drupal 7 (SHA-512)', 570_032],
        ['MD5 or NTLM (32 hex)', 78_625],
        ['Drupal 7 (migrated MD5)', 6_552],
      ]),
      counted('Usernames', 655_188, 655_209, 655_209),
      counted('Phone numbers', 598_230, 601_118, 577_004, [
        ['mobile', 512_400],
        ['fixed line', 88_718],
      ]),
      counted('Job titles', 486_111, 488_120, 40_331),
      counted('Employers', 478_904, 480_551, 97_420),
      counted('Dates of birth', 291_440, 292_004, 19_822),
      counted('Physical addresses', 219_014, 219_530, 201_117),
      counted('Social media profiles', 146_002, 146_377, 146_002, [['LinkedIn', 146_377]]),
      counted('Photos', 7_306, 7_318, 7_301, [['JPEG', 7_318]]),
    ],
    people: {
      count: 711_204,
      min: 708_913,
      max: 715_020,
      method:
        'Rows that share an e-mail address or a key are one person; at least: also those that share name and telephone, at most: only those that share a key.',
      mentioned: 12_034,
      mentionedByClass: [
        { class: 'Email addresses', values: 12_034 },
        { class: 'Phone numbers', values: 811 },
      ],
      testAccounts: 21,
      sharedMailboxes: 48,
      organisations: 0,
      minors: 0,
      deceased: 0,
    },
    special: [
      {
        table: 'candidates',
        column: 'handicap',
        category: 'disability',
        article: '9',
        reason: 'the column is named for disability',
      },
    ],
    skipped: [
      {
        path: 'evidence/recruiting-fr-test-2016-10-11.sql.gz',
        offset: 1_204_118_442,
        bytes: 8_214,
        reason: 'statement not ended when the file was cut off, scanned as text',
      },
      {
        path: 'evidence/recruiting-uk-test-2016-10-11.sql.gz',
        offset: 77_120_004,
        bytes: 4_190,
        reason: 'row with 17 values for 16 columns, scanned as text',
      },
    ],
    seconds: 12.34,
    megabytesPerSecond: 812.4,
  };
}

function table(
  name: string,
  rows: number,
  about: ReportTable['about'],
  people: number,
  columns: Found[],
): ReportTable {
  return { name, rows, about, people, columns: columns.map(column), links: [] };
}

function column([name, filled, dataClass, kind, evidence]: Found): ReportColumn {
  if (dataClass === undefined) return { name, filled, classes: [] };
  const found = {
    class: dataClass,
    kind: kind ?? null,
    confidence: 0.98,
    values: filled,
    evidence: evidence ?? '',
  };
  return { name, filled, classes: [found] };
}

function withLinks(made: ReportTable): ReportTable {
  const links: Record<string, ReportTable['links']> = {
    candidates: [link('uid', 'users', 'uid', 'declared', 'same person')],
    newsletter: [link('mail', 'candidates', 'email', 'implied', 'same person')],
    applications: [link('candidate_id', 'candidates', 'id', 'declared', 'belongs to')],
    sessions: [link('uid', 'users', 'uid', 'implied', 'belongs to')],
    watchdog: [link('uid', 'users', 'uid', 'implied', 'relation')],
  };
  return { ...made, links: links[made.name] ?? [] };
}

function link(
  from: string,
  target: string,
  toColumn: string,
  basis: 'declared' | 'implied',
  meaning: ReportTable['links'][number]['meaning'],
): ReportTable['links'][number] {
  return { column: from, table: target, toColumn, basis, meaning };
}

function counted(
  dataClass: string,
  people: number,
  values: number,
  distinct: number,
  kinds: [string, number][] = [],
): ExposureReport['classes'][number] {
  return {
    class: dataClass,
    people,
    values,
    distinct,
    kinds: kinds.map(([kind, of]) => ({ kind, values: of })),
  };
}
