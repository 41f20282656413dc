import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestGroup, requestGroups } from './request-group.ts';

test.each([
  ['/api/v3/BreachedAccount/somebody@example.org', 200, 'account'],
  ['/api/v3/breachedaccount/range/567159', 200, 'account-range'],
  ['/api/v3/breaches', 200, 'api'],
  ['/range/21BD1', 200, 'passwords'],
  ['/range/search/567159', 200, 'enterprise'],
  ['/enterprise/range/subscribe', 200, 'enterprise'],
  ['/api/private/evaluate', 429, 'private'],
  ['/', 200, 'portal'],
  ['/operators/keys', 403, 'operators'],
  ['/wp-login.php', 404, 'unknown'],
])('%s answered with %i is counted as %s', (path, status, group) => {
  expect(requestGroup(path, status)).toBe(group);
});

test('whatever is asked, the group is one of ours', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 100, max: 599 }), (path, status) => {
      expect(requestGroups).toContain(requestGroup(path, status));
    }),
  );
});
