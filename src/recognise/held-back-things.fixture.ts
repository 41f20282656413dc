/*
 * Tables of things of the set in held-back-tables.fixture.ts: nothing in them is a person's. See
 * made-up-tables.fixture.ts.
 */

import { digest, many, pools as p, two, type TableCase } from './made-up-tables.fixture.ts';

const list = (text: string): readonly string[] => text.split('|');

export const heldBackThings: readonly TableCase[] = [
  {
    name: 'mdl_course_modules',
    rows: 40,
    columns: [
      ['idnumber', 'varchar', many(40, (index) => `MATH-${100 + index}`), null],
      ['shortname', 'varchar', list('ALG1|BIO2|Louis XIV|Marie Curie 101'), null],
      [
        'fullname',
        'varchar',
        list('Algebra I|Biology for Beginners|The Age of Louis XIV|Shakespeare and Marlowe'),
        null,
      ],
      ['visible', 'tinyint', p.flags, null],
      ['completionexpected', 'bigint', p.timestamps, null],
    ],
  },
  {
    name: 'glpi_printers',
    rows: 30,
    columns: [
      ['contact', 'varchar', list('Reception|IT desk|2nd floor'), null],
      ['contact_num', 'varchar', many(30, (index) => `EXT ${100 + index}`), null],
      ['otherserial', 'varchar', many(30, (index) => digest(index, 10).toUpperCase()), null],
      ['last_pages_counter', 'int', p.orders, null],
    ],
  },
  {
    name: 'zabbix_hosts',
    rows: 30,
    columns: [
      ['hostid', 'bigint', p.ids, null],
      ['host', 'varchar', list('zbx-paris|zbx-lyon|zbx-martin'), null],
      ['proxy_address', 'varchar', list('proxy-a|proxy-b'), null],
      ['maintenance_from', 'int', p.timestamps, null],
      ['tls_psk_identity', 'varchar', list('PSK 001|PSK 002'), null],
    ],
  },
  {
    name: 'mw_page',
    rows: 40,
    columns: [
      ['page_title', 'varchar', list('Albert_Einstein|Paris|Marie_Curie|Main_Page'), null],
      [
        'page_touched',
        'binary(14)',
        many(40, (index) => `20190${1 + (index % 9)}${two(1 + (index % 28))}1200${two(index)}`),
        null,
      ],
      ['page_random', 'double', many(40, (index) => `0.${123456789 + index * 7919}`), null],
      ['page_latest', 'int', p.orders, null],
    ],
  },
  {
    name: 'gtfs_stops',
    rows: 40,
    columns: [
      ['stop_code', 'varchar', many(40, (index) => String(10000 + index * 3)), null],
      [
        'stop_name',
        'varchar',
        list('Gare de Lyon|Charles de Gaulle|Victor Hugo|Jean Jaurès|Louise Michel'),
        null,
      ],
      ['stop_lat', 'decimal', many(40, (index) => `48.${85000 + index * 37}`), null],
      ['stop_lon', 'decimal', many(40, (index) => `2.${34000 + index * 41}`), null],
      ['zone', 'varchar', list('1|2|3'), null],
    ],
  },
  {
    name: 'flights',
    rows: 40,
    columns: [
      ['tail_number', 'varchar', many(40, (index) => `F-G${digest(index, 3).toUpperCase()}`), null],
      ['flight_no', 'varchar', many(40, (index) => `AF${1000 + index}`), null],
      ['origin', 'char(3)', list('CDG|LYS|AMS'), null],
      ['dep_time', 'datetime', p.recentDates, null],
      ['gate', 'varchar', list('A12|B3'), null],
    ],
  },
  {
    name: 'matomo_log_action',
    rows: 40,
    columns: [
      ['name', 'text', many(40, (index) => `example.com/login?step=${index}`), null],
      ['hash', 'int unsigned', p.orders, null],
      ['url_prefix', 'tinyint', list('1|2'), null],
    ],
  },
  {
    name: 'species',
    rows: 40,
    columns: [
      ['scientific_name', 'varchar', list('Rosa canina|Erica carnea|Veronica persica|Iris germanica'), null],
      ['authority', 'varchar', list('L.|Mill.|Linnaeus'), null],
      ['common_name', 'varchar', list('Dog Rose|Winter Heath|Bird-eye Speedwell|Bearded Iris'), null],
    ],
  },
  {
    name: 'jira_issue',
    rows: 40,
    columns: [
      ['pkey', 'varchar', many(40, (index) => `PROJ-${index}`), null],
      ['summary', 'varchar', many(40, (index) => `Login of user fails on page ${index}`), null],
      ['environment', 'varchar', list('Chrome 88 on Windows|Firefox'), null],
      ['fixversion', 'varchar', p.versions, null],
      ['resolution', 'varchar', list('Fixed|Wont Do'), null],
      ['timespent', 'int', p.orders, null],
    ],
  },
  {
    name: 'bank_holidays',
    rows: 20,
    columns: [
      ['holiday', 'varchar', list('Saint Stephen|Good Friday|Saint Patrick|Martin Luther King Day'), null],
      ['day', 'date', p.recentDays, null],
    ],
  },
  {
    name: 'payments_batch',
    rows: 40,
    columns: [
      [
        'reference_creancier',
        'varchar',
        many(40, (index) => `RF${18 + (index % 80)}${539007547034 + index}`),
        null,
      ],
      ['numero_lot', 'char(11)', many(40, (index) => String(20240100000 + index * 13)), null],
      ['code_guichet', 'char(5)', many(40, (index) => two(index) + '012'), null],
      ['mandate', 'varchar', many(40, (index) => `MNDT${digest(index, 8)}`), null],
    ],
  },
  {
    name: 'network_scan',
    rows: 40,
    columns: [
      ['oid', 'varchar', many(40, (index) => `1.3.6.1.4.1.${index}`), null],
      ['subnet', 'varchar', many(40, (index) => `10.${index}.0.0/16`), null],
      ['vlan', 'int', p.small, null],
      ['rack', 'varchar', list('R1|R2'), null],
    ],
  },
];
