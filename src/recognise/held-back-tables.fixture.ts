/*
 * Tables written after the lexicon was, from systems and in languages it had not been tried on: people; the things are in
 * held-back-things.fixture.ts. Their
 * first reading is told in docs/decisions. See made-up-tables.fixture.ts.
 */

import { identifiers } from './identifiers/index.ts';
import type { IdentifierName } from './identifiers/identifier.ts';
import { randomNumbers, validValues } from './identifiers/random-values.fixture.ts';
import type { DataClass } from './data-class.ts';
import { many, pools as p, two, type TableCase } from './made-up-tables.fixture.ts';

const list = (text: string): readonly string[] => text.split('|');
const kindOf = (name: IdentifierName) => identifiers.find((identifier) => identifier.name === name)!;
const numbers = (name: IdentifierName): readonly string[] => validValues(kindOf(name), 40, randomNumbers(5));
const classOf = (name: IdentifierName): DataClass => kindOf(name).class;

export const heldBackTables: readonly TableCase[] = [
  {
    name: 'pracownicy',
    rows: 40,
    columns: [
      ['imie', 'varchar', p.firstNames, 'Names'],
      ['nazwisko', 'varchar', p.lastNames, 'Names'],
      ['pesel', 'char(11)', numbers('pesel'), classOf('pesel')],
      ['data_urodzenia', 'date', p.birthDates, 'Dates of birth'],
      [
        'nr_telefonu',
        'varchar',
        many(40, (index) => `+48 601 ${100 + index} 2${two(index)}`),
        'Phone numbers',
      ],
      ['miejscowosc', 'varchar', list('Kraków|Łódź|Gdańsk'), 'Geographic locations'],
      [
        'kod_pocztowy',
        'char(6)',
        many(40, (index) => `${two(index + 10)}-1${two(index)}`),
        'Physical addresses',
      ],
      ['ulica', 'varchar', many(40, (index) => `ul. Długa ${index + 1}`), 'Physical addresses'],
      ['stan_cywilny', 'varchar', list('kawaler|zonaty|panna|zamezna'), 'Marital statuses'],
      ['wyksztalcenie', 'varchar', list('wyzsze|srednie|zawodowe'), 'Education levels'],
      ['wynagrodzenie_brutto', 'decimal', many(40, (index) => `${4000 + index * 137}.00`), 'Income levels'],
    ],
  },
  {
    name: 'zamestnanci',
    rows: 40,
    columns: [
      ['jmeno', 'varchar', p.firstNames, 'Names'],
      ['prijmeni', 'varchar', p.lastNames, 'Names'],
      ['rodne_cislo', 'varchar', numbers('rodneCislo'), classOf('rodneCislo')],
      ['datum_narozeni', 'date', p.birthDates, 'Dates of birth'],
      ['bydliste', 'varchar', many(40, (index) => `Dlouhá ${index + 3}`), 'Physical addresses'],
      ['psc', 'varchar', many(40, (index) => `1${two(index)} 00`), 'Physical addresses'],
      ['statni_prislusnost', 'varchar', list('Česko|Slovensko'), 'Nationalities'],
      [
        'cislo_op',
        'varchar',
        many(40, (index) => String(200_000_000 + index * 7919)),
        'Government issued IDs',
      ],
    ],
  },
  {
    name: 'kunder',
    rows: 40,
    columns: [
      ['fornamn', 'nvarchar', p.firstNames, 'Names'],
      ['efternamn', 'nvarchar', p.lastNames, 'Names'],
      ['personnummer', 'varchar', numbers('personnummer'), classOf('personnummer')],
      ['epost', 'varchar', p.emails, 'Email addresses'],
      ['mobilnummer', 'varchar', many(40, (index) => `070-174 06 ${two(index)}`), 'Phone numbers'],
      ['gatuadress', 'varchar', many(40, (index) => `Storgatan ${index + 1}`), 'Physical addresses'],
      ['postort', 'varchar', list('Malmö|Göteborg|Umeå'), 'Geographic locations'],
      ['lösenord', 'varchar', p.bcrypt, 'Passwords'],
    ],
  },
  {
    name: 'asiakkaat',
    rows: 40,
    columns: [
      ['etunimi', 'varchar', p.firstNames, 'Names'],
      ['sukunimi', 'varchar', p.lastNames, 'Names'],
      ['henkilötunnus', 'varchar', numbers('hetu'), classOf('hetu')],
      ['puhelinnumero', 'varchar', many(40, (index) => `040 123 45${two(index)}`), 'Phone numbers'],
      ['katuosoite', 'varchar', many(40, (index) => `Mannerheimintie ${index + 1}`), 'Physical addresses'],
      ['äidinkieli', 'varchar', list('suomi|ruotsi|englanti'), 'Spoken languages'],
    ],
  },
  {
    name: 'angajati',
    rows: 40,
    columns: [
      ['nume', 'varchar', p.lastNames, 'Names'],
      ['prenume', 'varchar', p.firstNames, 'Names'],
      ['cod_numeric_personal', 'char(13)', numbers('cnp'), classOf('cnp')],
      ['adresa', 'varchar', many(40, (index) => `Str. Lalelelor nr. ${index + 1}`), 'Physical addresses'],
      ['loc_nastere', 'varchar', list('Cluj|Iasi'), 'Places of birth'],
      ['functia', 'varchar', list('inginer|contabil|director|asistent manager'), 'Job titles'],
      ['starea_civila', 'varchar', list('casatorit|necasatorit|divortat'), 'Marital statuses'],
    ],
  },
  {
    name: 'pelates',
    rows: 40,
    columns: [
      ['onoma', 'varchar', p.firstNames, 'Names'],
      ['eponymo', 'varchar', p.lastNames, 'Names'],
      ['amka', 'char(11)', numbers('amka'), classOf('amka')],
      [
        'kinito',
        'varchar',
        many(40, (index) => `69${two(index)}00${two(index)}1${index % 10}`),
        'Phone numbers',
      ],
      ['imerominia_gennisis', 'date', p.birthDates, 'Dates of birth'],
      ['diefthinsi', 'varchar', many(40, (index) => `Ermou ${index + 1}`), 'Physical addresses'],
    ],
  },
  {
    name: 'cittadini',
    rows: 40,
    columns: [
      ['COGNOME', 'varchar', p.lastNames, 'Names'],
      ['NOME', 'varchar', p.firstNames, 'Names'],
      ['COD_FISC', 'char(16)', numbers('codiceFiscale'), classOf('codiceFiscale')],
      ['DT_NASCITA', 'varchar', p.birthDatesFrench, 'Dates of birth'],
      ['COMUNE_NASCITA', 'varchar', list('Torino|Bari|Pisa'), 'Places of birth'],
      [
        'INDIRIZZO_RESIDENZA',
        'varchar',
        many(40, (index) => `Via Garibaldi ${index + 1}`),
        'Physical addresses',
      ],
      ['NUM_TARGA', 'varchar', many(40, (index) => `AB${100 + index}CD`), 'Vehicle registration plates'],
      [
        'TITOLO_STUDIO',
        'varchar',
        list('Laurea magistrale|Diploma di maturità|Licenza media'),
        'Education levels',
      ],
    ],
  },
  {
    name: 'inwoners',
    rows: 40,
    columns: [
      ['voornamen', 'varchar', p.firstNames, 'Names'],
      ['geslachtsnaam', 'varchar', p.lastNames, 'Names'],
      ['bsn', 'char(9)', numbers('bsn'), classOf('bsn')],
      [
        'geboortedatum',
        'varchar',
        p.birthDatesFrench.map((date) => date.replaceAll('/', '-')),
        'Dates of birth',
      ],
      ['woonplaats', 'varchar', list('Utrecht|Breda|Zwolle'), 'Geographic locations'],
      [
        'datum_overlijden',
        'date',
        many(40, (index) => (index % 4 === 0 ? `20${10 + (index % 12)}-0${1 + (index % 9)}-11` : '')),
        'Deceased date',
      ],
      ['rekeningnummer', 'varchar', numbers('iban'), 'Bank account numbers'],
    ],
  },
  {
    name: 'Versicherte',
    rows: 40,
    columns: [
      ['Name', 'varchar', p.lastNames, 'Names'],
      ['Vorname', 'varchar', p.firstNames, 'Names'],
      ['SV-Nummer', 'varchar', numbers('rvnr'), classOf('rvnr')],
      ['IdNr', 'char(11)', numbers('steuerId'), classOf('steuerId')],
      ['Familienstand', 'varchar', list('ledig|verheiratet|geschieden'), 'Marital statuses'],
      ['Anzahl Kinder', 'int', list('1|2|3'), 'Family structure'],
      ['Jahresgehalt', 'decimal', many(40, (index) => `${30000 + index * 911}`), 'Income levels'],
      [
        'Führerscheinnummer',
        'varchar',
        many(40, (index) => `B072RRE2I5${index % 10}` + two(index)),
        "Driver's licenses",
      ],
    ],
  },
  {
    name: 'alumnos',
    rows: 40,
    columns: [
      ['nombre_y_apellidos', 'varchar', p.fullNames, 'Names'],
      ['dni', 'varchar', numbers('dni'), classOf('dni')],
      ['f_nacimiento', 'date', p.birthDates, 'Dates of birth'],
      ['num_pasaporte', 'varchar', many(40, (index) => `AAB${100000 + index * 791}`), 'Passport numbers'],
      ['nombre_padre', 'varchar', p.fullNames, "Family members' names"],
      [
        'telefono_fijo',
        'varchar',
        many(40, (index) => `91 555 0${two(index)} ${two(index)}`),
        'Phone numbers',
      ],
    ],
  },
  {
    name: 'crm_contacts',
    rows: 40,
    columns: [
      ['GivenName', 'varchar', p.firstNames, 'Names'],
      ['FamilyName', 'varchar', p.lastNames, 'Names'],
      [
        'SSN',
        'char(11)',
        numbers('ssn').map((number) => `${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5)}`),
        classOf('ssn'),
      ],
      ['yob', 'int', many(40, (index) => String(1950 + index)), 'Years of birth'],
      ['spouse_name', 'varchar', p.fullNames, 'Spouses names'],
      ['is_deceased', 'varchar', list('no|yes'), 'Deceased statuses'],
      ['secret_question', 'varchar', list('First pet?|City of birth?'), 'Security questions and answers'],
      ['secret_answer', 'varchar', p.words, 'Security questions and answers'],
      [
        'last_user_agent',
        'text',
        list('Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/50.0'),
        'Browser user agent details',
      ],
      ['imei', 'varchar', many(40, (index) => String(35308116000000 + index * 7919)), 'IMEI numbers'],
      ['skype', 'varchar', p.usernames, 'Instant messenger identities'],
      ['access_token', 'varchar', p.base64, 'Auth tokens'],
    ],
  },
  {
    name: 'funcionarios',
    rows: 40,
    columns: [
      ['nome_completo', 'varchar', p.fullNames, 'Names'],
      ['cpf', 'varchar', numbers('cpf'), classOf('cpf')],
      ['data_nascimento', 'date', p.birthDates, 'Dates of birth'],
      [
        'telemóvel',
        'varchar',
        many(40, (index) => `+351 912 34${two(index)} ${100 + index}`),
        'Phone numbers',
      ],
      ['morada', 'varchar', many(40, (index) => `Rua das Flores ${index + 1}`), 'Physical addresses'],
      [
        'código_postal',
        'varchar',
        many(40, (index) => `4${two(index)}0-1${two(index)}`),
        'Physical addresses',
      ],
      ['profissão', 'varchar', list('Enfermeiro|Professor|Engenheiro'), 'Occupations'],
    ],
  },
];
