import { expect, test } from '@jest/globals';
import { isLastResort, toldChain, type ToldCandidate } from '../../../src/domain/duty/told-chain.js';

const candidate = (by: ToldCandidate['by'], staffId: string): ToldCandidate => ({ by, staffId });

test.each<[string, ToldCandidate[], string[], boolean]>([
  ['nobody', [], [], true],
  [
    'the roster before the role, the role before the manager',
    [candidate('ESTATE_MANAGER', 'm'), candidate('ESTATE_ROLE', 'r'), candidate('ROSTER', 'd')],
    ['ROSTER d', 'ESTATE_ROLE r', 'ESTATE_MANAGER m'],
    false,
  ],
  [
    'the estate before the company',
    [candidate('COMPANY_ROSTER', 'c'), candidate('GROUP_ROLE', 'g'), candidate('ROSTER', 'e')],
    ['ROSTER e', 'COMPANY_ROSTER c', 'GROUP_ROLE g'],
    false,
  ],
  [
    'each person once, at the first place',
    [candidate('ROSTER', 'a'), candidate('ESTATE_ROLE', 'a'), candidate('ESTATE_ROLE', 'b')],
    ['ROSTER a', 'ESTATE_ROLE b'],
    false,
  ],
  ['several on duty together', [candidate('ROSTER', 'a'), candidate('ROSTER', 'b')], ['ROSTER a,b'], false],
  ['head, then deputy', [candidate('DEPUTY', 'd'), candidate('HEAD', 'h')], ['HEAD h', 'DEPUTY d'], false],
  ['the manager as the last resort', [candidate('ESTATE_MANAGER', 'm')], ['ESTATE_MANAGER m'], true],
  ['the administrator behind the manager', [candidate('COMPANY_ADMIN', 'x')], ['COMPANY_ADMIN x'], true],
])('D-11 · who is told is looked up from the estate upwards: %s', (_, candidates, links, last) => {
  const chain = toldChain(candidates);
  expect(chain.map(({ by, staffIds }) => `${by} ${staffIds.join()}`)).toEqual(links);
  expect(isLastResort(chain)).toBe(last);
});
