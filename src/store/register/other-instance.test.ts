import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHome } from '../index.ts';
import { forBothEngines } from './both-engines.fixture.ts';
import { openRegister } from './register-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-other-'));
afterAll(() => rmSync(folder, { recursive: true }));

forBothEngines((open, engine) => {
  test('the instance that made a register opens it again', async () => {
    await using opened = await open();
    await using again = await opened.again();
    expect(await again.rows.selectFrom('owner').selectAll().execute()).toHaveLength(1);
  });

  test.runIf(engine === 'postgres')('another instance is refused: it would find nobody', async () => {
    await using opened = await open();
    await expect(openRegister(openHome(join(folder, 'home')), opened.url)).rejects.toThrow(
      'the register is that of another instance',
    );
  });
});
