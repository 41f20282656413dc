import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishLetters } from '../text/english-letters.fixture.ts';
import { frenchLetters } from '../text/french-letters.fixture.ts';
import { germanLetters } from '../text/german-letters.fixture.ts';
import { hardNegatives } from '../text/hard-negatives.fixture.ts';
import { nir, spaced } from '../text/letter.fixture.ts';
import { validators } from '../validators.ts';
import { freshLetters } from './fresh-letters.fixture.ts';
import { numbersOfNobody } from './numbers-of-nobody.fixture.ts';
import { scanText } from './scan-text.ts';

const today = 2026_11_22;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `phone=06 39 98 12 34`, in the order in which they are found. */
function finds(text: string, from = 0, until?: number): string[] {
  const bytes = encoder.encode(text);
  const found: string[] = [];
  scanText(
    bytes,
    from,
    until ?? bytes.length,
    (validator, start, end) =>
      found.push(`${validators[validator]!.name}=${decoder.decode(bytes.subarray(start, end))}`),
    today,
  );
  return found;
}

describe('telephone numbers', () => {
  it.each([
    ['Appelez-moi au 06 39 98 12 34.', ['06 39 98 12 34']],
    ['01.99.00.12.12 ou 03-53-01-92-27', ['01.99.00.12.12', '03-53-01-92-27']],
    [
      '+33 (0)6 39 98 12 34, +33639981236, 0033639981237',
      ['+33 (0)6 39 98 12 34', '+33639981236', '0033639981237'],
    ],
    ['portable 0639981235', ['0639981235']],
    ['0639981235', ['0639981235']],
    ['call (217) 555-0142, 217-555-0143 or 217.555.0144', ['(217) 555-0142', '217-555-0143', '217.555.0144']],
    ['desk: 217.555.0144x751', ['217.555.0144']],
    ['07700 900123, 0113 496 0199, +44 7700 900124', ['07700 900123', '0113 496 0199', '+44 7700 900124']],
    ['0171/5550123, 030-12345678, Telefon 0711 555 0144', ['0171/5550123', '030-12345678', '0711 555 0144']],
    ['0475 12 34 56, 02 123 45 67, +32 475 12 34 56', ['0475 12 34 56', '02 123 45 67', '+32 475 12 34 56']],
    ['079 123 45 67, +41 79 123 45 67', ['079 123 45 67', '+41 79 123 45 67']],
    ['06-12345678 of 020-1234567', ['06-12345678', '020-1234567']],
    ['612 34 56 78 es mi móvil; móvil: 612 34 56 78', ['612 34 56 78']],
    ['69 987 88 37 office', ['69 987 88 37']],
    ['06 39 98 12 34 75011 Paris', ['06 39 98 12 34']],
    ['06 39 98 12 34 / 06 39 98 12 35', ['06 39 98 12 34', '06 39 98 12 35']],
    [
      '06&nbsp;39&nbsp;98&nbsp;12&nbsp;34, tél 06\u00a039\u00a098\u00a012\u00a035',
      ['06&nbsp;39&nbsp;98&nbsp;12&nbsp;34', '06\u00a039\u00a098\u00a012\u00a035'],
    ],
    ['merci\\n06 39 98 12 34\\r\\nNora', ['06 39 98 12 34']],
  ])('in %j', (text, numbers) => {
    expect(finds(text)).toEqual(numbers.map((number) => `phone=${number}`));
  });
});

describe('numbers of people and of their accounts', () => {
  const number = nir('2950378006084');
  it.each([
    [`NIR : ${spaced(number)}`, `nir=${spaced(number)}`],
    [`mon numéro, ${spaced(number)}, et voilà`, `nir=${spaced(number)}`],
    [`n° de sécu ${number}`, `nir=${number}`],
    [`n° de sécurité sociale : ${nir('185122A004123')}`, `nir=${nir('185122A004123')}`],
    ['IBAN FR14 2004 1010 0505 0001 3M02 606', 'iban=FR14 2004 1010 0505 0001 3M02 606'],
    ['pay to GB82 WEST 1234 5698 7654 32 today', 'iban=GB82 WEST 1234 5698 7654 32'],
    ['DE89370400440532013000', 'iban=DE89370400440532013000'],
    ['visa 4111 1111 1111 1111', 'card=4111 1111 1111 1111'],
    ['4111111111111111', 'card=4111111111111111'],
    ['SSN: 536-90-4399', 'ssn=536-90-4399'],
    ['BSN 111222333', 'bsn=111222333'],
    ['NINO AB 12 34 56 C', 'nino=AB 12 34 56 C'],
    ['PESEL 44051401359', 'pesel=44051401359'],
    ['codice fiscale RSSMRA85T10A562S', 'codiceFiscale=RSSMRA85T10A562S'],
    ['RSSMRA85T10A562S', 'codiceFiscale=RSSMRA85T10A562S'],
    ['756.9217.0769.85', 'ahv=756.9217.0769.85'],
    ['connected from 192.0.2.14', 'ipAddress=192.0.2.14'],
  ])('in %j', (text, found) => {
    expect(finds(text)).toEqual([found]);
  });

  it('digits in one run are a NIR only where they are called one', () => {
    expect(finds(`dossier ${number}`)).toEqual([]);
    expect(finds(`colis n° ${number}`)).toEqual([]);
  });
});

