import { expect, test } from 'vitest';
import { checkBreachName, descriptionHtml, factsOfModel } from './breach-request.ts';

test.each(['MichaelPage', 'A', 'X2', 'POLEEMPLOI'])('%s is a name', (name) => {
  expect(checkBreachName(name)).toBe(name);
});

test.each(['', 'michaelPage', 'Michael Page', 'Michael-Page', 'É', '2Page', 'A'.repeat(101), 'A\n'])(
  '%j is no name',
  (name) => {
    expect(() => checkBreachName(name)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  },
);

test.each([
  ['example.com', 'example.com'],
  [' Www.Example.ORG ', 'www.example.org'],
  ['', ''],
  ['pôle-emploi.example', 'pôle-emploi.example'],
])('the domain %j is %j', (domain, stored) => {
  expect(factsOfModel({ domain })).toEqual({ Domain: stored });
});

test.each([
  'https://example.com',
  'example',
  'a..example',
  '-a.example',
  'a b.example',
  'example.com/x',
  `${'a'.repeat(64)}.example`,
])('%j is no domain', (domain) => {
  expect(() => factsOfModel({ domain })).toThrow(expect.objectContaining({ code: 'USAGE' }));
});

test.each(['2023-02-29', '2023-13-01', '1.6.2023', '2023-6-1', 'yesterday'])('%j is no day', (date) => {
  expect(() => factsOfModel({ date })).toThrow(expect.objectContaining({ code: 'USAGE' }));
});

test('only what was said is in the result, and "" takes away', () => {
  expect(factsOfModel({})).toEqual({});
  expect(factsOfModel({ attribution: ' ', disclosureUrl: '', logo: '' })).toEqual({
    Attribution: null,
    DisclosureUrl: null,
    LogoPath: '',
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', '/logo.png', 'https://user@example.com/'])(
  '%j is no address of the web',
  (logo) => {
    expect(() => factsOfModel({ logo })).toThrow(expect.objectContaining({ code: 'USAGE' }));
  },
);

test('a description says the same as HTML, and nothing of it is markup', () => {
  expect(descriptionHtml(`a <script>"x" & 'y'</script>`)).toBe(
    'a &lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;',
  );
  expect(descriptionHtml('one\ntwo\n\nthree')).toBe('<p>one<br>two</p><p>three</p>');
  expect(descriptionHtml('')).toBe('');
});

test('a date that is said is known', () => {
  expect(factsOfModel({ date: '2023-06-01' })).toEqual({ BreachDate: '2023-06-01', BreachDateKnown: true });
});
