import { expect, test } from '@jest/globals';
import { lapsesWithTicket } from '../../../src/domain/obligation/lapses-with-ticket.js';

test.each([
  ['OPEN', 'RECORDED', ['CALLBACK']],
  ['IN_PROGRESS', 'ACCEPTED', ['CALLBACK']],
  ['RESOLVED', 'RETURNED', ['DEVELOPER_PART']],
  ['CLOSED', 'CLOSED', ['CALLBACK', 'COMPLAINT_REPLY', 'DEVELOPER_PART']],
  ['CLOSED', 'EXPLAINED', ['CALLBACK', 'COMPLAINT_REPLY', 'DEVELOPER_PART', 'JUDGEMENT']],
  ['CANCELLED', 'CANCELLED', ['CALLBACK', 'COMPLAINT_REPLY', 'DEVELOPER_PART', 'JUDGEMENT']],
] as const)('R-CMP-24, D-06 · of a ticket %s in %s these are no longer owed: %j', (phase, stage, kinds) => {
  expect(lapsesWithTicket({ phase, stage })).toEqual(kinds);
});
