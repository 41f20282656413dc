import { describe, expect, test } from 'vitest';
import { textWidth } from '../fit-text.ts';
import { hostileNames } from '../hostile-names.fixture.ts';
import { caseJson } from './case-json.ts';
import type { CasePage } from './case-page.ts';
import { aware, clock, full, page } from './made-up-page.fixture.ts';
import { renderCase, renderCaseEntry } from './render-case.ts';
import { renderIncidents, renderRetention } from './render-incidents.ts';

const style = { language: 'en', colour: false, width: 80 } as const;
const first = (shown: CasePage, language: 'en' | 'fr' = 'en') =>
  renderCase(shown, { ...style, language }).split('\n')[0];

describe('the first line', () => {
  test('is what is due next, and in how long', () => {
    const running = page({ aware }, [clock('gdpr-33-1')]);
    expect(first(running)).toBe(
      'due in 41 h 12 min: tell the authority (GDPR Art. 33(1)) by 2026-11-25 09:30 CET',
    );
    expect(first(running, 'fr')).toBe(
      'reste 41 h 12 min (2026-11-25 09:30 CET) : prévenir l’autorité (RGPD art. 33(1))',
    );
  });

  test('says by how much a duty is overdue, and that what is only advised is advised', () => {
    expect(first(page({ aware }, [clock('nis2-early-warning')]))).toBe(
      'overdue by 6 h 48 min: warn the CSIRT (NIS2 Art. 23(4)(a)); it was due',
    );
    const late = { startedAt: '2026-11-19T08:30:00.000Z' };
    expect(first(page({ aware }, [clock('gdpr-33-2', late)]))).toContain(
      'advised time passed 30 h 48 min ago',
    );
  });

  test('has the one that can still be met under it, where it is overdue', () => {
    const shown = renderCase(page({ aware }, [clock('nis2-early-warning'), clock('gdpr-33-1')]), style);
    expect(shown.split('\n').slice(0, 4)).toEqual([
      'overdue by 6 h 48 min: warn the CSIRT (NIS2 Art. 23(4)(a)); it was due',
      '  2026-11-23 09:30 CET',
      'due in 41 h 12 min: tell the authority (GDPR Art. 33(1)) by 2026-11-25 09:30 CET',
      '',
    ]);
  });

  test('says that a duty without hours is due without undue delay', () => {
    expect(first(page({ aware }, [clock('gdpr-34', { trigger: 'given' })]))).toContain(
      'due without undue delay: tell the people (GDPR Art. 34(1))',
    );
  });

  test('says so where nothing is due, and where no clock can run', () => {
    expect(first(page({ aware }))).toBe('nothing is due');
    expect(first(page())).toBe('no clock runs yet: tocsin case set 2026-bcdfgh --aware TIME');
  });
});

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const texts = ['a', 'x'.repeat(5000), 'many words '.repeat(500), ...hostileNames];

  test.each([40, 80, 300])('no line is wider than %i columns allow, whatever it holds', (width) => {
    for (const text of texts.slice(0, width === 80 ? texts.length : 3))
      for (const line of renderCase(full(text), { language, colour: false, width }).split('\n'))
        expect(textWidth(line)).toBeLessThanOrEqual(Math.min(80, width));
  });

  test('nothing that steers a terminal is printed', () => {
    for (const text of hostileNames)
      expect(renderCase(full(text), { ...style, language })).not.toMatch(/[^\P{C}\n]/u);
  });

  test('a case with much in it is cut, and says so', () => {
    const shown = renderCase(full('Exemple'), { ...style, language });
    expect(shown.split('\n').length).toBeLessThan(320);
    expect(shown.match(language === 'fr' ? /et 18 de plus/gu : /and 18 more/gu)).toHaveLength(5);
  });
});

