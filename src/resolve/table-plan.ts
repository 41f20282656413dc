// What is gathered of a table's rows: which columns, normalised how, checked by which validator.
// In: the schema and what recognise found in the columns. Out: a plan, whose slots give a record its layout.
// A plan made from a first glance is checked against the one made from the whole file's samples.

import { type ClassFinding, identifierOf, type ValidatorId, validatorIds } from '../recognise/index.ts';

/** How a value is made comparable before it is hashed. */
export type Normal =
  | 'key'
  | 'email'
  | 'first name'
  | 'last name'
  | 'full name'
  | 'phone'
  | 'identifier'
  | 'birth date'
  | 'text'
  | 'nested'
  | 'value';

export interface Gathered {
  column: number;
  normal: Normal;
  /** -1 for keys, which are not checked. */
  validator: ValidatorId | -1;
  /**
   * First word of this value in a record as it is gathered; a full name takes two slots, its first and its last name,
   * and so does an identifier, for its halves.
   */
  word: number;
}

export interface TablePlan {
  gathered: Gathered[];
  /** Words a record as it is gathered: flags, how the names sound, then two a slot. */
  width: number;
  /** Equal records are kept once; not worth it where a key makes each one different. */
  merging: boolean;
  /** By column: addresses in it are its own values, not mentions in a text. */
  isEmail: boolean[];
}

/** Bits of a record's first word. */
export const recordFlags = {
  roleMailbox: 1,
  testIdentity: 2,
  cutEmail: 4,
  organisation: 8,
  deceased: 16,
  female: 32,
  male: 64,
  /** It has a number that is published or reserved for tests. */
  testIdentifier: 128,
  /** A test identity beyond doubt, see sure-test.ts. */
  sureTest: 256,
} as const;

/** The keys of a table as far as its schema and its column names tell. */
export interface TableKeys {
  /** The single column of the primary key, or -1. */
  primary: number;
  /** Columns that point, or by their name seem to point, to another table. */
  pointing: number[];
}

export interface KeySchema {
  columns: { name: string; type: string }[];
  primaryKey: string[];
  unique: string[];
  foreignKeys: { column: string; table: string; toColumn: string }[];
}

/** `uid`, `user_id`, `userId`, `id_client`, `fk_user`, `owner`: names that mean a row of another table. */
const pointingName =
  /^(?:uid|user|userid|owner|author|account|customer|client|candidate|member|contact|person)$|(?:_|[a-z])(?:id|ID|Id|uid|_fk)$|^(?:id|fk)_/u;
/** `_id` is MongoDB's. */
const impliedPrimary = /^_?(?:id|uid)$/iu;
const innocent = /^(?:valid|paid|grid|android|uuid|guid|void|avoid|said|bid|sid|ssid|cid|wid|kid|aid|vid)$/iu;

export function tableKeys(names: (string | null)[], schema: KeySchema | null): TableKeys {
  const positionOf = new Map(names.map((name, column) => [name?.toLowerCase() ?? '', column]));
  const primaryName = schema?.primaryKey.length === 1 ? schema.primaryKey[0]! : null;
  const implied = names.findIndex((name) => name !== null && impliedPrimary.test(name));
  const primary =
    primaryName === null
      ? schema && schema.primaryKey.length > 1
        ? -1
        : implied
      : (positionOf.get(primaryName.toLowerCase()) ?? -1);
  const pointing = new Set<number>();
  for (const key of schema?.foreignKeys ?? []) {
    const column = positionOf.get(key.column.toLowerCase());
    if (column !== undefined) pointing.add(column);
  }
  names.forEach((name, column) => {
    if (name === null || column === primary || !isPointing(name)) return;
    if (isKeyType(schema?.columns[column]?.type ?? null)) pointing.add(column);
  });
  pointing.delete(primary);
  return { primary, pointing: [...pointing].sort((a, b) => a - b) };
}

