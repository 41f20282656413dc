import { describe, expect, it } from 'vitest';
import { bombBytes, bombRatio, createRatioGuard } from './ratio-guard.ts';

describe('what is unpacked', () => {
  it('may be any amount of what packs as text does', () => {
    const guard = createRatioGuard(() => 1e9);
    expect(() => guard.add(bombRatio * 1e9)).not.toThrow();
  });

  it('may be out of all proportion while it is little', () => {
    const guard = createRatioGuard(() => 1);
    expect(() => guard.add(bombBytes)).not.toThrow();
  });

  it('is refused once it is both, and from then on', () => {
    const guard = createRatioGuard(() => 1000);
    guard.add(bombBytes);
    expect(() => guard.add(1)).toThrow('made to fill disks');
    expect(() => guard.add(0)).toThrow('made to fill disks');
  });
});
