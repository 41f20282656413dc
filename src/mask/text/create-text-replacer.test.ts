import { gunzipSync, gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ByteSink } from '../byte-sink.ts';
import { masked, people, textReplacer } from './text.fixture.ts';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');

describe('letters', () => {
  test('a letter still reads, with other people in it', () => {
    expect(
      masked(
        'Madame, Monsieur,\n\nJe vous adresse ma candidature. Joignable au 06 39 98 12 34 ou à helene.q@example.com.\n\nCordialement,\nHélène QUELLMONT',
      ),
    ).toBe(
      'Madame, Monsieur,\n\nJe vous adresse ma candidature. Joignable au 17 40 09 23 45 ou à x.tag@example.org.\n\nCordialement,\nXa Yvrandel',
    );
  });

  test('a real last name goes alone where it has a capital, a first name only beside one', () => {
    expect(masked('Le dossier Quellmont est clos.')).toBe('Le dossier Yvrandel est clos.');
    expect(masked('Nora est une ville, Bonjour Nora aussi')).toBe('Nora est une ville, Bonjour Xa aussi');
    expect(masked('le mot obrasse est écrit petit, Oui')).toBe('le mot obrasse est écrit petit, Oui');
  });

  test('full names go in either order, in any case, without accents, over little words', () => {
    expect(masked('vu avec QUELLMONT HELENE hier')).toBe('vu avec Yvrandel Xa hier');
    expect(masked('Vu avec treguidon nora hier')).toBe('Vu avec Yvrandel Xa hier');
    expect(masked('Vu avec Nora de Tréguidon')).toBe('Vu avec Xa de Yvrandel');
    expect(masked('He\u0301le\u0300ne-Quellmont')).toBe('Xa-Yvrandel');
    expect(masked('helene quellmont')).toBe('Xa Yvrandel');
  });

  test('what follows a title or a first name is a name, known or not', () => {
    expect(masked('Reçu par Mme Varquin ce jour')).toBe('Reçu par Mme Yvrandel ce jour');
    expect(masked('avec Philippe Varquin, absent')).toBe('avec Xa Yvrandel, absent');
    expect(masked("Je m'appelle Lorvane Varquin.")).toBe("Je m'appelle Xa Yvrandel.");
  });

  test('after a title a whole name goes that nobody of the source has, over particles and hyphens', () => {
    expect(masked('Madame Lorvane Varquin\n')).toBe('Madame Xa Yvrandel\n');
    expect(masked('le docteur Anne Le Varquin, ici')).toBe('le docteur Xa Le Yvrandel, ici');
    expect(masked('M. Philippe Hadj-Varquin')).toBe('M. Xa Yvrandel-Yvrandel');
    expect(masked('Mme Varquin. Voici le dossier')).toBe('Mme Yvrandel. Voici le dossier');
  });

  test('the line under the closing of a letter is a name, in HTML too', () => {
    expect(masked('<p>Cordialement,<br>Lorvane Le Varquin</p>')).toBe(
      '<p>Cordialement,<br>Xa Le Yvrandel</p>',
    );
    expect(masked('Cordialement,\r\n\r\nLorvane Varquin\r\n')).toBe('Cordialement,\r\n\r\nXa Yvrandel\r\n');
    expect(masked('<p>A bientôt<br>Philippe</p>')).toBe('<p>A bientôt<br>Xa</p>');
    const service = 'Cordialement,\nVotre service client';
    expect(masked(service)).toBe(service);
  });

  test('postcode and town go with the street before them', () => {
    const there = '(street), 44421 (place)';
    expect(masked('12 rue des Acacias, 33310 Aix-en-Provence')).toBe(there);
    expect(masked('<p>12 rue des Acacias<br>\n33310 La Rochelle\nLe 4')).toBe(
      '<p>(street)<br>\n44421 (place)\nLe 4',
    );
  });

  test('words that are nobody’s stay as they are', () => {
    const text =
      'Madame, Monsieur, la Société Générale de Lyon recrute ; 12 postes, 2016-03-04, 75 % à Paris.';
    expect(masked(text)).toBe(text);
  });
});

describe('statements', () => {
  test('accounts that views and routines run by become the one that loads them', () => {
    expect(masked('/*!50013 DEFINER=`nora.q`@`10.1.2.3` SQL SECURITY DEFINER */')).toBe(
      '/*!50013 DEFINER=CURRENT_USER SQL SECURITY DEFINER */',
    );
    expect(masked("CREATE DEFINER = 'nora'@'%' PROCEDURE p() SELECT 'Nora Quellmont';")).toBe(
      "CREATE DEFINER = CURRENT_USER PROCEDURE p() SELECT 'Xa Yvrandel';",
    );
  });
});

