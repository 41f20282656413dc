import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataClasses, validators } from '../../recognise/index.ts';
import { textWidth } from '../fit-text.ts';
import { hostileNames } from '../hostile-names.fixture.ts';
import { passwordMeaning } from '../password-meaning.ts';
import { frenchClass, frenchKind } from './class-words.ts';
import { frenchMeaning } from './place-words.ts';
import type { PersonStatement } from './person-statement.ts';
import { renderStatement } from './render-statement.ts';
import { statementWords } from './statement-words.ts';

const style = { language: 'en', colour: false, width: 80 } as const;

const statement: PersonStatement = {
  version: 2,
  case: '2026-bcdfgh',
  name: 'spring leak',
  askedAs: ['email'],
  mistyped: null,
  unseen: [],
  found: true,
  people: [
    {
      by: ['email'],
      flags: ['minor'],
      special: [],
      classes: [
        {
          class: 'Passwords',
          kinds: ['MD5 or NTLM (32 hex)'],
          strength: 'readable',
          seen: [
            {
              delivery: 1,
              table: 'users',
              column: 'pass',
              files: ['site.sql'],
              kinds: ['MD5 or NTLM (32 hex)'],
              rows: 1,
            },
          ],
        },
        {
          class: 'Names',
          kinds: ['first name', 'last name'],
          seen: [
            {
              delivery: 2,
              table: 'users',
              column: 'first',
              files: ['a.sql', 'b.sql', 'c.sql'],
              kinds: ['first name'],
              rows: 1200,
            },
          ],
        },
      ],
    },
  ],
  peopleInAll: 1,
  mentions: [{ delivery: 1, table: 'letters', column: 'body', files: ['site.sql'] }],
  deliveries: [
    {
      delivery: 1,
      at: '2026-11-23T23:30:00.000Z',
      files: [{ path: 'site.sql', sha256: 'ab'.repeat(32) }],
      skipped: 1,
      partial: [],
    },
  ],
};

const nobody: PersonStatement = { ...statement, found: false, people: [], peopleInAll: 0, mentions: [] };

