/*
 * Columns that only look like people's data, as shops, content and identity systems name and fill them, with the columns
 * that stand beside them: a column expected to hold nothing must stay silent. See made-up-tables.fixture.ts.
 */

import { moreHardNegativeTables } from './more-hard-negatives.fixture.ts';
import { digest, many, pools as p, two, type TableCase } from './made-up-tables.fixture.ts';

const ean13 = (body: string): string => {
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += Number(body[at]) * (at % 2 === 0 ? 1 : 3);
  return `${body}${(10 - (sum % 10)) % 10}`;
};
const isbn10 = (body: string): string => {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(body[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return `${body}${check === 10 ? 'X' : check}`;
};
const luhn = (body: string): string => {
  let sum = 0;
  for (let at = 0; at < body.length; at++) {
    const doubled = Number(body[body.length - 1 - at]) * (at % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
};
const milliseconds = many(40, (index) => String(1_700_000_000_000 + index * 86_400_123));
const compact = many(
  40,
  (index) => `2024${two((index % 12) + 1)}${two((index % 28) + 1)}${two(index % 24)}${two(index)}09`,
);
const eans = many(40, (index) => ean13(`356007${String(100_000 + index * 7919).slice(-6)}`));
const swissEans = many(40, (index) => ean13(`761${String(100_000_000 + index * 7_919_113).slice(-9)}`));
const isbns = many(40, (index) => isbn10(String(201_000_000 + index * index * 119_113).padStart(9, '0')));
const isbns13 = many(40, (index) => ean13(`9782${String(10_000_000 + index * 791_911).slice(-8)}`));
const imeis = many(40, (index) => luhn(`35308116${String(100_000 + index * 7919).slice(-6)}`));
const giftCards = many(40, (index) => luhn(`600649${String(100_000_000 + index * 7_919_113).slice(-9)}`));
const iccids = many(40, (index) => luhn(`89331012${String(1_000_000_000 + index * 79_191_137).slice(-10)}`));
const prices = many(40, (index) => `${index * 3 + 4}.${two((index * 7) % 100)}`);
const colours = 'Red|Navy Blue|Olive|Ivory|Charcoal|Mauve'.split('|');
const categories =
  'Garden Furniture|Home Office|Kids Room|Summer Sale|Rose Gold|Martin Guitars|Grace Collection'.split('|');
const brands = 'Martin|Laura Ashley|Oscar|Benetton|Hugo|Jack Daniel|Ralph|Max Mara|Diesel|Clara'.split('|');
const bics = 'DEUTDEFF|AGRIFRPP882|BNPAFRPP|INGBNL2A|RABONL2U|COBADEFF|CRLYFRPP|BCITITMM'.split('|');

export const hardNegativeTables: readonly TableCase[] = [
  {
    name: 'ps_product',
    rows: 40,
    columns: [
      ['id_product', 'int(10)', p.ids, null],
      ['id_manufacturer', 'int(10)', p.small, null],
      ['reference', 'varchar(64)', many(40, (index) => `REF-${1000 + index}`), null],
      ['supplier_reference', 'varchar(64)', p.orders, null],
      ['ean13', 'varchar(13)', eans, null],
      ['isbn', 'varchar(32)', isbns, null],
      ['upc', 'varchar(12)', many(40, (index) => luhn(String(72_527_273_000 + index * 13))), null],
      ['mpn', 'varchar(40)', many(40, (index) => `MPN${digest(index, 8).toUpperCase()}`), null],
      ['nom_produit', 'varchar(128)', p.products, null],
      ['designation', 'varchar(255)', p.products, null],
      ['description_courte', 'text', p.paragraphs, null],
      ['marque', 'varchar(64)', brands, null],
      ['couleur', 'varchar(32)', colours, null],
      ['categorie', 'varchar(64)', categories, null],
      ['prix', 'decimal(20,6)', prices, null],
      ['devise', 'char(3)', ['EUR', 'USD', 'GBP'], null],
      ['pays_origine', 'varchar(64)', p.countries, null],
      ['ville_depot', 'varchar(64)', p.towns, null],
      ['age_minimum', 'int', ['3', '6', '8', '12'], null],
      ['genre', 'varchar(10)', ['homme', 'femme', 'mixte'], null],
      ['date_add', 'datetime', p.recentDates, null],
      ['date_parution', 'date', p.birthDates, null],
    ],
  },
  {
    name: 'sales_flat_order',
    rows: 40,
    columns: [
      ['entity_id', 'int(10)', p.ids, null],
      ['increment_id', 'varchar(32)', many(40, (index) => String(100_000_000 + index)), null],
      ['customer_email', 'varchar(255)', p.emails, 'Email addresses'],
      ['customer_firstname', 'varchar(255)', p.firstNames, 'Names'],
      ['customer_lastname', 'varchar(255)', p.lastNames, 'Names'],
      ['customer_note_notify', 'tinyint', p.flags, null],
      ['email_sent', 'tinyint(1)', p.flags, null],
      ['store_name', 'varchar(255)', ['Main Website Store', 'Rose Boutique', 'Martin Outlet'], null],
      ['shipping_method', 'varchar(40)', ['flatrate_flatrate', 'chronopost_relais'], null],
      ['shipping_description', 'varchar(255)', ['Flat Rate - Fixed', 'Livraison relais'], null],
      [
        'tracking_number',
        'varchar(40)',
        many(40, (index) => `1Z${digest(index, 6).toUpperCase()}03${10_000_000 + index * 7919}`),
        null,
      ],
      ['invoice_number', 'varchar(20)', many(40, (index) => luhn(String(20_240_000 + index * 31))), null],
      ['transaction_id', 'varchar(40)', many(40, (index) => digest(index, 17).toUpperCase()), null],
      ['coupon_code', 'varchar(20)', ['WELCOME10', 'NOEL2023', 'MARIE20'], null],
      ['gift_card_number', 'varchar(20)', giftCards, null],
      ['quote_id', 'int', p.orders, null],
      ['protect_code', 'varchar(6)', many(40, (index) => digest(index, 6)), null],
      ['store_currency_code', 'varchar(3)', ['EUR', 'CHF'], null],
      ['created_at', 'timestamp', p.recentDates, null],
      ['state', 'varchar(32)', ['processing', 'complete', 'canceled'], null],
    ],
  },
  {
    name: 'res_bank',
    rows: 30,
    columns: [
      ['id', 'int', p.ids, null],
      ['name', 'varchar', ['Deutsche Bank', 'Crédit Agricole', 'Rabobank', 'Martin Maurel'], null],
      ['bic', 'varchar(11)', bics, null],
      ['street', 'varchar', p.streets, 'Physical addresses'],
      ['country', 'varchar', p.countries, null],
    ],
  },
  {
    name: 'magasins',
    rows: 30,
    columns: [
      ['id_magasin', 'int', p.ids, null],
      ['enseigne', 'varchar(80)', ['Chez Marie', 'Aux Délices', 'Martin Frères', 'La Halle'], null],
      ['siret', 'char(14)', many(30, (index) => luhn(`7328293200${String(100 + index * 3)}`)), null],
      ['ville', 'varchar(80)', p.towns, null],
      ['code_postal', 'char(5)', p.frenchCodes, null],
      ['latitude', 'decimal(10,6)', many(30, (index) => `48.${100_000 + index * 7919}`), null],
      ['longitude', 'decimal(10,6)', many(30, (index) => `2.${100_000 + index * 3571}`), null],
      ['horaires', 'varchar(40)', ['9h-19h', '10h-20h'], null],
      ['surface', 'int', ['120', '450', '80'], null],
    ],
  },
  {
    name: 'entrepots',
    rows: 20,
    columns: [
      ['code_entrepot', 'char(4)', many(20, (index) => `E${two(index)}`), null],
      ['libelle', 'varchar(40)', many(20, (index) => `Entrepôt ${index}`), null],
      ['cp', 'char(5)', p.frenchCodes, null],
      ['commune', 'varchar(80)', p.towns, null],
      ['siren', 'char(9)', many(20, (index) => luhn(String(73_282_930 + index * 7))), null],
    ],
  },
  {
    name: 'books',
    rows: 40,
    columns: [
      ['isbn10', 'char(10)', isbns, null],
      ['isbn13', 'char(13)', isbns13, null],
      ['title', 'varchar(200)', p.songs, null],
      ['publisher', 'varchar(80)', ['Albin Michel', 'Robert Laffont', 'Faber', 'Gallimard'], null],
      ['language', 'char(2)', ['fr', 'en', 'de'], null],
      ['pages', 'int', ['120', '345', '78'], null],
      ['published_on', 'date', p.birthDates, null],
    ],
  },
  {
    name: 'KEYCLOAK_CLIENT',
    rows: 30,
    columns: [
      ['id', 'varchar(36)', p.uuids, null],
      ['client_id', 'varchar(255)', ['account-console', 'broker', 'admin-cli', 'security-admin'], null],
      ['name', 'varchar(255)', ['${client_account}', '${client_broker}', 'Realm management'], null],
      ['secret', 'varchar(255)', p.base64, null],
      ['base_url', 'varchar(255)', p.urls, null],
      ['protocol', 'varchar(255)', ['openid-connect', 'saml'], null],
      ['not_before', 'int', p.timestamps, null],
      ['public_client', 'bit', p.flags, null],
      ['registration_token', 'varchar(255)', p.base64, null],
    ],
  },
  {
    name: 'git_commits',
    rows: 40,
    columns: [
      ['sha', 'char(40)', p.sha1, null],
      ['short_sha', 'char(8)', many(40, (index) => digest(index, 8)), null],
      ['tree', 'char(40)', p.sha1, null],
      ['message', 'text', many(30, (index) => `Fix build of module ${index} on Node 24`), null],
      ['branch', 'varchar(80)', ['main', 'develop', 'release/2.1'], null],
      ['build_number', 'int', p.orders, null],
      ['build_date', 'datetime', p.recentDates, null],
    ],
  },
  {
    name: 'uploads',
    rows: 40,
    columns: [
      ['nom_fichier', 'varchar(255)', p.files, null],
      ['md5_file', 'char(32)', p.md5, null],
      ['sha256', 'char(64)', p.sha256, null],
      ['etag', 'varchar(64)', p.md5, null],
      ['mime_type', 'varchar(80)', ['image/png', 'application/pdf'], null],
      [
        'exif_date',
        'varchar(20)',
        many(40, (index) => `2019:${two((index % 12) + 1)}:${two((index % 28) + 1)} 12:00:0${index % 10}`),
        null,
      ],
      ['exif_model', 'varchar(40)', ['Canon EOS 80D', 'NIKON D750', 'iPhone 12'], null],
      ['gps', 'varchar(4)', ['yes', 'no'], null],
      ['bucket', 'varchar(40)', ['media-prod', 'media-test'], null],
      ['storage_class', 'varchar(40)', ['STANDARD', 'GLACIER'], null],
    ],
  },
  {
    name: 'devices_stock',
    rows: 40,
    columns: [
      ['imei', 'varchar(15)', imeis, null],
      ['iccid', 'varchar(20)', iccids, null],
      ['serial_number', 'varchar(20)', many(40, (index) => digest(index, 12).toUpperCase()), null],
      ['mac_address', 'char(17)', many(40, (index) => `00:1a:2b:3c:4d:${two(index + 10)}`), null],
      ['firmware', 'varchar(20)', p.versions, null],
      ['model', 'varchar(40)', ['Galaxy S9', 'Pixel 4', 'Moto G'], null],
      [
        'license_key',
        'varchar(29)',
        many(40, (index) =>
          digest(index, 25)
            .toUpperCase()
            .replaceAll(/(.{5})(?=.)/g, '$1-'),
        ),
        null,
      ],
    ],
  },
  {
    name: 'events_log',
    rows: 40,
    columns: [
      ['ts', 'bigint', p.timestamps, null],
      ['ts_ms', 'bigint', milliseconds, null],
      ['stamp', 'char(14)', compact, null],
      ['event', 'varchar(40)', ['login', 'logout', 'page_view'], null],
      ['session_id', 'varchar(32)', p.md5, null],
      ['request_id', 'char(36)', p.uuids, null],
      ['user_agent_id', 'int', p.small, null],
      ['duration_ms', 'int', p.orders, null],
      ['port', 'int', ['443', '8080', '5432', '27017'], null],
      ['host', 'varchar(80)', ['web-01', 'web-02', 'db-01'], null],
      ['hostname', 'varchar(80)', ['srv-martin', 'srv-alice', 'srv-oscar'], null],
      ['domain', 'varchar(80)', ['example.com', 'example.org'], null],
      ['query', 'text', many(20, (index) => `SELECT name, email FROM users WHERE id = ${index}`), null],
      ['app_version', 'varchar(20)', p.versions, null],
    ],
  },
  {
    name: 'export_3',
    rows: 40,
    columns: [
      [null, null, isbns, null],
      [null, null, eans, null],
      [null, null, swissEans, null],
      [null, null, milliseconds, null],
      [null, null, compact, null],
      [null, null, imeis, null],
      [null, null, giftCards, null],
      [null, null, prices, null],
      [null, null, brands, null],
      [null, null, bics, null],
    ],
  },
  ...moreHardNegativeTables,
];
