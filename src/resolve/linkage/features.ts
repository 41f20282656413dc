// What linkage compares of a row: small fingerprints in flat columns. In: whatever the rows were found to hold.
// A column that no row fills is left out (null); 0 in a row means that it says nothing. No value is in here, but
// sounds and birth dates are not keyed: whoever writes them anywhere seals them.

/** Rows by columns; every column that is there has `count` entries. About 16 bytes a row with names and birth date. */
export interface LinkageFeatures {
  count: number;
  /** Fingerprint of the normal form of the last name. */
  last: Uint32Array | null;
  /** Fingerprint of a second last name, where one is the name at birth and one the name in use. */
  otherLast: Uint32Array | null;
  /** `soundOf` the last name, and of the second one. */
  lastSound: Uint16Array | null;
  otherSound: Uint16Array | null;
  /** Fingerprint of the normal form of all first names. */
  first: Uint32Array | null;
  /** Fingerprint of the first one of several first names. */
  given: Uint32Array | null;
  /** `soundOf` the first one of several first names. */
  firstSound: Uint16Array | null;
  /** Date of birth as the number yyyymmdd; month or day 00 where only the year is known. */
  birth: Uint32Array | null;
  /** 1 female, 2 male. */
  sex: Uint8Array | null;
  /** Fingerprints of telephone number, postal address, postal code, and of what stands before the @ of an address. */
  phone: Uint32Array | null;
  address: Uint32Array | null;
  postalCode: Uint32Array | null;
  mailName: Uint32Array | null;
  /** Fingerprint of a number that singles a person out and passed its check: two different ones are two people. */
  identifier: Uint32Array | null;
  /**
   * Fingerprints of the first seven characters of such a number and of the rest, whether it passed its check or not:
   * a typing error leaves one of them as it is.
   */
  firstHalf: Uint16Array | null;
  secondHalf: Uint16Array | null;
}

/** Features without a column; the caller adds those that its tables hold. */
export function emptyFeatures(count: number): LinkageFeatures {
  return {
    count,
    last: null,
    otherLast: null,
    lastSound: null,
    otherSound: null,
    first: null,
    given: null,
    firstSound: null,
    birth: null,
    sex: null,
    phone: null,
    address: null,
    postalCode: null,
    mailName: null,
    identifier: null,
    firstHalf: null,
    secondHalf: null,
  };
}
