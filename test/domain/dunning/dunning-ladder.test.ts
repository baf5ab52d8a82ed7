import { describe, expect, test } from '@jest/globals';
import { assertHold, type WantedHold } from '../../../src/domain/dunning/dunning-hold.js';
import { dutyOf, type DutyFacts } from '../../../src/domain/dunning/dunning-duty.js';
import {
  DUNNING_STAGES,
  stageAfterLetter,
  stageAfterStep,
  stageOfSteps,
  type DunningStage,
  type DunningStepKind,
} from '../../../src/domain/dunning/dunning-stage.js';
import {
  assertPromise,
  assertVisitTurn,
  flawsOfStep,
  isCallIncomplete,
} from '../../../src/domain/dunning/dunning-step.js';
import {
  assertLetter,
  letterGround,
  type LetterFacts,
  type LetterTerms,
} from '../../../src/domain/dunning/letter-ground.js';
import { isBeyond } from '../../../src/domain/dunning/time-overdue.js';
import { assertVisitHours, visitFlaws } from '../../../src/domain/dunning/visit-hours.js';
import { PolicyBook } from '../../../src/domain/policy/policy-book.js';

const refusal = (act: () => unknown): unknown => {
  try {
    act();
    return null;
  } catch (error) {
    const { code, facts, rule } = error as { code: string; rule?: string; facts?: { rule?: string } };
    return code === 'RULE_REFUSED' ? (rule ?? facts?.rule) : code;
  }
};

describe('the ladder', () => {
  test.each<[DunningStage, DunningStepKind, DunningStage]>([
    ['OVERDUE', 'MESSAGE', 'REMINDED'],
    ['OVERDUE', 'TELEPHONE', 'CALLED'],
    ['OVERDUE', 'HOME_VISIT', 'VISITED'],
    ['VISITED', 'TELEPHONE', 'VISITED'],
    ['CALLED', 'MESSAGE', 'CALLED'],
    ['LETTER_SENT', 'HOME_VISIT', 'LETTER_SENT'],
    ['LETTER_SENT', 'LEGAL_ACTION', 'LEGAL_ACTION'],
    ['LETTER_SERVED', 'LEGAL_ACTION', 'LEGAL_ACTION'],
  ])(
    'D-13, R-DUN-02, R-DUN-04 · from %s a step of kind %s leads to %s: the ladder is only climbed',
    (stage, kind, to) => {
      expect(stageAfterStep(stage, kind)).toBe(to);
    },
  );

  test('D-13, D-09 · nobody is dunned whose case is closed; the court follows a letter that was sent', () => {
    expect(refusal(() => stageAfterStep('CLOSED', 'MESSAGE'))).toBe('D-13');
    for (const stage of ['OVERDUE', 'VISITED', 'LETTER_PROPOSED', 'LETTER_APPROVED'] as const)
      expect(refusal(() => stageAfterStep(stage, 'LEGAL_ACTION'))).toBe('D-09');
  });

  test('R-DUN-10, R-DUN-11, D-09 · a letter is proposed, approved, sent and served in this order and no other', () => {
    expect(stageAfterLetter('VISITED', 'propose')).toBe('LETTER_PROPOSED');
    expect(stageAfterLetter('LETTER_PROPOSED', 'approve')).toBe('LETTER_APPROVED');
    expect(stageAfterLetter('LETTER_APPROVED', 'send')).toBe('LETTER_SENT');
    expect(stageAfterLetter('LETTER_SENT', 'serve')).toBe('LETTER_SERVED');
    const fits = { propose: 4, approve: 1, send: 1, serve: 1 } as const;
    for (const move of ['propose', 'approve', 'send', 'serve'] as const)
      expect(DUNNING_STAGES.filter((stage) => refusal(() => stageAfterLetter(stage, move)) === null)).toHaveLength(
        fits[move],
      );
    expect(stageOfSteps(['TELEPHONE', 'MESSAGE'])).toBe('CALLED');
    expect(stageOfSteps([])).toBe('OVERDUE');
  });
});

