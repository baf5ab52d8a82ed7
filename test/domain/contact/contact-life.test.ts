import { describe, expect, test } from '@jest/globals';
import { CONTACT_LIFE, CONTACT_VERBS, nextContactStage } from '../../../src/domain/contact/contact-life.js';
import { CONTACT_STAGES, type ContactStage } from '../../../src/domain/contact/contact-stage.js';
import { isCustomerContact } from '../../../src/domain/contact/customer-contact.js';
import { superiorOf } from '../../../src/domain/contact/superior.js';
import { DomainError } from '../../../src/domain/errors.js';
import { reversedDigits } from '../../../src/domain/people/reversed-digits.js';
import { CHANNELS } from '../../../src/domain/ticket/channel.js';

describe('entries of the contact log', () => {
  const legal = new Map<string, ContactStage>([
    ['record null', 'LOGGED'],
    ['answer LOGGED', 'ANSWERED'],
    ['route LOGGED', 'ROUTED'],
    ['route ESCALATED', 'ROUTED'],
    ['escalate LOGGED', 'ESCALATED'],
    ['escalate ESCALATED', 'ESCALATED'],
    ['close ROUTED', 'CLOSED'],
    ['close ESCALATED', 'CLOSED'],
  ]);

  test.each(CONTACT_VERBS.flatMap((verb) => [null, ...CONTACT_STAGES].map((stage) => [verb, stage] as const)))(
    'R-REC-01, R-REC-08, R-REC-11, R-REC-12, R-DSP-04 · %s from %s goes where the table of section 3 says, or is refused',
    (verb, stage) => {
      const to = legal.get(`${verb} ${String(stage)}`);
      if (to) expect(nextContactStage(verb, stage)).toBe(to);
      else expect(() => nextContactStage(verb, stage)).toThrow(DomainError);
    },
  );

  test('R-REC-11 · a refusal names its rule and what is allowed', () => {
    expect(CONTACT_LIFE).toHaveLength(CONTACT_VERBS.length);
    try {
      nextContactStage('answer', 'ESCALATED');
      throw new Error('not refused');
    } catch (error) {
      expect(error).toMatchObject({
        code: 'RULE_REFUSED',
        facts: { rule: 'R-REC-11', stage: 'ESCALATED', verb: 'answer', allowed: ['route', 'escalate', 'close'] },
      });
    }
  });

  test('R-REC-19, D-17 · everything is a contact of a customer but what a patrol found and what nobody told staff', () => {
    const contacts = (namesSomebody: boolean) =>
      CHANNELS.filter((channel) => isCustomerContact({ channel, namesSomebody }));
    expect(CHANNELS.filter((channel) => !contacts(true).includes(channel))).toEqual(['PATROL']);
    expect(CHANNELS.filter((channel) => !contacts(false).includes(channel))).toEqual(['STAFF', 'PATROL']);
  });

  test.each([
    [['FRONT_DESK'], 'SERVICE_MANAGER'],
    [['STEWARD', 'FRONT_DESK'], 'SERVICE_MANAGER'],
    [['SERVICE_SUPERVISOR'], 'SERVICE_MANAGER'],
    [['SERVICE_MANAGER'], 'ESTATE_MANAGER'],
    [['ESTATE_MANAGER'], 'ESTATE_MANAGER'],
    [[], 'SERVICE_MANAGER'],
  ] as const)('R-REC-12, R-DSP-11, P-34, P-35 · the superior of %s is the %s', (held, superior) => {
    expect(superiorOf(held)).toBe(superior);
  });

  test.each([
    ['13800001234', '43210000831'],
    ['138-0000 1234', '43210000831'],
    ['+86 138 0000 1234', '43210000831'],
    ['008613800001234', '43210000831'],
    ['86213456', '65431268'],
    ['021-5555 1234 转 8', '84321555512 0'.replace(' ', '')],
    ['前台', ''],
  ])('the digits of %s from the end are %s', (phone, digits) => {
    expect(reversedDigits(phone)).toBe(digits);
  });
});