describe('dates of birth', () => {
  it.each([
    ['né le 12/03/1985 à Lyon', '12/03/1985'],
    ['né(e) le 12/03/1985', '12/03/1985'],
    ['n&eacute;e le 12.03.1985', '12.03.1985'],
    ['Date de naissance :\n12/03/1985', '12/03/1985'],
    ['Date de naissance :\\n12/03/1985', '12/03/1985'],
    ['ma date de naissance est le 1er avril 1990', '1er avril 1990'],
    ['born on March 12th, 1985 in Leeds', 'March 12th, 1985'],
    ['date of birth: 1985-03-12', '1985-03-12'],
    ['geb. 12.03.1985', '12.03.1985'],
    ['geboren am 12. März 1985', '12. März 1985'],
  ])('in %j', (text, date) => {
    expect(finds(text)).toEqual([`birthDate=${date}`]);
  });

  it.each([
    'le 12/03/1985',
    'Lyon, le 3 mars 2024',
    'née le 12/03/2031',
    'order of 12/03/1985',
    '2016-03-01 12:00:00',
  ])('not in %j', (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe('postal addresses', () => {
  it.each([
    ['J’habite 12 rue des Tanneurs, 75011 Paris', '12 rue des Tanneurs'],
    ['12 bis, avenue du Lac\n69003 LYON', '12 bis, avenue du Lac'],
    ['14 Orchard Lane, Springfield, IL 62704', '14 Orchard Lane'],
    ['Lindenstraße 12, 70565 Stuttgart', 'Lindenstraße 12'],
    ['Kerkstraat 12\n1017 GC Amsterdam', 'Kerkstraat 12'],
    ['via Roma 4, 20121 Milano', 'via Roma 4'],
  ])('in %j', (text, street) => {
    expect(finds(text)).toEqual([`streetAddress=${street}`]);
  });

  it.each([
    '12 rue des Tanneurs',
    '75011 Paris',
    'la rue est longue, 75011 Paris',
    '3000 visitors in 2024 Paris',
  ])('not in %j', (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe('what is nobody’s', () => {
  it.each(numbersOfNobody)('%s', (text) => {
    expect(finds(text)).toEqual([]);
  });
});

describe('letters written after the rules', () => {
  it('hold what was found in them, but for a card of ten equal digits', () => {
    const missed = freshLetters.flatMap(({ text, finds: wanted }) => {
      const found = finds(text);
      expect(found.filter((one) => !wanted.includes(one))).toEqual([]);
      return wanted.filter((one) => !found.includes(one));
    });
    expect(missed).toEqual(['card=5500 0055 5555 5559']);
  });
});

describe('whatever the text', () => {
  const texts = [...frenchLetters, ...englishLetters, ...germanLetters, ...hardNegatives].map(
    ({ text }) => text,
  );

  it('finds lie in their span, in order of the digits, none over another', () => {
    for (const text of texts) {
      const bytes = encoder.encode(text);
      const ends: number[] = [];
      scanText(bytes, 0, bytes.length, (validator, start, end) => {
        if (validators[validator]!.name === 'email') return;
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(ends.at(-1) ?? 0);
        ends.push(end);
      });
      expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(bytes.length);
    }
  });

  it('where a text lies in memory makes no difference', () => {
    for (const text of texts) {
      const alone = finds(text);
      for (let shift = 1; shift <= 5; shift++) expect(finds(`${' '.repeat(shift)}${text}`)).toEqual(alone);
    }
  });

  it('what stands beside the span is not read', () => {
    for (const text of ['06 39 98 12 34', 'FR14 2004 1010 0505 0001 3M02 606', 'né le 12/03/1985']) {
      const bytes = encoder.encode(`né le tel ${text}${'1'.repeat(20)}`);
      const from = encoder.encode('né le tel ').length;
      const found: number[] = [];
      scanText(
        bytes,
        from,
        from + encoder.encode(text).length,
        (_, start, end) => found.push(start, end),
        today,
      );
      for (const at of found) {
        expect(at).toBeGreaterThanOrEqual(from);
        expect(at).toBeLessThanOrEqual(bytes.length - 20);
      }
    }
  });

  it('any bytes are read without a fault', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          '06 39 98',
          ' 12 34',
          'FR14 2004',
          'né le ',
          '12/03/1985',
          '+33',
          '75011 Paris',
          '12 rue ',
          '\\n',
          '(0)',
          '@',
          '4111 1111',
          ' 1 ',
          'é',
          '&nbsp;',
        )
        .map((text) => encoder.encode(text)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flatMap((part) => [...part]));
        scanText(bytes, 0, bytes.length, (_, start, end) => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(bytes.length);
        });
      }),
      { numRuns: 500, seed: 20_261_122 },
    );
  });
});

describe('hostile text', () => {
  /** Work that grows with its square would run into the limit of any test. */
  const size = 600_000;
  it.each([
    '1',
    '1 ',
    '1-',
    '1--',
    '0',
    '06 ',
    '+',
    '+3',
    'a1',
    'A1',
    'AA1',
    'FR14',
    'FR14 ',
    '75011 A',
    '12 rue 75011 P',
    'né le ',
    '1985',
    '12/03/1985 ',
    '1.',
    '(0)',
    '\\n1',
    '\u00a01',
    '&nbsp;1',
  ])('%j over and over is read at once', (piece) => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    expect(() => finds(text)).not.toThrow();
  });
});
