// What a row may say of how somebody is called and reached, as numbers that stand in front of each value while they wait
// on the disk. Plain data.

export const contactFields = {
  email: 0,
  phone: 1,
  firstName: 2,
  lastName: 3,
  fullName: 4,
  street: 5,
  postalCode: 6,
  town: 7,
  region: 8,
  country: 9,
  language: 10,
  customer: 11,
} as const;

export type ContactField = (typeof contactFields)[keyof typeof contactFields];

/** What one row says, as text: several values of one field are in the order of its columns. */
export interface ContactRow {
  /** 0 for the evidence, else the place of a directory among those of the case, from 1. */
  source: number;
  /** Of two that say as much, the later one is taken. */
  rank: number;
  values: { field: ContactField; value: string }[];
}

/** A longer one is no name, number or line of an address. */
export const mostContactBytes = 320;
