// What is known of a person besides his data; bits.

/**
 * `test`: every row that names him is a test identity's. `minor`, `deceased`: a row says so. `office`: nothing but the
 * mailbox of an office. `unattributed`: rows of one of several people who share a mailbox, nobody can say of whom; no
 * person by themselves. `organisation`: its names are an organisation's.
 */
export const personFlags = {
  test: 1,
  minor: 2,
  deceased: 4,
  office: 8,
  unattributed: 16,
  organisation: 32,
} as const;
