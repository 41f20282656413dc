/*
 * A breach as it is published, of nobody.
 */
import type { BreachModel } from '../../src/register/index.ts';

export function madeUpModel(name: string, change: Partial<BreachModel> = {}): BreachModel {
  return {
    Name: name,
    Title: 'Made up',
    Domain: 'example.org',
    BreachDate: '2026-11-01',
    AddedDate: '2026-11-20T10:00:00Z',
    ModifiedDate: '2026-11-20T10:00:00Z',
    PwnCount: 1234,
    Description: 'Made up.',
    LogoPath: '',
    Attribution: null,
    DisclosureUrl: null,
    DataClasses: ['Email addresses', 'Names'],
    IsVerified: true,
    IsFabricated: false,
    IsSensitive: false,
    IsRetired: false,
    IsSpamList: false,
    IsMalware: false,
    IsSubscriptionFree: false,
    IsStealerLog: false,
    Controllers: [],
    VendorChain: [],
    ...change,
  };
}
