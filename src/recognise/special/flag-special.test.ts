import { describe, expect, it } from 'vitest';
import { flagSpecial } from './flag-special.ts';

function categories(name: string | null, values: readonly string[], rows = 60): string[] {
  const filled = Array.from({ length: rows }, (_, row) => values[row % values.length]!);
  const column = {
    name,
    type: null,
    filled: rows,
    rows,
    values: filled,
    rowIds: filled.map((_, row) => row),
    isKey: false,
  };
  return flagSpecial({ name: 'employees', columns: [column] }).map(({ category }) => category);
}

const yesNo = ['0', '1'];
const words = ['blue', 'large', 'Lyon', 'pending'];

describe('a column that is named for special data is flagged whatever its values are', () => {
  it.each([
    ['religion', 'religion'],
    ['Konfession', 'religion'],
    ['kirchensteuermerkmal', 'religion'],
    ['appartenance_syndicale', 'union'],
    ['tradeUnionMember', 'union'],
    ['gewerkschaft', 'union'],
    ['emp_syndicat', 'union'],
    ['RQTH', 'disability'],
    ['est_handicape', 'disability'],
    ['grad_der_behinderung', 'disability'],
    ['disability_status', 'disability'],
    ['casier_judiciaire', 'convictions'],
    ['criminal_record', 'convictions'],
    ['vorstrafen', 'convictions'],
    ['antecedentes_penales', 'convictions'],
    ['groupe_sanguin', 'health'],
    ['blood_type', 'health'],
    ['diagnosis_code', 'health'],
    ['patient_allergies', 'health'],
    ['arret_maladie', 'health'],
    ['krankheitstage', 'health'],
    ['enfermedades', 'health'],
    ['ziekmelding', 'health'],
    ['isPregnant', 'health'],
    ['orientation_sexuelle', 'orientation'],
    ['sexual_orientation', 'orientation'],
    ['ethnicity', 'origin'],
    ['origine_ethnique', 'origin'],
    ['hautfarbe', 'origin'],
    ['empreintes_digitales', 'biometrics'],
    ['fingerprint_template', 'biometrics'],
    ['dna_profile', 'biometrics'],
    ['parti_politique', 'politics'],
    ['political_affiliation', 'politics'],
    ['beneficiaire_rsa', 'assistance'],
    ['num_allocataire', 'assistance'],
    ['housing_benefit', 'assistance'],
    ['sozialhilfe', 'assistance'],
    ['bijstandsuitkering', 'assistance'],
    ['afiliacion_sindical', 'union'],
  ])('%s: %s', (name, category) => {
    expect(categories(name, yesNo)).toContain(category);
    expect(categories(name, words)).toContain(category);
  });
});

describe('values tell special data where the name does not', () => {
  it.each([
    ['col7', ['Catholique', 'Protestant', 'Musulman', 'Athée'], 'religion'],
    ['note', ['Homosexuel', 'Hétérosexuelle', 'Bisexuel'], 'orientation'],
    ['code', ['Diabète', 'Asthme', 'Épilepsie', 'autre'], 'health'],
    ['orientation', ['gay', 'straight', 'bisexual'], 'orientation'],
    ['race', ['Caucasian', 'Hispanic', 'Asian', 'Other'], 'origin'],
    ['party', ['CDU', 'SPD', 'AfD', 'FDP', 'keine Angabe'], 'politics'],
    ['c9', ['CGT', 'CFDT', 'UNSA', 'Solidaires'], 'union'],
    ['aide', ['RSA', 'AAH', 'APL', 'ASS'], 'assistance'],
    ['conviction', ['Theft', 'Fraud', 'Assault'], 'convictions'],
    [
      'comment',
      [
        'En arrêt maladie depuis mars à cause de son diabète, reprise prévue en juin.',
        'A demandé à changer de site pour se rapprocher de sa famille, réponse en attente.',
        'Hospitalisation en avril puis chimiothérapie ; prévenir le responsable avant d’appeler.',
      ],
      'health',
    ],
  ] as [string, string[], string][])('%s', (name, values, category) => {
    expect(categories(name, values)).toContain(category);
  });
});