describe('when who is visited', () => {
  const terms = {
    timeZone: 'Asia/Shanghai',
    quiet: new PolicyBook([]).at('P-02', { day: '2026-03-18', estateId: null }).value,
    eveningFrom: '18:00',
    teamAtLeast: 2,
  };

  test.each([
    ['a weekday evening', '2026-03-18T19:00:00+08:00', false, false],
    ['a weekday at 18:00 sharp', '2026-03-18T18:00:00+08:00', false, false],
    ['a weekday at 17:59', '2026-03-18T17:59:00+08:00', true, false],
    ['a weekday at noon', '2026-03-18T12:30:00+08:00', true, true],
    ['a weekday at 21:30', '2026-03-18T21:30:00+08:00', true, true],
    ['a Saturday morning', '2026-03-21T10:00:00+08:00', false, false],
    ['a Sunday at noon', '2026-03-22T13:00:00+08:00', false, true],
    ['a Sunday at 07:00', '2026-03-22T07:00:00+08:00', false, true],
    ['a Sunday here that is Saturday in Greenwich', '2026-03-22T08:30:00+08:00', false, false],
  ])('R-DUN-05, R-DUN-18 · %s (%s): off hours %s, quiet hours %s', (_, at, offHours, inQuietHours) => {
    expect(visitFlaws(new Date(at), 2, terms)).toEqual({ tooFew: false, offHours, inQuietHours });
    const rule = inQuietHours ? 'R-DUN-18' : offHours ? 'R-DUN-05' : null;
    expect(refusal(() => assertVisitHours(new Date(at), 2, terms))).toBe(rule);
  });

  test('R-DUN-06 · nobody plans to go alone', () => {
    expect(visitFlaws(new Date('2026-03-18T19:00:00+08:00'), 1, terms)).toMatchObject({ tooFew: true });
    expect(refusal(() => assertVisitHours(new Date('2026-03-18T19:00:00+08:00'), 1, terms))).toBe('R-DUN-06');
  });

  test.each([
    ['2026-01-31', '2026-03-31', 2, false],
    ['2026-01-31', '2026-04-01', 2, true],
    ['2025-12-31', '2026-02-28', 2, false],
    ['2025-12-31', '2026-03-01', 2, true],
    ['2026-01-15', '2026-01-16', 0, true],
  ])('R-DUN-04, Q-12 · due %s, on %s: beyond %i calendar months is %s', (due, on, months, beyond) => {
    expect(isBeyond(due, on, months)).toBe(beyond);
  });

  test('R-DUN-04, R-DUN-02, D-13 · a visit is planned when the months are over, to nobody abroad, and not while stopped', () => {
    const facts = { dueDays: ['2026-02-28', '2026-01-31'], reason: null };
    expect(refusal(() => assertVisitTurn('2026-04-01', facts, 2))).toBeNull();
    expect(refusal(() => assertVisitTurn('2026-03-31', facts, 2))).toBe('R-DUN-04');
    expect(refusal(() => assertVisitTurn('2026-04-01', { ...facts, reason: 'ABROAD' }, 2))).toBe('R-DUN-02');
    expect(refusal(() => assertVisitTurn('2026-04-01', { ...facts, dueDays: [] }, 2))).toBe('D-13');
  });
});

