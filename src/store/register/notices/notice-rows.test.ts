// Notices in the register: known only when loaded whole, gone with all that hangs on them.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { forBothEngines } from '../both-engines.fixture.ts';
import { addNoticeReferences, referenceKeyBytes, removeNotice } from './notice-references.ts';
import {
  beginNotice,
  noticesOfCase,
  noticesOfReference,
  noticeTexts,
  presentNotice,
  publishedNotices,
  putNoticeTexts,
} from './notice-rows.ts';

const ofPlan = (plan: number, name = 'a') => ({
  caseId: 'c1',
  plan,
  controllerKey: Buffer.alloc(16, name),
  sealed: Buffer.from(`sealed ${plan}`),
});

function sortedKeys(count: number): { keys: Buffer; all: Buffer[] } {
  const all = Array.from({ length: count }, () => randomBytes(referenceKeyBytes)).sort((a, b) =>
    a.compare(b),
  );
  return { keys: Buffer.concat(all), all };
}

forBothEngines((open) => {
  test('a reference leads to its notice once that is known, and not while it is loaded', async () => {
    await using opened = await open();
    const { register } = opened;
    const { rows } = register;
    const notice = await beginNotice(register, ofPlan(1));
    expect(await beginNotice(register, ofPlan(1))).toBe(notice);
    const { keys, all } = sortedKeys(70_001);
    const shares: number[] = [];
    await addNoticeReferences(register, notice, keys, { onShare: (share) => shares.push(share) });
    expect(await noticesOfReference(rows, all[5]!)).toEqual([]);
    // once more, as after a kill: nothing comes twice
    await addNoticeReferences(register, notice, keys);
    await presentNotice(register, notice, {
      sealed: Buffer.from('known'),
      references: all.length,
      knownAt: 7,
    });
    for (const key of [all[0]!, all[49_999]!, all[50_000]!, all.at(-1)!])
      expect(await noticesOfReference(rows, key)).toEqual([
        {
          ...ofPlan(1),
          notice,
          sealed: Buffer.from('known'),
          state: 'known',
          references: 70_001,
          knownAt: 7,
        },
      ]);
    expect(await noticesOfReference(rows, randomBytes(referenceKeyBytes))).toEqual([]);
    expect(shares.at(-1)).toBe(1);
    const counted = await rows
      .selectFrom('case_notice_reference')
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow();
    expect(counted.all).toBe(70_001);
  });

  test('a notice goes with its references and texts, and others keep theirs', async () => {
    await using opened = await open();
    const { register } = opened;
    const { rows } = register;
    const { keys, all } = sortedKeys(600);
    const [gone, kept] = [
      await beginNotice(register, ofPlan(1)),
      await beginNotice(register, ofPlan(1, 'b')),
    ];
    for (const notice of [gone, kept]) {
      await addNoticeReferences(register, notice, keys);
      await putNoticeTexts(register, notice, [{ number: 1, language: 'en', body: '{}' }]);
      await presentNotice(register, notice, { sealed: Buffer.of(1), references: 600, knownAt: 1 });
    }
    expect((await noticesOfReference(rows, all[9]!)).map(({ notice }) => notice)).toEqual([gone, kept]);
    await removeNotice(register, gone);
    for (const key of [all[0]!, all[300]!, all[599]!])
      expect((await noticesOfReference(rows, key)).map(({ notice }) => notice)).toEqual([kept]);
    expect((await noticesOfCase(rows, 'c1')).map(({ notice }) => notice)).toEqual([kept]);
    expect(await noticeTexts(rows, gone)).toEqual([]);
    const left = await rows
      .selectFrom('case_notice_reference')
      .select('case_notice_reference.notice')
      .where('case_notice_reference.notice', '=', gone)
      .execute();
    expect(left).toEqual([]);
  });

  test('texts are public for a known notice only, and new ones take the place of the old', async () => {
    await using opened = await open();
    const { register } = opened;
    const notice = await beginNotice(register, ofPlan(1));
    const texts = [1, 2].map((number) => ({ number, language: 'fr', body: `{"n":${number}}` }));
    await putNoticeTexts(register, notice, texts);
    expect(await publishedNotices(register.rows)).toEqual([]);
    expect(await noticeTexts(register.rows, notice)).toEqual([]);
    await presentNotice(register, notice, { sealed: Buffer.of(1), references: 0, knownAt: 1 });
    expect(await noticeTexts(register.rows, notice)).toEqual(texts.map((text) => ({ notice, ...text })));
    await putNoticeTexts(register, notice, texts.slice(1));
    expect((await noticeTexts(register.rows, notice)).map(({ number }) => number)).toEqual([2]);
    expect((await publishedNotices(register.rows)).map((row) => row.notice)).toEqual([notice]);
  });
});