describe('a statement', () => {
  test('says what, where, and what to do', () => {
    expect(renderStatement(statement, style)).toBe(`Found: one person with this e-mail address
Case 2026-bcdfgh (spring leak)

What stands in the files about this person
  By the date of birth in the files, this person is a minor.
  Passwords (MD5 or NTLM (32 hex))
    Treat as readable: fast and seemingly unsalted, most are found within hours.
    Count it as known. Change it at once, here and wherever else it was used,
    and never use it again.
    site.sql › users › pass: 1 row
  Names (first name, last name)
    a.sql and 2 more › users › first: 1,200 rows

Where it also stands
  In texts, in rows that name nobody, or in a row beside the address of somebody
  else. These may be about other people and are not counted above.
    site.sql › letters › body

Listed are rows joined to this person by the same identifier or key, exactly.
Rows that only resemble them are left out, so that nobody learns what somebody
else lost; what is not listed is not proven to be absent.

Files examined
  site.sql · SHA-256 abababababababab…, read on 23 November 2026
  1 place in them could not be read as rows; it was searched as text.
`);
  });

  test('says the same in French', () => {
    const text = renderStatement(statement, { ...style, language: 'fr' });
    expect(text).toContain('Trouvé : une personne avec cette adresse e-mail\n');
    expect(text).toContain('  Mots de passe (MD5 ou NTLM (32 hex))\n');
    expect(text).toContain('  Noms (prénom, nom)\n');
    expect(text).toContain('    a.sql et 2 autres › users › first : 1\u00a0200 lignes\n');
    expect(text).toContain('lu le 23 novembre 2026\n');
  });

  test('never says that somebody is not there, only that he was not found in these files', () => {
    const text = renderStatement(nobody, style);
    expect(text).toMatch(/^Not in the files examined: this e-mail address\n/u);
    expect(text).toContain('That is weaker than not being');
    expect(text).toContain('site.sql · SHA-256');
  });

  test('denies nothing of a name, of a sort that the files do not hold, or of a number with a typing error', () => {
    const name = renderStatement({ ...nobody, askedAs: ['nameAndBirth'] }, style);
    expect(name).toMatch(/^Not found under exactly this name and date of birth\n/u);
    expect(name).toContain('No row holds exactly this first name');
    const unseen = renderStatement({ ...nobody, askedAs: ['username'], unseen: ['username'] }, style);
    expect(unseen).toMatch(/^Not found: this username\n/u);
    expect(unseen).not.toContain('no text');
    expect(unseen).toContain('No column of usernames was recognised in these files, so this says nothing');
    const mistyped = renderStatement({ ...nobody, askedAs: [], mistyped: 'nir' }, style);
    expect(mistyped).toMatch(/^This looks like a NIR, but its key does not fit/u);
    expect(mistyped).not.toContain('username');
  });

  test('names a file that was not read whole, and columns to be looked at', () => {
    const [delivery] = statement.deliveries;
    const partial = [{ path: 'backup/site.sql', note: 'the dump ends in a row' }];
    const deliveries = [{ ...delivery!, partial }];
    expect(renderStatement({ ...nobody, deliveries }, style)).toContain(
      'One file was not read whole (site.sql: the dump ends in a row)',
    );
    const special = [{ table: 'clients', column: 'religion', category: 'religion or belief' }];
    const people = [{ ...statement.people[0]!, special }];
    expect(renderStatement({ ...statement, people, deliveries }, style)).toContain(
      'One file was not read whole',
    );
    expect(renderStatement({ ...statement, people }, { ...style, language: 'fr' })).toContain(
      '  À examiner : religion ou conviction (clients.religion)\n',
    );
  });

  test('tells what only stands in texts from what is about a person', () => {
    const text = renderStatement({ ...nobody, found: true, mentions: statement.mentions }, style);
    expect(text).toMatch(/^No row is about a person with this e-mail address;/u);
    expect(text).toContain('site.sql › letters › body');
  });

  test('tells people who share an identifier apart, and lists the files of all deliveries', () => {
    const [person] = statement.people;
    const other = { ...person!, classes: [] };
    const text = renderStatement(
      {
        ...statement,
        people: [person!, other],
        peopleInAll: 30,
        deliveries: [
          ...statement.deliveries,
          {
            delivery: 2,
            at: '2026-12-01T00:00:00Z',
            files: [{ path: 'late.csv', sha256: '' }],
            skipped: 0,
            partial: [],
          },
        ],
      },
      style,
    );
    expect(text).toMatch(/^Found: 30 people with this e-mail address\n/u);
    expect(text).toContain('They are listed apart');
    expect(text).toContain('The first 2 of 30 are listed.');
    expect(text).toContain('Person 1 of 30\n');
    expect(text).toContain('Person 2 of 30\n');
    expect(text).toContain('Nothing that was recognised as personal data.');
    expect(text).toContain('late.csv · read on 1 December 2026');
  });

  test('says how many places it leaves out', () => {
    const [person] = statement.people;
    const [password] = person!.classes;
    const seen = Array.from({ length: 15 }, (_, i) => ({ ...password!.seen[0]!, table: `users_${i}` }));
    const mentions = Array.from({ length: 14 }, (_, i) => ({
      ...statement.mentions[0]!,
      table: `letters_${i}`,
    }));
    const text = renderStatement(
      { ...statement, people: [{ ...person!, classes: [{ ...password!, seen }] }], mentions },
      style,
    );
    expect(text).toContain('users_11 › pass: 1 row\n    and 3 more\n');
    expect(text).toContain('letters_11 › body\n    and 2 more\n');
  });

  test('of a case without files says so', () => {
    expect(renderStatement({ ...nobody, deliveries: [] }, style)).toMatch(/^No file has been examined/u);
  });

  test('keeps within the width and lets no name steer the terminal, whatever it holds', () => {
    const name = fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom(...hostileNames));
    fc.assert(
      fc.property(
        name,
        name,
        fc.integer({ min: 40, max: 80 }),
        fc.constantFrom('en', 'fr'),
        (a, b, width, language) => {
          const place = { delivery: 1, table: a, column: b, files: [a, b], kinds: [a], rows: 3 };
          const text = renderStatement(
            {
              ...statement,
              name: a,
              people: [
                {
                  by: [b],
                  flags: [],
                  classes: [{ class: b, kinds: [a], seen: [place] }],
                  special: [{ table: a, column: b, category: a }],
                },
              ],
              mentions: [{ delivery: 1, table: a, column: b, files: [b] }],
              deliveries: [
                {
                  delivery: 1,
                  at: b,
                  files: [{ path: a, sha256: '' }],
                  skipped: 2,
                  partial: [{ path: b, note: a }],
                },
              ],
            },
            { language, colour: false, width },
          );
          for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
          expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Bidi_Control}/u);
        },
      ),
    );
  });
});

test('every data class has a French name', () => {
  const same = new Set(['Photos']);
  expect(dataClasses.filter((name) => frenchClass(name) === name && !same.has(name))).toEqual([]);
});

test('what every kind of password is worth is said in French, and its kind is told in French', () => {
  const kinds = validators.filter((entry) => entry.class === 'Passwords').flatMap((entry) => entry.kinds);
  expect(kinds.length).toBeGreaterThan(20);
  for (const kind of kinds) {
    expect(frenchMeaning(passwordMeaning(kind).meaning), kind).not.toBe(null);
    expect(frenchKind(kind)).not.toMatch(/\b(?:or|and|with|salted|unsalted|capitals|signs|bytes)\b/u);
  }
  expect(frenchKind('MD5 with salt in a column beside it')).toBe('MD5 avec sel dans une colonne voisine');
});

test('both languages say the same things', () => {
  const keysOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, inner]) => [key, keysOf(inner)])
      : typeof value;
  expect(keysOf(statementWords.fr)).toEqual(keysOf(statementWords.en));
});
