import { describe, expect, it } from 'vitest';
import { claimConfidence, confidenceOf, logLikelihoodRatio } from './likelihood.ts';

describe('likelihood against chance', () => {
  it('a pass says as much as the test is rare', () => {
    expect(logLikelihoodRatio(1, 1, 0.95, 0.001, -12, 12)).toBeCloseTo(Math.log(950), 5);
    expect(logLikelihoodRatio(1, 1, 0.95, 0.5, -12, 12)).toBeLessThan(1);
  });
  it('a sample that passes at the rate of chance speaks against the class', () => {
    expect(logLikelihoodRatio(30, 100, 0.95, 0.3, -12, 12)).toBe(-12);
  });
  it('no sample says nothing, and no sample says everything', () => {
    expect(logLikelihoodRatio(0, 0, 0.95, 0.1, -12, 12)).toBe(0);
    expect(logLikelihoodRatio(256, 256, 0.95, 0.001, -12, 9)).toBe(9);
    expect(confidenceOf(50, 256)).toBe(0.99);
    expect(confidenceOf(50, 2)).toBe(0.95);
  });
  it('even odds are no claim', () => {
    expect(confidenceOf(0, 100)).toBeLessThan(claimConfidence);
  });
});
