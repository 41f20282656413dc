// A register with made-up people for tests: one behind an address in two breaches, one of them sensitive; two who share an
// address; one with the code of a letter; nobody behind the rest.

import {
  type BreachModel,
  createCodeKeys,
  createReferenceCode,
  createPersonKeys,
  type ExposureSet,
} from '../../register/index.ts';
import {
  insertBreach,
  insertExposureSets,
  insertReferenceCodes,
  publishBreach,
  type RegisterDatabase,
} from '../../store/register/index.ts';

export const ana = 'ana.duval@example.org';
export const shared = 'famille@example.org';
export const nobody = 'nobody.at.all@example.org';

/** Of letters: the first is of somebody in the clinic's breach, born on `birth`; the second of nobody. */
export const code = createReferenceCode(() => 123_456_789_012);
export const nobodysCode = createReferenceCode(() => 987_654_321_098);
export const birth = '1985-03-27';

const recruiting: BreachModel = {
  Name: 'MadeUpRecruiting',
  Title: 'Made-up Recruiting',
  Domain: 'recruiting.example',
  BreachDate: '2025-10-30',
  AddedDate: '2026-01-14T10:00:00Z',
  ModifiedDate: '2026-01-14T10:00:00Z',
  PwnCount: 711_000,
  Description: 'In October 2025 a test database of a recruiter lay open on a web server.',
  LogoPath: '',
  Attribution: null,
  DisclosureUrl: null,
  DataClasses: ['Email addresses', 'Job applications', 'Names', 'Passwords', 'Phone numbers'],
  IsVerified: true,
  IsFabricated: false,
  IsSensitive: false,
  IsRetired: false,
  IsSpamList: false,
  IsMalware: false,
  IsSubscriptionFree: false,
  IsStealerLog: false,
  Controllers: ['Made-up Recruiting'],
  VendorChain: ['Made-up Recruiting', 'Inventé Services', 'Transfer Box'],
};

const clinic: BreachModel = {
  ...recruiting,
  Name: 'MadeUpClinic',
  Title: 'Made-up Clinic',
  Domain: 'clinic.example',
  BreachDate: '2026-03-02',
  AddedDate: '2026-06-01T08:30:00Z',
  ModifiedDate: '2026-06-01T08:30:00Z',
  PwnCount: 12_400,
  Description: 'In March 2026 appointments of a clinic were copied.',
  DataClasses: ['Dates of birth', 'Names', 'Personal health data', 'Social security numbers'],
  IsSensitive: true,
  IsVerified: false,
  Controllers: ['Made-up Clinic'],
  VendorChain: [],
};

const set = (classes: Record<string, string[]>, flags: string[] = []): ExposureSet => ({
  classes: Object.entries(classes).map(([name, kinds]) => ({ class: name, kinds })),
  controllers: [],
  flags,
});

const recruitingSets = [
  set({
    'Email addresses': [],
    'Job applications': [],
    Names: ['first name', 'last name'],
    Passwords: ['MD5 or NTLM (32 hex)'],
    'Phone numbers': [],
    'Physical addresses': ['street address', 'postal code'],
  }),
  set({ 'Email addresses': [], Names: ['first name', 'last name'], Passwords: ['bcrypt'] }, ['minor']),
];
const clinicSets = [
  set({
    'Dates of birth': [],
    Names: ['full name'],
    'Personal health data': [],
    'Social security numbers': ['NIR'],
  }),
];

/** Publishes both breaches with their people. */
export async function plantBreaches(
  register: RegisterDatabase,
): Promise<{ recruiting: number; clinic: number }> {
  const key = createPersonKeys(register.secrets('person-key'));
  const made = async (model: BreachModel, sets: ExposureSet[], people: [string, number][]) => {
    const breach = await insertBreach(register.rows, {
      name: model.Name,
      caseId: null,
      isRange: false,
      model: JSON.stringify(model),
    });
    await insertExposureSets(
      register.rows,
      breach,
      sets.map((content, i) => ({ number: i + 1, content: JSON.stringify(content) })),
    );
    await register.rows
      .insertInto('exposure')
      .values(
        people.map(([address, number]) => ({
          person_key: key('email', address),
          breach,
          exposure_set: number,
        })),
      )
      .execute();
    await publishBreach(register, breach);
    return breach;
  };
  const breaches = {
    recruiting: await made(recruiting, recruitingSets, [
      [ana, 1],
      [shared, 1],
      [shared, 2],
    ]),
    clinic: await made(clinic, clinicSets, [[ana, 1]]),
  };
  const keys = createCodeKeys(register.secrets('reference-code'));
  const [codeKey, birthKey] = [keys.codeKey(code), keys.birthKey(code, birth)];
  await insertReferenceCodes(register, [
    { codeKey, birthKey, breach: breaches.clinic, exposureSet: 1, madeAt: 1 },
  ]);
  return breaches;
}
