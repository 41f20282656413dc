/*
 * The data classes this stage can find, by the names of Have I Been Pwned's list (facts: 168 classes as of
 * 2026-06-12). In: nothing. Out: the names and their type. Finer sorts within a class are kinds, see validators.ts.
 */

export const dataClasses = [
  'Bank account numbers',
  'Bios',
  'Comments',
  'Dates of birth',
  'Email addresses',
  'Employers',
  'Employment statuses',
  'Genders',
  'Geographic locations',
  'IP addresses',
  'Job applications',
  'Job titles',
  'Marital statuses',
  'Names',
  'Nationalities',
  'Occupations',
  'Passwords',
  'Phone numbers',
  'Photos',
  'Physical addresses',
  'Places of birth',
  'Professional skills',
  'Salutations',
  'Social media profiles',
  'Social security numbers',
  'User website URLs',
  'Usernames',
] as const;

export type DataClass = (typeof dataClasses)[number];
