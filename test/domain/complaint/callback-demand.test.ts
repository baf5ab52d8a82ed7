import { describe, expect, test } from '@jest/globals';
import { callbackDemand } from '../../../src/domain/complaint/callback-demand.js';
import { decidersOf } from '../../../src/domain/complaint/decider.js';
import { policyOf } from '../../../src/domain/policy/policies.js';

const policy = policyOf('P-08').default;

describe('what the callback of a complaint must be: R-CMP-07, R-CMP-11, R-CMP-13, R-CMP-15, R-CMP-16', () => {
  test.each([
    ['R-CMP-13', 'MAJOR', 'PHONE', 'ALWAYS', null, ['SERVICE_MANAGER', 'ESTATE_MANAGER']],
    ['R-CMP-11', 'IMPORTANT', 'PHONE', 'ALWAYS', 'FACE_TO_FACE', ['STEWARD', 'SERVICE_MANAGER']],
    ['R-CMP-11', 'IMPORTANT', 'LETTER', 'ALWAYS', 'FACE_TO_FACE', ['STEWARD', 'SERVICE_MANAGER']],
    ['R-CMP-16', 'GENERAL', 'VISIT', 'ALWAYS', null, []],
    ['R-CMP-15', 'GENERAL', 'LETTER', 'WRITTEN_REPLY', 'IN_WRITING', []],
    ['R-CMP-07', 'GENERAL', 'PHONE', 'IF_NEEDED', null, []],
  ] as const)('%s, R-CBK-04 · a %s complaint by %s: %s', (_, grade, channel, owed, mode, by) => {
    expect(callbackDemand({ class: grade, channel }, policy)).toEqual({ owed, mode, by });
  });

  test('D-16 · nobody decides about a complaint against the own post', () => {
    expect(decidersOf('SERVICE_DEPARTMENT')).not.toContain('SERVICE_MANAGER');
    expect(decidersOf('ESTATE_MANAGER')).toEqual(['QUALITY_OFFICER']);
    expect(decidersOf('OTHER')).toContain('SERVICE_MANAGER');
  });
});