describe('what belongs to a call', () => {
  const told = { outcome: 'INFORMED', payByDay: '2026-03-31', itemsStated: true, understood: true } as const;

  test('R-DUN-03 · each item with start, end and amount, a deadline, and that it was understood', () => {
    expect(isCallIncomplete(told)).toBe(false);
    expect(isCallIncomplete({ ...told, payByDay: null })).toBe(true);
    expect(isCallIncomplete({ ...told, itemsStated: false })).toBe(true);
    expect(isCallIncomplete({ ...told, understood: false })).toBe(true);
    expect(isCallIncomplete({ ...told, outcome: 'NOT_REACHED', payByDay: null, itemsStated: false })).toBe(false);
  });

  test('D-13 · a promise has a day, and a day is a promise', () => {
    expect(refusal(() => assertPromise('TELEPHONE', 'PROMISED', '2026-04-01'))).toBeNull();
    expect(refusal(() => assertPromise('TELEPHONE', 'PROMISED', null))).toBe('INVALID_INPUT');
    expect(refusal(() => assertPromise('TELEPHONE', 'REFUSED', '2026-04-01'))).toBe('INVALID_INPUT');
    expect(refusal(() => assertPromise('LEGAL_ACTION', 'PROMISED', '2026-04-01'))).toBe('INVALID_INPUT');
  });

  test('R-DUN-05, R-DUN-06 · what a step broke is told by name', () => {
    const none = { tooFew: false, offHours: false, inQuietHours: false, tooEarly: false, whileStopped: false };
    expect(flawsOfStep({ ...none, byOtherPost: false, incomplete: false })).toEqual([]);
    expect(flawsOfStep({ ...none, tooFew: true, inQuietHours: true, byOtherPost: true, incomplete: true })).toEqual([
      'TOO_FEW',
      'QUIET_HOURS',
      'OTHER_POST',
      'INCOMPLETE',
    ]);
  });
});

describe('what stops dunning', () => {
  const hold: WantedHold = { kind: 'DISPUTED', chargeId: null, complaintId: null, untilDay: null, instalments: [] };
  const half = (dueDay: string) => ({ dueDay, amountMinor: 5_000 });

  test.each<[string, Partial<WantedHold>, string | null]>([
    ['a dispute about one charge', { chargeId: 'c' }, null],
    ['a complaint', { kind: 'COMPLAINT', complaintId: 't' }, null],
    ['a complaint that is not named', { kind: 'COMPLAINT' }, 'INVALID_INPUT'],
    ['a promise for today', { kind: 'PROMISE', untilDay: '2026-03-20' }, null],
    ['a promise within three months', { kind: 'PROMISE', untilDay: '2026-06-20' }, null],
    ['a promise for later', { kind: 'PROMISE', untilDay: '2026-06-21' }, 'INVALID_INPUT'],
    ['a promise for yesterday', { kind: 'PROMISE', untilDay: '2026-03-19' }, 'INVALID_INPUT'],
    ['a promise about one charge', { kind: 'PROMISE', untilDay: '2026-03-20', chargeId: 'c' }, 'INVALID_INPUT'],
    ['a dispute with a day', { untilDay: '2026-03-20' }, 'INVALID_INPUT'],
    ['two halves', { kind: 'INSTALMENTS', instalments: [half('2026-04-01'), half('2026-05-01')] }, null],
    ['one half', { kind: 'INSTALMENTS', instalments: [half('2026-04-01')] }, 'INVALID_INPUT'],
    [
      'halves in the wrong order',
      { kind: 'INSTALMENTS', instalments: [half('2026-05-01'), half('2026-04-01')] },
      'INVALID_INPUT',
    ],
    ['no instalments', { kind: 'INSTALMENTS' }, 'INVALID_INPUT'],
  ])('D-13 · %s: %j is %s', (_, over, refused) => {
    expect(refusal(() => assertHold({ ...hold, ...over }, '2026-03-20', 10_000))).toBe(refused);
  });
});

