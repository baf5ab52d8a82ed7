import { describe, expect, test } from '@jest/globals';
import {
  assertOpenComplaint,
  COMPLAINT_LIFE,
  COMPLAINT_VERBS,
  nextComplaintStage,
} from '../../../src/domain/complaint/complaint-life.js';
import { COMPLAINT_STAGES } from '../../../src/domain/complaint/complaint-stage.js';
import { DomainError } from '../../../src/domain/errors.js';
import { phaseOf } from '../../../src/domain/ticket/lives.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'lodge null': 'RECORDED',
  'assign RECORDED': 'WITH_DEPARTMENT',
  'assign WITH_DEPARTMENT': 'WITH_DEPARTMENT',
  'assign RECTIFIED': 'WITH_DEPARTMENT',
  'assign DEPARTMENT_REPORTED': 'WITH_DEPARTMENT',
  'transfer RECORDED': 'WITH_DEPARTMENT',
  'transfer WITH_DEPARTMENT': 'WITH_DEPARTMENT',
  'handOver RECORDED': 'RECORDED',
  'handOver WITH_DEPARTMENT': 'WITH_DEPARTMENT',
  'handOver RECTIFIED': 'RECTIFIED',
  'handOver DEPARTMENT_REPORTED': 'DEPARTMENT_REPORTED',
  'rectify RECORDED': 'RECTIFIED',
  'rectify WITH_DEPARTMENT': 'RECTIFIED',
  'reportRectification RECTIFIED': 'DEPARTMENT_REPORTED',
  'reply RECORDED': 'REPLIED',
  'reply WITH_DEPARTMENT': 'REPLIED',
  'reply RECTIFIED': 'REPLIED',
  'reply DEPARTMENT_REPORTED': 'REPLIED',
  'callBack REPLIED': 'CALLED_BACK',
  'callBack CALLED_BACK': 'CALLED_BACK',
  'close REPLIED': 'CLOSED',
  'close CALLED_BACK': 'CLOSED',
  'decline RECORDED': 'EXPLAINED',
  'decline WITH_DEPARTMENT': 'EXPLAINED',
  'reopen REPLIED': 'WITH_DEPARTMENT',
  'reopen CALLED_BACK': 'WITH_DEPARTMENT',
  'cancel RECORDED': 'CANCELLED',
  'cancel WITH_DEPARTMENT': 'CANCELLED',
  'cancel RECTIFIED': 'CANCELLED',
  'cancel DEPARTMENT_REPORTED': 'CANCELLED',
};

const refusalOf = (deed: () => unknown): DomainError => {
  try {
    deed();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('It was not refused.');
};

describe('the life of a complaint', () => {
  for (const verb of COMPLAINT_VERBS)
    for (const stage of [null, ...COMPLAINT_STAGES]) {
      const to = ALLOWED[`${verb} ${String(stage)}`];
      if (to)
        test(`R-CMP-04 · ${verb} leads from ${String(stage)} to ${to}`, () =>
          expect(nextComplaintStage(verb, stage)).toBe(to));
      else
        test(`R-CMP-04 · ${verb} is refused in ${String(stage)}, with what is allowed there`, () => {
          const { code, facts } = refusalOf(() => nextComplaintStage(verb, stage));
          const allowed = Object.keys(ALLOWED).flatMap((step) =>
            step.endsWith(` ${String(stage)}`) ? [step.split(' ')[0]] : [],
          );
          const rule = COMPLAINT_LIFE.find((step) => step.verb === verb)?.rule;
          expect({ code, facts }).toEqual({ code: 'RULE_REFUSED', facts: { rule, stage, verb, allowed } });
        });
    }

  test.each(COMPLAINT_STAGES.map((stage) => [stage]))(
    'D-01 · what leaves the stage is taken while %s is open',
    (stage) => {
      const ended = ['CLOSED', 'CANCELLED'].includes(phaseOf('COMPLAINT', stage));
      const deed = (): void => assertOpenComplaint(stage, { verb: 'replyInterim', rule: 'D-01' });
      if (ended) expect(refusalOf(deed).facts).toMatchObject({ rule: 'D-01', stage, allowed: [] });
      else expect(deed).not.toThrow();
    },
  );
});
