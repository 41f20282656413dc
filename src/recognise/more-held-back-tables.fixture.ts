/*
 * Tables written after those of held-back-tables.fixture.ts had been read: again of systems not tried before, and with
 * names cut short. See made-up-tables.fixture.ts.
 */

import { identifiers } from './identifiers/index.ts';
import type { IdentifierName } from './identifiers/identifier.ts';
import { randomNumbers, validValues } from './identifiers/random-values.fixture.ts';
import type { DataClass } from './data-class.ts';
import { digest, many, pools as p, two, type TableCase } from './made-up-tables.fixture.ts';

const list = (text: string): readonly string[] => text.split('|');
const kindOf = (name: IdentifierName) => identifiers.find((identifier) => identifier.name === name)!;
const numbers = (name: IdentifierName): readonly string[] => validValues(kindOf(name), 40, randomNumbers(3));
const classOf = (name: IdentifierName): DataClass => kindOf(name).class;

export const moreHeldBackTables: readonly TableCase[] = [
  {
    name: 'openmrs_concept_name',
    rows: 40,
    columns: [
      [
        'name',
        'varchar',
        list('Diabetes Mellitus|Hodgkin Disease|Crohn Disease|Parkinson Disease|Down Syndrome'),
        null,
      ],
      ['locale_preferred', 'tinyint', p.flags, null],
      ['concept_name_type', 'varchar', list('FULLY_SPECIFIED|SHORT'), null],
      ['voided_by', 'int', p.small, null],
    ],
  },
  {
    name: 'icd10',
    rows: 40,
    columns: [
      ['code', 'varchar', many(40, (index) => `E${10 + index}.${index % 10}`), null],
      ['libelle', 'varchar', list('Diabète sucré|Maladie de Hodgkin|Asthme'), null],
      ['chapitre', 'varchar', list('IV|II|X'), null],
    ],
  },
  {
    name: 'weather_station_reading',
    rows: 40,
    columns: [
      ['station', 'varchar', list('Paris-Montsouris|Saint-Hubert|Bergerac'), null],
      ['observed', 'datetime', p.recentDates, null],
      ['latitude', 'float', many(40, (index) => `4${index % 9}.12${index}`), null],
      ['longitude', 'float', many(40, (index) => `2.3${index}5`), null],
      ['wind', 'int', p.small, null],
    ],
  },
  {
    name: 'hotel_rates',
    rows: 40,
    columns: [
      ['rate_plan', 'varchar', list('Best Flexible|Early Bird|Honeymoon'), null],
      ['max_age_child', 'int', list('6|12'), null],
      ['board', 'varchar', list('BB|HB|FB'), null],
      ['arrival', 'date', p.recentDays, null],
    ],
  },
  {
    name: 'chess_openings',
    rows: 40,
    columns: [
      ['eco', 'char(3)', many(40, (index) => `B${two(index)}`), null],
      ['opening', 'varchar', list('Ruy Lopez|Alekhine Defence|Evans Gambit|Benko Gambit'), null],
      ['moves', 'text', list('e4 e5 Nf3 Nc6|d4 d5 c4'), null],
    ],
  },
  {
    name: 'stripe_events',
    rows: 40,
    columns: [
      ['event', 'varchar', many(40, (index) => `evt_${digest(index, 24)}`), null],
      ['livemode', 'tinyint', p.flags, null],
      ['request', 'varchar', many(40, (index) => `req_${digest(index, 14)}`), null],
      ['api_version', 'varchar', list('2019-12-03|2020-08-27'), null],
      ['idempotency_key', 'varchar', p.uuids, null],
      ['amount', 'int', p.orders, null],
    ],
  },
  {
    name: 'odoo_stock_picking',
    rows: 40,
    columns: [
      ['origin', 'varchar', many(40, (index) => `SO${1000 + index}`), null],
      ['name', 'varchar', many(40, (index) => `WH/OUT/0${1000 + index}`), null],
      ['carrier_tracking_ref', 'varchar', many(40, (index) => `6A${10_000_000_000 + index * 7919}`), null],
      ['scheduled_date', 'datetime', p.recentDates, null],
      ['move_type', 'varchar', list('direct|one'), null],
    ],
  },
  {
    name: 'parliament_bills',
    rows: 40,
    columns: [
      ['bill_no', 'varchar', many(40, (index) => `HR-${100 + index}`), null],
      ['short_title', 'varchar', list('Ryan White Act|Megan Law|Sarbanes Oxley'), null],
      ['sponsor_party', 'varchar', list('D|R|I'), null],
      ['introduced', 'date', p.birthDates, null],
    ],
  },
  {
    name: 'satellites',
    rows: 40,
    columns: [
      ['norad_id', 'int', many(40, (index) => String(25544 + index * 13)), null],
      ['designator', 'varchar', many(40, (index) => `1998-0${10 + index}A`), null],
      ['name', 'varchar', list('Hubble|Herschel|Planck|Gaia|Cassini'), null],
      ['launch_date', 'date', p.birthDates, null],
    ],
  },
  {
    name: 'lottery_draws',
    rows: 40,
    columns: [
      ['draw', 'int', p.ids, null],
      [
        'numbers',
        'varchar',
        many(40, (index) => `${1 + (index % 9)}-${11 + (index % 9)}-${21 + (index % 9)}`),
        null,
      ],
      ['joker', 'char(7)', many(40, (index) => String(1_000_000 + index * 79_191)), null],
    ],
  },
  {
    name: 'survey_question',
    rows: 40,
    columns: [
      [
        'question',
        'text',
        many(20, (index) => `How satisfied are you with our service number ${index}?`),
        null,
      ],
      ['help', 'text', p.paragraphs, null],
      ['answer_type', 'varchar', list('text|choice'), null],
      ['section', 'varchar', list('A|B'), null],
    ],
  },
  {
    name: 'real_estate_listing',
    rows: 40,
    columns: [
      ['mls_number', 'varchar', many(40, (index) => String(5_500_000 + index * 31)), null],
      ['rooms', 'int', p.small, null],
      ['year_built', 'int', many(40, (index) => String(1930 + index)), null],
      ['price_asked', 'decimal', p.orders, null],
      ['energy_class', 'char', list('A|B|C|D'), null],
    ],
  },
  {
    name: 'hmis_beneficiaries',
    rows: 40,
    columns: [
      ['SURNAME', 'varchar', p.lastNames, 'Names'],
      ['OTHER_NAMES', 'varchar', p.firstNames, 'Names'],
      ['NATIONAL_INSURANCE_NO', 'varchar', numbers('nino'), classOf('nino')],
      ['NHS_NO', 'varchar', numbers('nhs'), classOf('nhs')],
      [
        'DATE_OF_DEATH',
        'date',
        many(40, (index) => (index % 3 ? '' : `2019-0${1 + (index % 9)}-10`)),
        'Deceased date',
      ],
      ['HOME_TEL', 'varchar', p.britishPhones, 'Phone numbers'],
      [
        'POST_CODE',
        'varchar',
        many(40, (index) => `LS${1 + (index % 9)} ${index % 9}AB`),
        'Physical addresses',
      ],
    ],
  },
  {
    name: 'T_ADHERENT',
    rows: 40,
    columns: [
      ['ADH_NOM_USAGE', 'varchar', p.lastNames, 'Names'],
      ['ADH_PRENOM', 'varchar', p.firstNames, 'Names'],
      ['ADH_NUM_SECU', 'varchar', numbers('nir'), classOf('nir')],
      ['ADH_RIB_IBAN', 'varchar', numbers('iban'), classOf('iban')],
      ['ADH_ADR1', 'varchar', p.streets, 'Physical addresses'],
      ['ADH_CP', 'varchar', p.frenchCodes, 'Physical addresses'],
      ['ADH_VILLE', 'varchar', p.towns, 'Geographic locations'],
      ['ADH_SIT_FAM', 'varchar', list('Marié|Célibataire|Veuf'), 'Marital statuses'],
      ['ADH_NB_ENF', 'int', list('1|2|3'), 'Family structure'],
      ['ADH_MEL', 'varchar', p.emails, 'Email addresses'],
      ['ADH_PORTABLE', 'varchar', p.frenchPhones, 'Phone numbers'],
    ],
  },
  {
    name: 'kunden_export',
    rows: 40,
    columns: [
      ['KdName1', 'varchar', p.lastNames, 'Names'],
      ['KdVorname', 'varchar', p.firstNames, 'Names'],
      ['GebDat', 'varchar', p.birthDatesFrench.map((date) => date.replaceAll('/', '.')), 'Dates of birth'],
      ['TelPrivat', 'varchar', many(40, (index) => `0171 / 55 50 ${100 + index}`), 'Phone numbers'],
      ['Kreditkartennr', 'varchar', numbers('card'), classOf('card')],
      ['Bankleitzahl', 'varchar', many(40, (index) => String(10070000 + index * 1000)), null],
      ['SteuerIdentNr', 'varchar', numbers('steuerId'), classOf('steuerId')],
      ['Beruf', 'varchar', list('Lehrer|Bäcker|Arzt'), 'Occupations'],
    ],
  },
  {
    name: 'empleados_nomina',
    rows: 40,
    columns: [
      ['primer_apellido', 'varchar', p.lastNames, 'Names'],
      ['segundo_apellido', 'varchar', p.lastNames, 'Names'],
      ['nombre', 'varchar', p.firstNames, 'Names'],
      ['nif', 'varchar', numbers('dni'), classOf('dni')],
      ['salario_bruto_anual', 'decimal', many(40, (index) => `${18000 + index * 731},00`), 'Income levels'],
      ['cuenta_bancaria', 'varchar', numbers('iban'), classOf('iban')],
      ['puesto_trabajo', 'varchar', list('Contable|Director comercial|Técnico'), 'Job titles'],
      ['nacionalidad', 'varchar', list('Española|Francesa'), 'Nationalities'],
      ['movil', 'varchar', many(40, (index) => `6${two(index)} 12 34 ${two(index)}`), 'Phone numbers'],
    ],
  },
  {
    name: 'assistiti',
    rows: 40,
    columns: [
      ['cognome_nome', 'varchar', p.fullNames.map((name) => name.split(' ').reverse().join(' ')), 'Names'],
      ['codicefiscale', 'char(16)', numbers('codiceFiscale'), classOf('codiceFiscale')],
      ['data_nasc', 'date', p.birthDates, 'Dates of birth'],
      ['luogo_nasc', 'varchar', list('Torino|Lecce'), 'Places of birth'],
      [
        'cellulare',
        'varchar',
        many(40, (index) => `+39 333 12${two(index)} ${100 + index}`),
        'Phone numbers',
      ],
      ['medico_curante', 'varchar', p.fullNames, 'Names'],
      ['gruppo_sanguigno', 'varchar', list('A+|0+|B-|AB+'), 'Personal health data'],
    ],
  },
  {
    name: 'leden',
    rows: 40,
    columns: [
      ['roepnaam', 'varchar', p.firstNames, 'Names'],
      ['tussenvoegsel', 'varchar', list('van|de|van der'), null],
      ['achternaam', 'varchar', p.lastNames, 'Names'],
      ['geb_datum', 'date', p.birthDates, 'Dates of birth'],
      ['sofinr', 'varchar', numbers('bsn'), classOf('bsn')],
      ['straat_huisnr', 'varchar', many(40, (index) => `Dorpsstraat ${index + 1}`), 'Physical addresses'],
      ['postcode_plaats', 'varchar', many(40, (index) => `1${two(index)}4 AB Utrecht`), 'Physical addresses'],
      ['mailadres', 'varchar', p.emails, 'Email addresses'],
      ['wachtwoord_hash', 'varchar', p.bcrypt, 'Passwords'],
    ],
  },
  {
    name: 'brukere',
    rows: 40,
    columns: [
      ['brukernavn', 'varchar', p.usernames, 'Usernames'],
      ['fødselsnummer', 'char(11)', numbers('fodselsnummer'), classOf('fodselsnummer')],
      ['passord', 'varchar', p.sha256, 'Passwords'],
      ['mobil', 'varchar', many(40, (index) => `+47 412 34 ${100 + index}`), 'Phone numbers'],
      ['siste_ip', 'varchar', p.addresses4, 'IP addresses'],
      ['kjønn', 'varchar', list('mann|kvinne'), 'Genders'],
    ],
  },
  {
    name: 'patienter',
    rows: 40,
    columns: [
      ['fornavn', 'varchar', p.firstNames, 'Names'],
      ['efternavn', 'varchar', p.lastNames, 'Names'],
      ['cpr_nr', 'varchar', numbers('cpr'), classOf('cpr')],
      ['adresse', 'varchar', many(40, (index) => `Nørregade ${index + 1}, 2. tv`), 'Physical addresses'],
      ['postnr', 'varchar', many(40, (index) => String(2100 + index * 10)), 'Physical addresses'],
      ['civilstand', 'varchar', list('gift|ugift|skilt|enke'), 'Marital statuses'],
      [
        'pårørende_tlf',
        'varchar',
        many(40, (index) => `20 12 ${two(index)} ${two(index + 7)}`),
        'Phone numbers',
      ],
    ],
  },
];