describe('who may be sent a lawyer’s letter', () => {
  const terms: LetterTerms = { months: 2, visits: 2, needs: 'EITHER', afterYear: 'AFTER_REFUSED_VISITS' };
  const facts: LetterFacts = { today: '2026-03-20', dueDays: ['2026-03-01'], refusals: 0, reason: null, calls: 0 };
  const DUE = { early: '2026-01-20', late: '2026-01-19', aYear: '2025-03-20', more: '2025-03-19' };

  test.each<[string, Partial<LetterFacts>, Partial<LetterTerms>, string | null]>([
    ['two months to the day', { dueDays: [DUE.early] }, {}, null],
    ['two months and a day', { dueDays: [DUE.late] }, {}, 'TIME'],
    ['two refusals', { dueDays: [DUE.early], refusals: 2 }, {}, 'VISITS'],
    ['one refusal', { dueDays: [DUE.early], refusals: 1 }, {}, null],
    ['a year to the day', { dueDays: [DUE.aYear] }, {}, 'TIME'],
    ['a year and a day', { dueDays: [DUE.more] }, {}, null],
    ['a year and a day, two refusals', { dueDays: [DUE.more], refusals: 2 }, {}, 'VISITS'],
    ['a year and a day beside something newer', { dueDays: [DUE.more, DUE.late] }, {}, 'TIME'],
    ['a year and a day, always', { dueDays: [DUE.more] }, { afterYear: 'ALWAYS' }, 'TIME'],
    [
      'a year and a day, the company decides',
      { dueDays: [DUE.more] },
      { afterYear: 'COMPANY_DECIDES' },
      'COMPANY_DECISION',
    ],
    ['both, and only the time', { dueDays: [DUE.late] }, { needs: 'BOTH' }, null],
    ['both, and only the visits', { dueDays: [DUE.early], refusals: 2 }, { needs: 'BOTH' }, null],
    ['both', { dueDays: [DUE.late], refusals: 2 }, { needs: 'BOTH' }, 'TIME'],
    ['dunning stopped', { dueDays: [], refusals: 2 }, {}, null],
  ])('R-DUN-07, P-21, P-22 · %s: %j under %j is %s', (_, over, policy, ground) => {
    expect(letterGround({ ...facts, ...over }, { ...terms, ...policy })).toBe(ground);
  });

  test('R-DUN-07, R-DUN-02, D-13, R-DUN-08 · a letter without a ground, without the call abroad, or while stopped is refused; none is ever due', () => {
    expect(refusal(() => assertLetter('x', facts, terms))).toBe('R-DUN-07');
    expect(refusal(() => assertLetter('x', { ...facts, dueDays: [] }, terms))).toBe('D-13');
    const abroad: LetterFacts = { ...facts, dueDays: [DUE.late], reason: 'ABROAD' };
    expect(refusal(() => assertLetter('x', abroad, terms))).toBe('R-DUN-02');
    expect(assertLetter('x', { ...abroad, calls: 1 }, terms)).toBe('TIME');
  });
});

describe('what is owed next', () => {
  const days = { openAfter: 0, callWithin: 15, visitWithin: 30, serveWithin: 10 };
  const facts: DutyFacts = {
    ...{ today: '2026-03-20', stage: 'OVERDUE', openedOn: '2026-03-01', reason: null, dueDays: ['2026-02-28'] },
    ...{ calls: 0, visits: 0, sentOn: null },
  };
  test.each<[string, Partial<DutyFacts>, object | null]>([
    ['not two months yet', {}, null],
    ['more than two months', { dueDays: ['2026-01-10'] }, { kind: 'DUNNING_VISIT', dueDay: '2026-04-10' }],
    [
      'more than two months since before it was opened',
      { dueDays: ['2025-10-10'] },
      { kind: 'DUNNING_VISIT', dueDay: '2026-03-31' },
    ],
    ['visited', { dueDays: ['2026-01-10'], visits: 1 }, null],
    ['abroad', { reason: 'ABROAD' }, { kind: 'DUNNING_CALL', dueDay: '2026-03-16' }],
    ['abroad and called', { reason: 'ABROAD', calls: 1, dueDays: ['2026-01-10'] }, null],
    ['stopped', { dueDays: [], reason: 'ABROAD' }, null],
    ['closed', { stage: 'CLOSED', dueDays: ['2026-01-10'] }, null],
    ['sent', { stage: 'LETTER_SENT', sentOn: '2026-03-19' }, { kind: 'LETTER_SERVICE', dueDay: '2026-03-29' }],
    ['served', { stage: 'LETTER_SERVED', sentOn: '2026-03-19', dueDays: ['2025-10-10'] }, null],
  ])('R-DUN-02, R-DUN-04, D-09, D-13 · %s: %j owes %j', (_, over, duty) => {
    expect(dutyOf({ ...facts, ...over }, 2, days)).toEqual(duty);
  });
});