/** Oracle and DB2 write all names in capitals, where no other case marks the words. */
function isPointing(name: string): boolean {
  return pointingName.test(/^[A-Z\d_$#]+$/u.test(name) ? name.toLowerCase() : name) && !innocent.test(name);
}

/** Keys are whole numbers, or short words such as UUIDs; never amounts or dates. */
const keyType =
  /^(?:(?:tiny|small|medium|big)?int(?:eger|2|4|8|32|64)?|(?:small|big)?serial[248]?|number|numeric|decimal|n?(?:var)?char2?|binary|uuid|uniqueidentifier|text|string)\b/u;

/** SQLite and Parquet have one type for texts of any length: there, the name of the column says that it is a key. */
function isKeyType(type: string | null): boolean {
  return type === null || (keyType.test(type) && !/,[1-9]/u.test(type));
}

/** `isNested`: by column, see nested-column.ts. */
export function planTable(
  findings: (ClassFinding | null)[],
  keys: TableKeys,
  isNested: readonly boolean[] = [],
): TablePlan {
  const gathered: Gathered[] = [];
  let word = 2;
  const add = (column: number, normal: Normal, validator: ValidatorId | -1) => {
    gathered.push({ column, normal, validator, word });
    word += normal === 'full name' || normal === 'identifier' ? 4 : 2;
  };
  const isEmail = findings.map(
    (finding, column) => finding?.class === 'Email addresses' && !isNested[column],
  );
  const hasClass = findings.some((finding) => finding !== null);
  if (hasClass) {
    const ofPeople = findings.some(
      (finding, column) => finding !== null && isIdentifying(finding) && !isNested[column],
    );
    const own = ofPeople || keys.pointing.length === 0;
    if (own && keys.primary >= 0) add(keys.primary, 'key', -1);
    for (const column of keys.pointing) add(column, 'key', -1);
    findings.forEach((finding, column) => {
      if (finding) add(column, isNested[column] ? 'nested' : normalOf(finding), finding.validator);
    });
  }
  const merging = !(
    hasClass && gathered.some((entry) => entry.normal === 'key' && entry.column === keys.primary)
  );
  return { gathered, width: word, merging, isEmail };
}

const identifying = new Set<string>([
  'Email addresses',
  'Names',
  'Phone numbers',
  'Usernames',
  'Passwords',
  'Dates of birth',
  'Social security numbers',
]);

/** Classes that single a person out, so that a row having one is somebody's own. */
function isIdentifying(finding: ClassFinding): boolean {
  return identifying.has(finding.class);
}

/** A number of which it stays open whose it is joins nobody. */
function normalOf({ validator, candidates }: ClassFinding): Normal {
  if (candidates !== undefined) return 'value';
  switch (validator) {
    case validatorIds.email:
      return 'email';
    case validatorIds.phone:
      return 'phone';
    case validatorIds.birthDate:
      return 'birth date';
    case validatorIds.firstName:
      return 'first name';
    case validatorIds.lastName:
      return 'last name';
    case validatorIds.fullName:
      return 'full name';
    case validatorIds.jobApplication:
    case validatorIds.comment:
    case validatorIds.bio:
    case validatorIds.photo:
      return 'text';
    default:
      return identifierOf(validator) === null ? 'value' : 'identifier';
  }
}

/**
 * Whether a record says too little for an equal one to be surely the same person: neither an identifier nor a full name
 * with a date of birth.
 */
export function isWeak(gathered: readonly Gathered[], words: Uint32Array, from: number): boolean {
  let first = false;
  let last = false;
  let birth = false;
  for (const { normal, word } of gathered) {
    const at = from + word;
    const isThere = words[at] !== 0 || words[at + 1] !== 0;
    if (normal === 'full name') {
      first ||= isThere;
      last ||= words[at + 2] !== 0 || words[at + 3] !== 0;
      continue;
    }
    if (!isThere) continue;
    if (normal === 'email' || normal === 'identifier' || normal === 'phone') return false;
    first ||= normal === 'first name';
    last ||= normal === 'last name';
    birth ||= normal === 'birth date';
  }
  return !(first && last && birth);
}

/** Whether what was gathered by `plan` holds all that `wanted` asks for, and took the same columns for addresses. */
export function covers(plan: TablePlan, wanted: TablePlan): boolean {
  if (wanted.isEmail.some((isEmail, column) => isEmail !== (plan.isEmail[column] ?? false))) return false;
  if (plan.isEmail.some((isEmail, column) => isEmail !== (wanted.isEmail[column] ?? false))) return false;
  return wanted.gathered.every((entry) =>
    plan.gathered.some(
      (have) =>
        have.column === entry.column && have.normal === entry.normal && have.validator === entry.validator,
    ),
  );
}
