/*
 * What a kind of stored password means for the person whose it is, in one line a board understands.
 * In: a kind as `recognise` names it. Out: how long it stands and the line. An unknown kind counts as
 * readable, since the mistake then costs a needless warning instead of a missing one.
 * Order of the strengths: hashcat's and OWASP's split into fast, iterated and memory- or time-hard.
 */

/** `readable`: treat as plain text; `weak`: guessed fast, one by one; `slowed`: iterated; `slow`: hard by design. */
export type PasswordStrength = 'readable' | 'weak' | 'slowed' | 'slow';

export interface PasswordMeaning {
  strength: PasswordStrength;
  /** One sentence without its full stop. */
  meaning: string;
}

/* Read from the top: the first pattern that matches wins, so the particular stands before the general. */
const meanings: readonly (readonly [RegExp, PasswordStrength, string])[] = [
  [
    /plain|clear ?text|unhashed/,
    'readable',
    'Readable as it stands: can be used at once, wherever it serves',
  ],
  [/encrypt|\baes\b|reversible/, 'readable', 'Encrypted, not hashed: readable to whoever also holds the key'],
  [/low cost/, 'slowed', 'Slowed too little for today: short and common passwords will be found'],
  [/iterated|solarwinds|aix \{ssha/, 'slowed', 'Salted and slowed: short and common passwords will be found'],
  [/sap codvn|lotus/, 'weak', 'Old and fast to guess: all but long random passwords will be found'],
  [/argon2/, 'slow', 'Slow to guess by design: only very weak or reused passwords may be found'],
  [
    /bcrypt|blowfish|\$2[abxy]\$/,
    'slow',
    'Slow to guess by design: weak and reused passwords may still be found',
  ],
  [/yescrypt|\bscrypt/, 'slow', 'Slow to guess by design: weak and reused passwords may still be found'],
  [/migrated|u\$s\$/, 'slowed', 'Old MD5 hashed again slowly: short and common passwords will be found'],
  [/drupal/, 'slowed', 'Salted and slowed: short and common passwords will be found'],
  [
    /phpass|wordpress|phpbb|\$[ph]\$/,
    'slowed',
    'Salted, slowed a little: short and common passwords will be found',
  ],
  [
    /pbkdf2|asp\.?net identity|werkzeug|pkcs5s2|scram/,
    'slowed',
    'Salted and slowed: short and common passwords will be found',
  ],
  [/sha-?(256|512)-?crypt|\$[56]\$/, 'slowed', 'Salted and slowed: short and common passwords will be found'],
  [
    /md5-?crypt|apr1|\$1\$/,
    'slowed',
    'Salted, slowed too little for today: most passwords will be found in time',
  ],
  [
    /other crypt|sun-md5|\{crypt\}/,
    'weak',
    'One of several old kinds: count on all but long passwords being found',
  ],
  [
    /\b(16|32) hex/,
    'readable',
    'Treat as readable: fast and seemingly unsalted, most are found within hours',
  ],
  [/\b\d+ hex/, 'readable', 'Treat as readable: fast and seemingly unsalted, most are found within days'],
  [/descrypt|\bdes\b|bsdi/, 'readable', 'Treat as readable: so old that nearly every password can be tried'],
  [/\bntlm\b|\blm\b/, 'readable', 'Treat as readable: fast and without salt, most are found within hours'],
  [/mysql/, 'readable', 'Treat as readable: fast and without salt, most are found within hours'],
  [
    /unsalted|without salt/,
    'readable',
    'Treat as readable: fast and without salt, most are found within hours',
  ],
  [
    /salt|ssha|smd5|mssql|sql server|postgres|vbulletin|mybb|joomla|oscommerce|django|hash:/,
    'weak',
    'Salted but fast to guess: all but long random passwords will be found',
  ],
  [/md[245]/, 'readable', 'Treat as readable: fast and without salt, most are found within hours'],
  [
    /sha-?[0-9]|\bsha\b|whirlpool|ripemd|blake/,
    'readable',
    'Treat as readable: fast and without salt, most are found within days',
  ],
];

const unknown: PasswordMeaning = {
  strength: 'readable',
  meaning: 'Kind not known: treat as readable until its owner shows otherwise',
};

/** Never throws; letter case and surrounding text of the kind do not matter. */
export function passwordMeaning(kind: string): PasswordMeaning {
  const named = kind.toLowerCase();
  const found = meanings.find(([pattern]) => pattern.test(named));
  return found === undefined ? unknown : { strength: found[1], meaning: found[2] };
}
