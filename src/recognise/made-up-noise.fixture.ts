/*
 * Tables that are about nobody, or whose columns only look like people's data; every column must stay silent. See
 * made-up-tables.fixture.ts.
 */

import { pools as p, type TableCase } from './made-up-tables.fixture.ts';

export const noiseTables: readonly TableCase[] = [
  {
    name: 'products',
    rows: 40,
    columns: [
      ['product_id', 'int', p.ids, null],
      ['name', 'varchar(255)', p.products, null],
      ['nom_produit', 'varchar(255)', p.products, null],
      ['title', 'varchar(255)', p.products, null],
      ['description', 'text', p.paragraphs, null],
      ['ean', 'char(13)', p.eans, null],
      ['order_number', 'bigint', p.orders, null],
      ['sku', 'varchar(32)', p.eans, null],
      ['version', 'varchar(20)', p.versions, null],
      ['uuid', 'char(36)', p.uuids, null],
      ['md5_file', 'char(32)', p.md5, null],
      ['etag', 'char(40)', p.sha1, null],
      ['image', 'varchar(255)', p.files, null],
      ['weight', 'decimal(8,2)', ['1.20', '0.55'], null],
      ['date_add', 'datetime', p.recentDates, null],
      ['country', 'varchar(40)', p.countries, null],
    ],
  },
  {
    name: 'album',
    rows: 40,
    columns: [
      ['title', 'varchar(160)', p.songs, null],
      [
        'composer',
        'varchar(220)',
        p.fullNames.map((name, index) => `${name}, ${p.fullNames[(index + 3) % 40]!}`),
        null,
      ],
      ['release_date', 'date', p.birthDates, null],
    ],
  },
  {
    name: 'artist',
    rows: 30,
    columns: [['name', 'varchar(120)', p.songs.map((song) => `The ${song}`), null]],
  },
  {
    name: 'film',
    rows: 40,
    columns: [
      ['film_id', 'int', p.ids, null],
      ['title', 'varchar(255)', p.songs.map((song) => song.toUpperCase()), null],
      ['description', 'text', p.paragraphs, null],
      ['rating', "enum('G','PG')", ['G', 'PG'], null],
    ],
  },
  {
    name: 'city',
    rows: 10,
    columns: [
      ['city_id', 'int', p.ids, null],
      ['city', 'varchar(50)', p.towns, null],
      ['country_id', 'int', p.small, null],
    ],
  },
  {
    name: 'country',
    rows: 7,
    columns: [
      ['code', 'char(2)', ['FR', 'DE', 'ES'], null],
      ['country', 'varchar(50)', p.countries, null],
    ],
  },
  { name: 'language', rows: 3, columns: [['name', 'char(20)', ['English', 'French', 'German'], null]] },
  {
    name: 'category',
    rows: 8,
    columns: [['name', 'varchar(25)', ['Action', 'Comedy', 'Travel', 'Music'], null]],
  },
  {
    name: 'role',
    rows: 3,
    columns: [
      ['rid', 'int', p.ids, null],
      ['name', 'varchar(64)', ['administrator', 'editor', 'recruiter'], null],
    ],
  },
  {
    name: 'taxonomy_term_data',
    rows: 6,
    columns: [
      ['tid', 'int', p.ids, null],
      ['name', 'varchar(255)', p.sectors, null],
    ],
  },
  {
    name: 'ships',
    rows: 40,
    columns: [
      ['name', 'varchar(60)', p.firstNames, null],
      ['tonnage', 'int', p.orders, null],
    ],
  },
  {
    name: 'jobs',
    rows: 30,
    columns: [
      ['id', 'int', p.ids, null],
      ['reference', 'varchar(20)', p.orders.map((order) => `MP-${order}`), null],
      ['title', 'varchar(255)', p.jobTitles, null],
      ['sector', 'varchar(80)', p.sectors, null],
      ['location', 'varchar(80)', p.towns, null],
      ['job_type', 'varchar(20)', p.jobTypes, null],
      ['company', 'varchar(80)', p.firms, null],
      ['salary', 'varchar(40)', ['£30,000 - £40,000', '45-50 k€'], null],
      ['description', 'text', p.paragraphs, null],
    ],
  },
  {
    name: 'watchdog',
    rows: 40,
    columns: [
      ['wid', 'int(11)', p.ids, null],
      ['uid', 'int(11)', p.small, null],
      ['type', 'varchar(64)', ['user', 'page not found', 'cron'], null],
      ['message', 'longtext', ['Session opened for %name.', 'Login attempt failed for %user.'], null],
      ['variables', 'longblob', p.serialized, null],
      ['link', 'varchar(255)', ['', '<a href="/node/4">view</a>'], null],
      ['location', 'text', p.urls, null],
      ['referer', 'text', p.urls, null],
      ['timestamp', 'int(11)', p.timestamps, null],
    ],
  },
  {
    name: 'sessions',
    rows: 40,
    columns: [
      ['uid', 'int', p.small, null],
      ['sid', 'varchar(128)', p.base64, null],
      ['ssid', 'varchar(128)', p.base64, null],
      ['timestamp', 'int', p.timestamps, null],
      ['session', 'longblob', p.serialized, null],
    ],
  },
  {
    name: 'node',
    rows: 40,
    columns: [
      ['nid', 'int', p.ids, null],
      ['type', 'varchar(32)', ['page', 'job'], null],
      ['language', 'varchar(12)', ['en', 'fr', 'und'], null],
      ['title', 'varchar(255)', p.jobTitles.map((title) => `${title} – Leeds`), null],
      ['uid', 'int', p.small, null],
      ['created', 'int', p.timestamps, null],
    ],
  },
  {
    name: 'user_settings',
    rows: 40,
    columns: [
      ['user_id', 'int', p.ids, null],
      ['mailing_list_id', 'int', p.small, null],
      ['passerelle', 'varchar(20)', ['paybox', 'systempay', 'stripe'], null],
      ['pass_count', 'int', p.small, null],
      ['email_sent', 'tinyint(1)', p.flags, null],
      ['email_template', 'varchar(40)', ['welcome', 'goodbye'], null],
      ['phone_type', 'varchar(10)', ['home', 'work'], null],
      ['password_reset_token', 'varchar(64)', p.sha256, null],
      ['password_changed_at', 'datetime', p.recentDates, null],
      ['api_key', 'char(32)', p.md5, null],
      ['cv_hash', 'binary(16)', p.md5, null],
      ['timezone', 'varchar(40)', ['Europe/Paris', 'Europe/London'], null],
      ['theme', 'varchar(40)', ['garland', 'bartik'], null],
      ['address_type', 'varchar(10)', ['billing', 'shipping'], null],
      ['name_count', 'int', p.small, null],
      ['source', 'varchar(20)', ['website', 'referral'], null],
      ['status', 'varchar(20)', ['new', 'rejected'], null],
    ],
  },
  {
    name: 'file_managed',
    rows: 40,
    columns: [
      ['fid', 'int', p.ids, null],
      ['uid', 'int', p.small, null],
      ['filename', 'varchar(255)', p.files, null],
      ['fname', 'varchar(255)', p.files, null],
      ['uri', 'varchar(255)', p.files.map((file) => `public://${file}`), null],
      ['hash', 'char(64)', p.sha256, null],
      ['filesize', 'bigint', p.orders, null],
    ],
  },
  {
    name: 'url_alias',
    rows: 40,
    columns: [
      ['source', 'varchar(255)', p.ids.map((id) => `node/${id}`), null],
      ['alias', 'varchar(255)', p.ids.map((id) => `jobs/accountant-${id}`), null],
    ],
  },
  {
    name: 'cache',
    rows: 40,
    columns: [
      ['cid', 'varchar(255)', p.ids.map((id) => `links:navigation:page-cid:node/${id}`), null],
      ['data', 'longblob', p.serialized, null],
      ['expire', 'int', p.timestamps, null],
    ],
  },
  {
    name: 'variable',
    rows: 30,
    columns: [
      ['name', 'varchar(128)', p.words.map((word) => `${word}_enabled`), null],
      ['value', 'longblob', p.serialized, null],
    ],
  },
  {
    name: 'servers',
    rows: 30,
    columns: [
      ['build', 'varchar(20)', p.versions, null],
      ['checksum', 'varchar(40)', p.sha1, null],
      ['ip_version', 'tinyint', ['4', '6'], null],
    ],
  },
  {
    name: 'oauth_clients',
    rows: 30,
    columns: [
      ['user_id', 'int', p.ids, null],
      ['name', 'varchar(255)', ['Web client', 'Mobile client', 'Partner'], null],
      ['secret', 'varchar(100)', p.bcrypt, null],
      ['redirect', 'text', p.urls, null],
    ],
  },
  {
    name: 'stock_export',
    rows: 40,
    columns: [
      [null, null, p.orders.map((order) => order.padStart(12, '0')), null],
      [null, null, p.birthDates, null],
      [null, null, p.products, null],
      [null, null, p.md5, null],
      [null, null, p.versions, null],
      [null, null, p.eans, null],
      [null, null, p.files, null],
      [null, null, p.paragraphs, null],
      [null, null, p.towns, null],
      [null, null, p.base64, null],
    ],
  },
];
