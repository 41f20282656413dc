/*
 * Evidence as log-odds. In: how many sampled values pass, how often true and other values would. Out: log-odds and
 * probabilities. A checksum or a shape is a likelihood, not proof: what counts is how much likelier the sample is if
 * the column holds the class than if it holds something else.
 */

/** What a claim needs. */
export const claimConfidence = 0.6;
/** Prior log-odds that a column holds a given class: of some 25 classes, most columns hold none. */
export const priorLogOdds = -4;
/** How far values that do not pass can pull. */
export const valueFloor = -12;
/** Nothing sampled is ever certain; and two rows can be two accidents. */
const most = 0.99;
const mostOfFew = 0.95;
const fewValues = 3;

/**
 * Log of (likelihood of k passes in n under p1) over (the same under p0), held to `floor` and `ceiling`: values of one
 * column resemble each other, so the hundredth says less than the first.
 */
export function logLikelihoodRatio(
  passed: number,
  sampled: number,
  p1: number,
  p0: number,
  floor: number,
  ceiling: number,
): number {
  if (sampled === 0) return 0;
  const ratio = passed * Math.log(p1 / p0) + (sampled - passed) * Math.log((1 - p1) / (1 - p0));
  return Math.max(floor, Math.min(ceiling, ratio));
}

export function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Log-odds to a probability, rounded to three digits and never certain. */
export function confidenceOf(logOdds: number, sampled: number): number {
  const probability = 1 / (1 + Math.exp(-logOdds));
  return Math.round(Math.min(sampled < fewValues ? mostOfFew : most, probability) * 1000) / 1000;
}