describe('escapes', () => {
  test.each([
    ['H\\u00e9l\\u00e8ne Quellmont', 'Xa Yvrandel'],
    ['H&eacute;l&egrave;ne&nbsp;Quellmont', 'Xa&nbsp;Yvrandel'],
    ['q=H%C3%A9l%C3%A8ne%20Quellmont', 'q=Xa%20Yvrandel'],
    ['mail=helene.q%40example.com&x=1', 'mail=x.tag%40example.org&x=1'],
    ['helene.q&#64;example.com', 'x.tag&#64;example.org'],
    ['helene.q\\u0040example.com', 'x.tag\\u0040example.org'],
    ['vu : H=C3=A9l=C3=A8ne Quellmont', 'vu : Xa Yvrandel'],
    ['une ligne\\r\\nQuellmont H\\u00e9l\\u00e8ne\\r\\n', 'une ligne\\r\\nYvrandel Xa\\r\\n'],
    [
      'dans &amp;quot;H&amp;eacute;l&amp;egrave;ne Quellmont&amp;quot;',
      'dans &amp;quot;Xa Yvrandel&amp;quot;',
    ],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('packed', () => {
  test('JSON stays JSON, and its keys say what values are', () => {
    const text = `{"id": 7, "nom":"Varquin",\n "email":"a.b@example.com","tel":"06 39 98 12 34","note":"vu avec H\\u00e9l\\u00e8ne Quellmont \\/ ok","n":[1,2]}`;
    expect(masked(text)).toBe(
      `{"id": 7, "nom":"Xa Yvrandel",\n "email":"x.tag@example.org","tel":"17 40 09 23 45","note":"vu avec Xa Yvrandel \\/ ok","n":[1,2]}`,
    );
  });

  test('dates of birth, postcodes and towns go where a key says what they are', () => {
    expect(masked('{"birthDate":"1970-05-04","adresse":{"cp":"29200","ville":"Brest"},"zip":29200}')).toBe(
      '{"birthDate":"2081-16-15","adresse":{"cp":"30311","ville":"(place)"},"zip":30311}',
    );
    expect(masked(b64('{"ne":"1970-05-04","x":"y"}'))).toBe(b64('{"ne":"2081-16-15","x":"y"}'));
    expect(masked('{"ne":"pas","updated_date":"1970-05-04"}')).toBe(
      '{"ne":"pas","updated_date":"1970-05-04"}',
    );
    expect(masked('<cp>29200</cp>')).toBe('<cp>30311</cp>');
  });

  test('a number under a key that tells stays a number', () => {
    expect(JSON.parse(masked('{"phone":33639981234,"lastname":"Varquin"}'))).toEqual({
      phone: 44_740_092_345,
      lastname: 'Yvrandel',
    });
  });

  test('JSON in a string of JSON, and JSON among words', () => {
    const text = `journal: ${JSON.stringify({ data: JSON.stringify({ a: 'Hélène Quellmont "dite" H' }) })} fin`;
    const end = masked(text);
    expect(JSON.parse(JSON.parse(end.slice(9, -4)).data)).toEqual({ a: 'Xa Yvrandel "dite" H' });
  });

  test('lengths of serialized strings are right, also of those in others', () => {
    const inner = serialized({ name: 'Hélène Quellmont', email: 'a@example.com' });
    const text = serialized({ membre: 'Nora Tréguidon', data: inner, n: 'rien' });
    const read = unserialized(masked(text));
    expect(read).toMatchObject({ membre: 'Xa Yvrandel', n: 'rien' });
    expect(unserialized(read['data']!)).toEqual({ name: 'Xa Yvrandel', email: 'x.tag@example.org' });
  });

  test('serialized in escapes, in JSON and in base64', () => {
    const text = serialized({ name: 'Hélène Quellmont' });
    expect(unserialized(JSON.parse(masked(JSON.stringify({ d: text }))).d)).toEqual({ name: 'Xa Yvrandel' });
    expect(unserialized(masked(text.replaceAll('"', '\\"')).replaceAll('\\"', '"'))).toEqual({
      name: 'Xa Yvrandel',
    });
    expect(unserialized(Buffer.from(masked(b64(text)), 'base64').toString())).toEqual({
      name: 'Xa Yvrandel',
    });
  });

  test('a session', () => {
    expect(masked('user_id|i:7;user|a:1:{s:5:"email";s:13:"a@example.com";}')).toBe(
      'user_id|i:7;user|a:1:{s:5:"email";s:17:"x.tag@example.org";}',
    );
  });

  test('XML: entities, attributes, CDATA, and elements that tell', () => {
    expect(
      masked('<c><nom>Varquin</nom><prenom>Lorvane</prenom><v email="a.b@example.com" ville="Lyon"/></c>'),
    ).toBe('<c><nom>Varquin</nom><prenom>Xa</prenom><v email="x.tag@example.org" ville="(place)"/></c>');
    expect(masked('<lastname><![CDATA[Varquin]]></lastname><p>H&#233;l&#xE8;ne <b>Quellmont</b></p>')).toBe(
      '<lastname><![CDATA[Yvrandel]]></lastname><p>Xa <b>Yvrandel</b></p>',
    );
  });

  test('base64 of text, in its own writing', () => {
    const text = 'Dossier de Hélène Quellmont, à suivre avec soin';
    expect(Buffer.from(masked(`x ${b64(text)} y`).slice(2, -2), 'base64').toString()).toBe(
      'Dossier de Xa Yvrandel, à suivre avec soin',
    );
    const url = Buffer.from(`${text}??>>`).toString('base64url');
    expect(masked(url)).toMatch(/^[\w-]+$/);
    expect(Buffer.from(masked(url), 'base64url').toString()).toBe(
      'Dossier de Xa Yvrandel, à suivre avec soin??>>',
    );
    const long = `${text}. `.repeat(6);
    const lines = b64(long).replaceAll(/.{76}/g, '$&\r\n');
    const result = masked(lines);
    expect(result.split('\r\n')[0]).toHaveLength(76);
    expect(Buffer.from(result, 'base64').toString()).not.toMatch(/Quellmont/);
  });

  test('a token in three parts', () => {
    const token = ['{"alg":"HS256","typ":"JWT"}', '{"sub":"7","email":"a.b@example.com"}']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
    const [head, body, sign] = masked(`${token}.c2lnbmF0dXJl`).split('.');
    expect(Buffer.from(head!, 'base64url').toString()).toBe('{"alg":"HS256","typ":"JWT"}');
    expect(Buffer.from(body!, 'base64url').toString()).toBe('{"sub":"7","email":"x.tag@example.org"}');
    expect(sign).toBe('c2lnbmF0dXJl');
  });

  test('hexadecimal, UTF-16 in either, and compressed', () => {
    const text = 'Hélène Quellmont';
    expect(masked(`0x${hex(text).toUpperCase()}`)).toBe(`0x${hex('Xa Yvrandel').toUpperCase()}`);
    expect(masked(Buffer.from(text, 'utf16le').toString('hex'))).toBe(
      Buffer.from('Xa Yvrandel', 'utf16le').toString('hex'),
    );
    expect(masked(Buffer.from(text, 'utf16le').toString('base64'))).toBe(
      Buffer.from('Xa Yvrandel', 'utf16le').toString('base64'),
    );
    expect(masked(Buffer.from(text, 'utf16le'))).toBe(Buffer.from('Xa Yvrandel', 'utf16le').toString());
    const packed = masked(gzipSync(text).toString('base64'));
    expect(gunzipSync(Buffer.from(packed, 'base64')).toString()).toBe('Xa Yvrandel');
    expect(masked(text.replaceAll(/./g, (letter) => `\\x${hex(letter).match(/../g)!.join('\\x')}`))).toBe(
      'Xa Yvrandel'.replaceAll(/[^ ]/g, (letter) => `\\x${hex(letter)}`).replace(' ', '\\x20'),
    );
  });
});

describe('properties', () => {
  test('a text without finds stays byte for byte', () => {
    const none = fc.string({ unit: fc.constantFrom(...'abcdegh \n,;.!?éà{}[]()"\\%&=<>:'), maxLength: 300 });
    fc.assert(
      fc.property(none, (text) => {
        expect(masked(text)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('hostile nesting ends in linear time, and as text', () => {
    for (const piece of [
      '[[',
      '{"a":',
      'a:1:{s:1:"',
      '["',
      '<a ',
      '%25',
      '&amp;',
      '\\\\',
      's:9:"',
      '="',
      'QUJD',
    ])
      expect(masked(piece.repeat(20_000))).toBe(piece.repeat(20_000));
  });

  test('a name is found wherever a text is cut around it', () => {
    const around = fc.string({ unit: fc.constantFrom(...' \n,;.()"{}[]<>:|'), maxLength: 12 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(masked(`${before} Hélène Quellmont ${after}`)).toBe(`${before} Xa Yvrandel ${after}`);
      }),
    );
  });
});

function serialized(record: Record<string, string>): string {
  const string = (text: string): string => `s:${Buffer.byteLength(text)}:"${text}";`;
  const pairs = Object.entries(record);
  return `a:${pairs.length}:{${pairs.map(([key, value]) => string(key) + string(value)).join('')}}`;
}

/** Believes every length. */
function unserialized(text: string): Record<string, string> {
  const bytes = Buffer.from(text);
  const record: Record<string, string> = {};
  let at = bytes.indexOf('{') + 1;
  const string = (): string => {
    const colon = bytes.indexOf(':', at + 2);
    const from = colon + 2;
    const to = from + Number(bytes.toString('utf8', at + 2, colon));
    expect(bytes.toString('utf8', to, to + 2)).toBe('";');
    at = to + 2;
    return bytes.toString('utf8', from, to);
  };
  while (bytes[at] !== 125) {
    const key = string();
    record[key] = string();
  }
  return record;
}

test('people of the fixture are invented', () => {
  expect(people.lastName).toHaveLength(3);
});

describe('room', () => {
  const wordy = (text: string, room: number): number => {
    const bytes = new TextEncoder().encode(text);
    const out = new ByteSink();
    expect(textReplacer(people).replace(bytes, 0, bytes.length, out, room)).toBe(true);
    return new TextDecoder().decode(out.take()).length;
  };

  test('a text never outgrows its column because of a longer name', () => {
    const text = 'Vu : a@b.fr, Nora Obrasse';
    expect(wordy(text, 1000)).toBeGreaterThan(text.length);
    expect(wordy(text, text.length)).toBeLessThanOrEqual(text.length);
  });
});