test('a case with nothing in it is told in a few lines', () => {
  expect(renderCase(page(), style)).toMatchInlineSnapshot(`
    "no clock runs yet: tocsin case set 2026-bcdfgh --aware TIME

    2026-bcdfgh · open since 2026-11-22
    What           not said yet
    Happened       not said yet
    Found          not said yet
    Aware          not said yet
    We are         the controller

    People
      Nothing examined yet: tocsin examine PATH --case 2026-bcdfgh

    Evidence
      None taken yet.

    Deadlines
      No clock was started.
    "
  `);
  expect(renderCase(page(), { ...style, language: 'fr' })).toMatchInlineSnapshot(`
    "aucun délai ne court : tocsin case set 2026-bcdfgh --aware HEURE

    2026-bcdfgh · ouvert depuis le 2026-11-22
    Objet          pas encore dit
    Survenu        pas encore dit
    Découvert      pas encore dit
    Connu          pas encore dit
    Nous sommes    le responsable du traitement

    Personnes
      Rien n’a encore été examiné : tocsin examine CHEMIN --case 2026-bcdfgh

    Pièces
      Aucune pour l’instant.

    Échéances
      Aucun délai n’a été lancé.
    "
  `);
});

test('people, controllers and reachability', () => {
  const shown = page({
    name: 'Pôle emploi',
    aware,
    deliveries: [{ delivery: 1, at: aware.at, skipped: 1, inputs: [{ path: 'a', sha256: '', bytes: 1 }] }],
    people: { count: 1588, min: 1587, max: 1591 },
    classes: [{ class: 'Names', people: 1588 }],
    controllers: [{ name: 'Banque A', people: 900, classes: [{ class: 'Names', people: 900 }] }],
    unassigned: { people: 688 },
    reachability: { people: 1588, byEmail: 0, byPost: 12, byPhone: 0, unreachable: 1576, controllers: [] },
    outdated: ['split'],
  });
  expect(renderCase(shown, style)).toMatchInlineSnapshot(`
    "nothing is due

    2026-bcdfgh · Pôle emploi · open since 2026-11-22
    What           not said yet
    Happened       not said yet
    Found          not said yet
    Aware          2026-11-22 09:30 CET
    We are         the controller

    People
      1,588 people, between 1,587 and 1,591
        Names                                               1,588

    Controllers
      The split is older than the last delivery: run tocsin split again.
      Banque A                                                900
        Names                                                 900
      of no controller                                        688

    Can be reached
                             people   by e-mail     by post    by phone  by nothing
      in all                  1,588           0          12           0       1,576

    Evidence
      None taken yet.

    Deliveries
      1  2026-11-22 09:30 CET · 1 file · 1 place not read as rows

    Deadlines
      No clock was started.
    "
  `);
  expect(renderCaseEntry(shown, style)).toMatchInlineSnapshot(`
    "2026-bcdfgh · Pôle emploi · open since 2026-11-22
      1,588 people, between 1,587 and 1,591
      nothing is due
    "
  `);
});

test('the document says what the page says, its duties in English', () => {
  const shown = page({ aware }, [clock('gdpr-33-1'), clock('nis2-notification')]);
  const json = JSON.parse(JSON.stringify(caseJson(shown))) as Record<string, never>;
  expect(json['next']).toMatchObject({
    id: 'gdpr-33-1',
    regime: 'gdpr',
    article: 'GDPR Art. 33(1)',
    duty: 'tell the authority',
    dueAt: '2026-11-25T08:30:00.000Z',
    state: 'running',
  });
  expect(json['waiting']).toMatchObject([{ rule: 'nis2-final', duty: 'send the final report' }]);
  expect(Object.keys(json)).toEqual(
    expect.arrayContaining(['case', 'people', 'classes', 'controllers', 'reachability']),
  );
});

test('the lists of incidents and of days to keep fit a terminal', () => {
  const incident = {
    ...page(),
    closedAt: null,
    awareAt: aware.at,
    people: { count: 2, min: 1, max: 3 },
    organisations: [{ part: 'controller' as const, name: 'x'.repeat(300) }],
    duties: [{ rule: 'gdpr-33-1', startedAt: aware.at, metAt: null, stoppedWhy: 'y '.repeat(300) }],
  };
  const lists = [
    renderIncidents([incident, incident], { colour: false, width: 80 }),
    renderRetention([{ case: 'a', name: 'z'.repeat(300), destroyAfter: '2026-11-22', isDue: true }], {
      colour: false,
      width: 80,
    }),
  ];
  for (const line of lists.flatMap((list) => list.split('\n')))
    expect(textWidth(line)).toBeLessThanOrEqual(80);
});
