/**
 * The data classes a sample plants, under their Have I Been Pwned names, and one bit for each so
 * that what a person lost fits 16 bits.
 */
export const classNames = [
  'Usernames',
  'Passwords',
  'Email addresses',
  'Names',
  'Phone numbers',
  'Dates of birth',
  'Physical addresses',
  'Geographic locations',
  'Occupations',
  'Employment statuses',
  'Job titles',
  'Employers',
  'Social media profiles',
  'Photos',
  'Job applications',
  'IP addresses',
] as const;

export const lost = {
  userName: 1,
  password: 1 << 1,
  email: 1 << 2,
  name: 1 << 3,
  phone: 1 << 4,
  birth: 1 << 5,
  address: 1 << 6,
  location: 1 << 7,
  sector: 1 << 8,
  jobType: 1 << 9,
  job: 1 << 10,
  employer: 1 << 11,
  profile: 1 << 12,
  photo: 1 << 13,
  letter: 1 << 14,
  ip: 1 << 15,
} as const;

/** table -> column -> class, for every column that holds something of a person */
export const plantedColumns: Record<string, Record<string, (typeof classNames)[number]>> = {
  applications: { cover_letter: 'Job applications', ip: 'IP addresses' },
  candidates: {
    first_name: 'Names',
    last_name: 'Names',
    email: 'Email addresses',
    phone: 'Phone numbers',
    date_of_birth: 'Dates of birth',
    address: 'Physical addresses',
    location: 'Geographic locations',
    sector: 'Occupations',
    job_type: 'Employment statuses',
    current_job: 'Job titles',
    current_employer: 'Employers',
    linkedin_url: 'Social media profiles',
    photo: 'Photos',
  },
  newsletter: { mail: 'Email addresses' },
  sessions: { hostname: 'IP addresses' },
  users: {
    name: 'Usernames',
    pass: 'Passwords',
    mail: 'Email addresses',
    init: 'Email addresses',
  },
  watchdog: { hostname: 'IP addresses' },
};

export function classesOfMask(mask: number): string[] {
  return classNames.filter((_, bit) => (mask >>> bit) & 1);
}
