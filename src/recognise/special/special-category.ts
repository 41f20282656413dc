/*
 * The kinds of data whose leak harms more: the special categories of GDPR Art. 9, convictions (Art. 10), and social
 * assistance, which national law and ENISA's method treat alike. In: nothing. Out: the categories. A column is flagged
 * for somebody to look at, with the reason; nothing here asserts that a person has, believes or did anything.
 */

export const specialCategories = {
  health: { article: '9', label: 'health' },
  disability: { article: '9', label: 'disability' },
  religion: { article: '9', label: 'religion or belief' },
  union: { article: '9', label: 'trade union membership' },
  politics: { article: '9', label: 'political opinion' },
  orientation: { article: '9', label: 'sex life or sexual orientation' },
  origin: { article: '9', label: 'racial or ethnic origin' },
  biometrics: { article: '9', label: 'biometric or genetic data' },
  convictions: { article: '10', label: 'convictions and offences' },
  assistance: { article: 'national', label: 'social assistance' },
} as const satisfies Record<string, { article: SpecialArticle; label: string }>;

/** Of the GDPR; 'national': what the law of a country or ENISA's method adds. */
export type SpecialArticle = '9' | '10' | 'national';

export type SpecialCategory = keyof typeof specialCategories;

export interface SpecialFlag {
  /** Index in the table. */
  column: number;
  category: SpecialCategory;
  /** Why the column should be looked at, in words; no value of the leak but terms of our own lists, counted. */
  reason: string;
}
