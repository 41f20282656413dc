import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { createLink, forgetEndedLinks, lookAtLink, takeLink } from './one-time-links.ts';

const hour = 3_600_000;
const now = 50 * 24 * hour;
const made = { purpose: 'statement', body: { address: 'nobody@example.org' }, validMs: hour, now } as const;

forBothEngines((open) => {
  test('looking at a link changes nothing; taking it works once, also for two at the same moment', async () => {
    await using opened = await open();
    await using other = await opened.again();
    const { register } = opened;
    const token = await createLink(register, made);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    const asked = { purpose: 'statement', token, now } as const;
    for (let i = 0; i < 3; i++)
      expect(await lookAtLink(register, asked)).toMatchObject({ state: 'open', body: made.body });
    const taken = await Promise.all([
      takeLink(register, asked),
      takeLink(other, asked),
      takeLink(register, asked),
    ]);
    expect(taken.map(({ state }) => state).toSorted()).toEqual(['open', 'taken', 'taken']);
    expect(await lookAtLink(register, asked)).toEqual({ state: 'taken' });
  });

  test('an altered token, one for something else, and what is no token are unknown alike', async () => {
    await using opened = await open();
    const { register } = opened;
    const token = await createLink(register, made);
    const altered = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const one of [altered, '', 'x', `${token}x`, '\0', 'é'.repeat(43)])
      expect(await takeLink(register, { purpose: 'statement', token: one, now })).toEqual({
        state: 'unknown',
      });
    expect(await takeLink(register, { purpose: 'subscribe', token, now })).toEqual({ state: 'unknown' });
    expect(await takeLink(register, { purpose: 'statement', token, now })).toMatchObject({ state: 'open' });
  });

  test('a link ends, also for a clock that was put back behind its making', async () => {
    await using opened = await open();
    const { register } = opened;
    const token = await createLink(register, made);
    const at = (moment: number) => lookAtLink(register, { purpose: 'statement', token, now: moment });
    expect(await at(now + hour)).toMatchObject({ state: 'open' });
    expect(await at(now + hour + 1)).toEqual({ state: 'ended' });
    expect(await at(now - hour - 1)).toEqual({ state: 'ended' });
    await forgetEndedLinks(register, now + hour + 29 * 24 * hour);
    expect(await at(now + hour + 1)).toEqual({ state: 'ended' });
    await forgetEndedLinks(register, now + hour + 31 * 24 * hour);
    expect(await at(now)).toEqual({ state: 'unknown' });
  });

  test('neither a token nor what a link is about lies in the database, and of a taken one nothing', async () => {
    await using opened = await open();
    const { register } = opened;
    const token = await createLink(register, made);
    const dump = async () => {
      const rows = await register.rows.selectFrom('one_time_link').selectAll().execute();
      return rows
        .map((row) =>
          Object.values(row)
            .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
            .join('|'),
        )
        .join('\n');
    };
    expect(await dump()).not.toMatch(new RegExp(`example|${token}`, 'u'));
    await takeLink(register, { purpose: 'statement', token, now });
    const row = await register.rows.selectFrom('one_time_link').select('sealed').executeTakeFirstOrThrow();
    expect(row.sealed.length).toBe(0);
  });
});
