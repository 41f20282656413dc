/*
 * Tables of people as offices in six languages name them, with the class each column must be found to hold; see
 * made-up-tables.fixture.ts.
 */

import { pools as p, type TableCase } from './made-up-tables.fixture.ts';

const salutations = ['M.', 'Mme', 'Mlle'];
const noise = ['lorem', 'ipsum', 'dolor', 'sit'];

export const peopleTables: readonly TableCase[] = [
  {
    name: 'salaries',
    rows: 40,
    columns: [
      ['id_salarie', 'int(11)', p.ids, null],
      ['civilite', 'varchar(10)', salutations, 'Salutations'],
      ['nom', 'varchar(80)', p.lastNames, 'Names'],
      ['nom_usage', 'varchar(80)', p.lastNames, 'Names'],
      ['prenom', 'varchar(80)', p.firstNames, 'Names'],
      ['date_naissance', 'date', p.birthDates, 'Dates of birth'],
      ['ville_naissance', 'varchar(80)', p.towns, 'Places of birth'],
      ['nationalite', 'varchar(40)', ['Française', 'Belge', 'Italienne'], 'Nationalities'],
      ['situation_familiale', 'varchar(20)', ['Marié', 'Célibataire', 'Pacsé'], 'Marital statuses'],
      ['courriel', 'varchar(120)', p.emails, 'Email addresses'],
      ['tel_portable', 'varchar(20)', p.frenchPhones, 'Phone numbers'],
      ['adresse', 'varchar(200)', p.streets, 'Physical addresses'],
      ['code_postal', 'char(5)', p.frenchCodes, 'Physical addresses'],
      ['ville', 'varchar(80)', p.towns, 'Geographic locations'],
      ['fonction', 'varchar(80)', p.jobTitles, 'Job titles'],
      ['employeur', 'varchar(80)', p.firms, 'Employers'],
      ['secteur_activite', 'varchar(80)', p.sectors, 'Occupations'],
      ['type_contrat', 'varchar(20)', p.jobTypes, 'Employment statuses'],
      ['mot_de_passe', 'char(32)', p.md5, 'Passwords'],
      ['lettre_motivation', 'text', p.letters, 'Job applications'],
      ['date_embauche', 'date', p.recentDays, null],
      ['actif', 'tinyint(1)', p.flags, null],
    ],
  },
  {
    name: 'Mitarbeiter',
    rows: 30,
    columns: [
      ['MitarbeiterNr', 'int', p.ids, null],
      ['Anrede', 'varchar(10)', ['Herr', 'Frau'], 'Salutations'],
      ['Vorname', 'varchar(50)', p.firstNames, 'Names'],
      ['Nachname', 'varchar(50)', p.lastNames, 'Names'],
      [
        'Geburtsdatum',
        'varchar(10)',
        p.birthDatesFrench.map((date) => date.replaceAll('/', '.')),
        'Dates of birth',
      ],
      ['Straße', 'varchar(80)', p.streets, 'Physical addresses'],
      ['PLZ', 'int(5)', p.germanCodes, 'Physical addresses'],
      ['Ort', 'varchar(50)', p.towns, 'Geographic locations'],
      ['Handynummer', 'varchar(30)', p.britishPhones, 'Phone numbers'],
      ['E-Mail', 'varchar(80)', p.emails, 'Email addresses'],
      ['Kennwort', 'varchar(80)', p.bcrypt, 'Passwords'],
      ['Geschlecht', 'char(1)', ['m', 'w', 'd'], 'Genders'],
      ['Eintritt', 'date', p.recentDays, null],
    ],
  },
  {
    name: 'clientes',
    rows: 30,
    columns: [
      ['id', 'int', p.ids, null],
      ['nombre', 'varchar(50)', p.firstNames, 'Names'],
      ['apellidos', 'varchar(80)', p.lastNames, 'Names'],
      ['correo', 'varchar(80)', p.emails, 'Email addresses'],
      ['telefono', 'varchar(20)', p.frenchPhones, 'Phone numbers'],
      ['direccion', 'varchar(120)', p.streets, 'Physical addresses'],
      ['ciudad', 'varchar(40)', p.towns, 'Geographic locations'],
      ['fecha_nacimiento', 'date', p.birthDates, 'Dates of birth'],
      ['contraseña', 'varchar(64)', p.sha256, 'Passwords'],
      ['fecha_alta', 'datetime', p.recentDates, null],
    ],
  },
  {
    name: 'utenti',
    rows: 30,
    columns: [
      ['nome', 'varchar(50)', p.firstNames, 'Names'],
      ['cognome', 'varchar(50)', p.lastNames, 'Names'],
      ['indirizzo', 'varchar(80)', p.streets, 'Physical addresses'],
      ['citta', 'varchar(50)', p.towns, 'Geographic locations'],
      ['cellulare', 'varchar(20)', p.barePhones, 'Phone numbers'],
      ['data_di_nascita', 'date', p.birthDates, 'Dates of birth'],
    ],
  },
  {
    name: 'klanten',
    rows: 30,
    columns: [
      ['voornaam', 'varchar(50)', p.firstNames, 'Names'],
      ['achternaam', 'varchar(50)', p.lastNames, 'Names'],
      ['straatnaam', 'varchar(50)', p.streets, 'Physical addresses'],
      ['woonplaats', 'varchar(50)', p.towns, 'Geographic locations'],
      ['telefoonnummer', 'varchar(50)', p.britishPhones, 'Phone numbers'],
      ['geboortedatum', 'date', p.birthDates, 'Dates of birth'],
      ['wachtwoord', 'varchar(60)', p.bcrypt, 'Passwords'],
    ],
  },
  {
    name: 'candidats',
    rows: 30,
    columns: [
      ['NomComplet', 'nvarchar(100)', p.fullNames, 'Names'],
      ['PosteActuel', 'nvarchar(100)', p.jobTitles, 'Job titles'],
      ['EmployeurActuel', 'nvarchar(100)', p.firms, 'Employers'],
      [
        'Competences',
        'nvarchar(max)',
        ['Excel, comptabilité, anglais', 'Java, SQL', 'Vente, négociation'],
        'Professional skills',
      ],
      ['ProfilLinkedIn', 'nvarchar(200)', p.linkedIn, 'Social media profiles'],
      ['photo', 'varbinary(max)', p.pictures, 'Photos'],
      ['TelDomicile', 'nvarchar(30)', p.frenchPhones, 'Phone numbers'],
    ],
  },
  {
    name: 'etudiant',
    rows: 30,
    columns: [
      ['etu_id', 'int', p.ids, null],
      ['etu_nom', 'varchar(80)', p.lastNames, 'Names'],
      ['etu_prenom', 'varchar(80)', p.firstNames, 'Names'],
      ['etu_mel', 'varchar(80)', p.emails, 'Email addresses'],
      ['etu_lieuNaiss', 'varchar(80)', p.towns, 'Places of birth'],
      ['etu_promo', 'int', p.small, null],
    ],
  },
  {
    name: 'ETUDIANTS',
    rows: 30,
    columns: [
      ['NOMETUDIANT', 'varchar(80)', p.lastNames, 'Names'],
      ['PRENOMETUDIANT', 'varchar(80)', p.firstNames, 'Names'],
      ['DATE_DE_NAISSANCE', 'date', p.birthDates, 'Dates of birth'],
      ['MATRICULE', 'varchar(20)', p.orders, null],
    ],
  },
  {
    name: 'export_2016',
    rows: 30,
    columns: [
      [null, null, p.ids, null],
      [null, null, p.firstNames, 'Names'],
      [null, null, p.lastNames, 'Names'],
      [null, null, p.emails, 'Email addresses'],
      [null, null, p.frenchPhones, 'Phone numbers'],
      [null, null, p.streets, 'Physical addresses'],
      [null, null, p.bcrypt, 'Passwords'],
      [null, null, p.recentDates, null],
      [null, null, noise, null],
    ],
  },
  {
    name: 'import',
    rows: 30,
    columns: [
      ['col1', null, p.orders, null],
      ['col2', null, p.emails, 'Email addresses'],
      ['col3', null, p.barePhones, 'Phone numbers'],
      ['col4', null, p.birthDates, 'Dates of birth'],
      ['col5', null, p.recentDays, null],
      ['col6', null, p.linkedIn, 'Social media profiles'],
      ['col7', null, p.products, null],
      ['col8', null, p.uuids, null],
    ],
  },
];
