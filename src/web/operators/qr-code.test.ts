import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

const uri = 'otpauth://totp/Tocsin:ada?issuer=Tocsin&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

test('a code is drawn with a white edge, and says what it is to whoever does not see it', async () => {
  const svg = String(await qrCode(uri, 'Code & more'));
  expect(svg).toContain('aria-label="Code &amp; more"');
  expect(svg).not.toMatch(/style=|<script|href/u);
  const size = Number(/viewBox="0 0 (\d+) /u.exec(svg)![1]);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/gu)].map(([, x, y]) => `${x} ${y}`));
  const isDark = (x: number, y: number) => dark.has(`${x} ${y}`);
  // a finder pattern in three corners, behind four light modules
  for (const [left, top] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    for (let i = 0; i < 7; i++) expect(isDark(left + i, top) && isDark(left, top + i)).toBe(true);
    expect(isDark(left + 1, top + 1)).toBe(false);
    expect(isDark(left + 3, top + 3)).toBe(true);
  }
  for (let i = 0; i < size; i++) expect(isDark(3, i) || isDark(i, 3) || isDark(size - 4, i)).toBe(false);
});
