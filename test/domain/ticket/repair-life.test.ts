import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { phaseOf } from '../../../src/domain/ticket/lives.js';
import { nextStage, REPAIR_LIFE, REPAIR_VERBS } from '../../../src/domain/ticket/repair-life.js';
import { REPAIR_STAGES } from '../../../src/domain/ticket/repair-stage.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'report null': 'REPORTED',
  'forward REPORTED': 'FORWARDED',
  'accept FORWARDED': 'ACCEPTED',
  'refuse ACCEPTED': 'FORWARDED',
  'refuse SCHEDULED': 'FORWARDED',
  'handOver ACCEPTED': 'ACCEPTED',
  'handOver SCHEDULED': 'SCHEDULED',
  'handOver ON_SITE': 'ON_SITE',
  'handOver CARRIED_OVER': 'CARRIED_OVER',
  'help ACCEPTED': 'ACCEPTED',
  'help SCHEDULED': 'SCHEDULED',
  'help ON_SITE': 'ON_SITE',
  'help CARRIED_OVER': 'CARRIED_OVER',
  'schedule ACCEPTED': 'SCHEDULED',
  'schedule SCHEDULED': 'SCHEDULED',
  'schedule CARRIED_OVER': 'SCHEDULED',
  'start ACCEPTED': 'ON_SITE',
  'start SCHEDULED': 'ON_SITE',
  'start CARRIED_OVER': 'ON_SITE',
  'carryOver ON_SITE': 'CARRIED_OVER',
  'complete ON_SITE': 'COMPLETED',
  'sign COMPLETED': 'SIGNED',
  'return SIGNED': 'RETURNED',
  'callBack RETURNED': 'CALLED_BACK',
  'callBack CALLED_BACK': 'CALLED_BACK',
  'close CALLED_BACK': 'CLOSED',
  'close RETURNED': 'CLOSED',
  'reopen COMPLETED': 'ACCEPTED',
  'reopen SIGNED': 'ACCEPTED',
  'reopen RETURNED': 'ACCEPTED',
  'reopen CALLED_BACK': 'ACCEPTED',
  'cancel REPORTED': 'CANCELLED',
  'cancel FORWARDED': 'CANCELLED',
  'cancel ACCEPTED': 'CANCELLED',
  'cancel SCHEDULED': 'CANCELLED',
  'cancel CARRIED_OVER': 'CANCELLED',
  'decline REPORTED': 'DECLINED',
  'decline FORWARDED': 'DECLINED',
  'decline ON_SITE': 'DECLINED',
  'decline CARRIED_OVER': 'DECLINED',
  'quote ACCEPTED': 'ACCEPTED',
  'quote SCHEDULED': 'SCHEDULED',
  'quote ON_SITE': 'ON_SITE',
  'quote CARRIED_OVER': 'CARRIED_OVER',
  'answerQuotation ACCEPTED': 'ACCEPTED',
  'answerQuotation SCHEDULED': 'SCHEDULED',
  'answerQuotation ON_SITE': 'ON_SITE',
  'answerQuotation CARRIED_OVER': 'CARRIED_OVER',
  'decideResponsibility REPORTED': 'REPORTED',
  'decideResponsibility FORWARDED': 'FORWARDED',
  'decideResponsibility ACCEPTED': 'ACCEPTED',
  'decideResponsibility SCHEDULED': 'SCHEDULED',
  'decideResponsibility ON_SITE': 'ON_SITE',
  'decideResponsibility CARRIED_OVER': 'CARRIED_OVER',
  'decideResponsibility COMPLETED': 'COMPLETED',
  'passToDeveloper FORWARDED': 'FORWARDED',
  'passToDeveloper ACCEPTED': 'ACCEPTED',
  'passToDeveloper SCHEDULED': 'SCHEDULED',
  'passToDeveloper CARRIED_OVER': 'CARRIED_OVER',
  'recordDeveloperWork FORWARDED': 'FORWARDED',
  'recordDeveloperWork ACCEPTED': 'ACCEPTED',
  'recordDeveloperWork SCHEDULED': 'SCHEDULED',
  'recordDeveloperWork ON_SITE': 'ON_SITE',
  'recordDeveloperWork CARRIED_OVER': 'CARRIED_OVER',
  'rate COMPLETED': 'COMPLETED',
  'rate SIGNED': 'SIGNED',
  'rate RETURNED': 'RETURNED',
  'rate CALLED_BACK': 'CALLED_BACK',
  'regrade REPORTED': 'REPORTED',
  'regrade FORWARDED': 'FORWARDED',
  'regrade ACCEPTED': 'ACCEPTED',
  'regrade SCHEDULED': 'SCHEDULED',
  'regrade CARRIED_OVER': 'CARRIED_OVER',
  'transfer REPORTED': 'REPORTED',
  'transfer FORWARDED': 'FORWARDED',
  'transfer ACCEPTED': 'FORWARDED',
  'transfer SCHEDULED': 'FORWARDED',
  'transfer CARRIED_OVER': 'FORWARDED',
};

describe('the life of a repair', () => {
  for (const verb of REPAIR_VERBS)
    for (const stage of [null, ...REPAIR_STAGES]) {
      const to = ALLOWED[`${verb} ${String(stage)}`];
      if (to)
        test(`R-RPR-01 · ${verb} leads from ${String(stage)} to ${to}`, () => expect(nextStage(verb, stage)).toBe(to));
      else
        test(`R-RPR-01 · ${verb} is refused in ${String(stage)}, with what is allowed there`, () => {
          let refusal: unknown;
          try {
            nextStage(verb, stage);
          } catch (error) {
            refusal = error;
          }
          expect(refusal).toBeInstanceOf(DomainError);
          const { code, facts } = refusal as DomainError;
          const allowed = Object.keys(ALLOWED).flatMap((step) =>
            step.endsWith(` ${String(stage)}`) ? [step.split(' ')[0]] : [],
          );
          expect({ code, facts }).toEqual({
            code: 'RULE_REFUSED',
            facts: { rule: REPAIR_LIFE.find((step) => step.verb === verb)?.rule, stage, verb, allowed },
          });
        });
    }

  test('R-RPR-01 · no verb leads out of an end, and only a reopening, or an order given back or passed on, leads back', () => {
    const rank = new Map(['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'CANCELLED'].map((phase, i) => [phase, i]));
    for (const { verb, from, to } of REPAIR_LIFE)
      for (const stage of from) {
        if (stage === null) continue;
        expect(['CLOSED', 'CANCELLED']).not.toContain(phaseOf('REPAIR', stage));
        if (verb === 'reopen' || verb === 'refuse' || verb === 'transfer') continue;
        expect(rank.get(phaseOf('REPAIR', to))).toBeGreaterThanOrEqual(rank.get(phaseOf('REPAIR', stage)) ?? 0);
      }
  });
});