describe('nothing is flagged by one word, or by words that have other senses', () => {
  it.each([
    ['zodiac_sign', ['Aries', 'Cancer', 'Leo', 'Virgo', 'Libra']],
    ['sign', ['Cancer']],
    ['query', ['SELECT 1 UNION SELECT 2', 'SELECT name FROM t UNION ALL SELECT name FROM u']],
    ['union', ['UNION', 'UNION ALL', 'INTERSECT']],
    ['orientation', ['portrait', 'landscape']],
    ['page_orientation', ['P', 'L']],
    ['street', ['12 Church Street', '3 rue de l’Église', '8 Kirchweg', '5 Hospital Road']],
    ['colour', ['black', 'white', 'red', 'blue', 'green']],
    ['colour', ['black', 'white']],
    ['couleur', ['noir', 'blanc', 'rouge']],
    ['race_name', ['Paris Marathon', '10 km of Lyon', 'Ultra Trail']],
    ['party_size', ['2', '4', '6']],
    ['party', ['A', 'B']],
    ['product', ['Face cream', 'Hand soap', 'Cancer research badge', 'Diabetic socks']],
    ['category', ['Health', 'Beauty', 'Sport', 'Home']],
    ['department', ['Cardiology', 'Sales', 'Marketing', 'IT']],
    ['rsa_key', ['MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A', 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8B']],
    ['rsa', ['2048', '4096']],
    ['ssh_key', ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAC']],
    ['traitement', ['en cours', 'terminé', 'à faire']],
    ['condition', ['new', 'used', 'refurbished']],
    ['treatment', ['powder coated', 'galvanised']],
    ['offense_rating', ['71', '80', '93']],
    ['conversion', ['0.4', '0.7']],
    ['vol', ['AF1234', 'LH882', 'BA118']],
    ['vol_no', ['vol. 1', 'vol. 2']],
    ['team', ['Lions', 'Tigers', 'Bears']],
    ['city', ['Lourdes', 'Santiago', 'Jerusalem', 'Roma']],
    ['company', ['Unite Ltd', 'Solidaires SARL', 'Labour Ready', 'Renaissance Hotels']],
    ['template', ['welcome.html', 'invoice.html']],
    ['status', ['active', 'probation', 'left']],
    ['session', ['parliament', 'committee', 'plenary']],
    ['band', ['The Smiths', 'Black Sabbath', 'Gay Dad', 'Straight No Chaser']],
    ['surname', ['Black', 'White', 'Gay', 'Christian', 'Roma', 'Church']],
    ['nom', ['Blanc', 'Noir', 'Legrand', 'Petit', 'Moreau', 'Garnier']],
    ['first_name', ['Christian', 'Islam', 'Gay', 'Marie', 'Paul', 'Anne']],
    ['blood_orange_price', ['1.20', '2.40']],
    ['country', ['Jersey', 'Jordan', 'Israel', 'Iran']],
    ['server', ['snap', 'apl', 'lega', 'vox', 'modem']],
    [
      'letter',
      [
        'I led the union of two teams and took part in the Labour market programme of the city council.',
        'My orientation towards customers and my convictions about quality have guided me for years.',
        'I worked at the hospital of Lyon as an accountant and wish to join a larger group now.',
      ],
    ],
  ] as [string, string[]][])('%s', (name, values) => {
    expect(categories(name, values)).toEqual([]);
  });
});

describe('a reason', () => {
  it('is made of our words and counts, never of values', () => {
    const column = {
      name: 'syndicat',
      type: null,
      filled: 4,
      rows: 4,
      values: ['CGT', 'CFDT', 'Quasimodo', 'FO'],
      rowIds: [0, 1, 2, 3],
      isKey: false,
    };
    const [flag] = flagSpecial({ name: 'agents', columns: [column] });
    expect(flag!.reason).toBe(
      'the column is named for trade union membership; 3 of 4 sampled values are terms of trade union membership, 3 different ones',
    );
  });
});
