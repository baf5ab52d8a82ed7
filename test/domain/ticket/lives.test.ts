import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { LIVES, ticketStep } from '../../../src/domain/ticket/lives.js';
import { TICKET_KINDS, type TicketKind } from '../../../src/domain/ticket/ticket-kind.js';
import { STAGES_OF_KIND, type TicketStage } from '../../../src/domain/ticket/ticket-stage.js';

/** What each verb leads to, by the stage before; what is not here is refused. */
const LIFE_OF: Readonly<Partial<Record<TicketKind, Readonly<Record<string, string>>>>> = {
  ENQUIRY: {
    'record null': 'RECORDED OPEN',
    'assign RECORDED': 'WITH_DEPARTMENT IN_PROGRESS',
    'assign WITH_DEPARTMENT': 'WITH_DEPARTMENT IN_PROGRESS',
    'handOver RECORDED': 'RECORDED OPEN',
    'handOver WITH_DEPARTMENT': 'WITH_DEPARTMENT IN_PROGRESS',
    'answer RECORDED': 'ANSWERED CLOSED',
    'answer WITH_DEPARTMENT': 'ANSWERED CLOSED',
    'decline RECORDED': 'DECLINED CANCELLED',
    'decline WITH_DEPARTMENT': 'DECLINED CANCELLED',
    'reopen ANSWERED': 'RECORDED OPEN',
    'cancel RECORDED': 'CANCELLED CANCELLED',
    'cancel WITH_DEPARTMENT': 'CANCELLED CANCELLED',
  },
  SUGGESTION: {
    'record null': 'RECORDED OPEN',
    'assign RECORDED': 'WITH_DEPARTMENT IN_PROGRESS',
    'assign WITH_DEPARTMENT': 'WITH_DEPARTMENT IN_PROGRESS',
    'handOver RECORDED': 'RECORDED OPEN',
    'handOver WITH_DEPARTMENT': 'WITH_DEPARTMENT IN_PROGRESS',
    'setMeasure RECORDED': 'MEASURE_SET RESOLVED',
    'setMeasure WITH_DEPARTMENT': 'MEASURE_SET RESOLVED',
    'setMeasure MEASURE_SET': 'MEASURE_SET RESOLVED',
    'answer MEASURE_SET': 'ANSWERED CLOSED',
    'decline RECORDED': 'DECLINED CANCELLED',
    'decline WITH_DEPARTMENT': 'DECLINED CANCELLED',
    'reopen ANSWERED': 'RECORDED OPEN',
    'cancel RECORDED': 'CANCELLED CANCELLED',
    'cancel WITH_DEPARTMENT': 'CANCELLED CANCELLED',
  },
  SERVICE_REQUEST: {
    'record null': 'ACCEPTED OPEN',
    'quote ACCEPTED': 'ACCEPTED OPEN',
    'quote DISPATCHED': 'DISPATCHED IN_PROGRESS',
    'consent ACCEPTED': 'ACCEPTED OPEN',
    'consent DISPATCHED': 'DISPATCHED IN_PROGRESS',
    'handOver ACCEPTED': 'ACCEPTED OPEN',
    'handOver DISPATCHED': 'DISPATCHED IN_PROGRESS',
    'assign ACCEPTED': 'DISPATCHED IN_PROGRESS',
    'assign DISPATCHED': 'DISPATCHED IN_PROGRESS',
    'perform ACCEPTED': 'PERFORMED RESOLVED',
    'perform DISPATCHED': 'PERFORMED RESOLVED',
    'callBack PERFORMED': 'CALLED_BACK RESOLVED',
    'callBack CALLED_BACK': 'CALLED_BACK RESOLVED',
    'close PERFORMED': 'CLOSED CLOSED',
    'close CALLED_BACK': 'CLOSED CLOSED',
    'decline ACCEPTED': 'DECLINED CANCELLED',
    'decline DISPATCHED': 'DECLINED CANCELLED',
    'reopen PERFORMED': 'DISPATCHED IN_PROGRESS',
    'reopen CALLED_BACK': 'DISPATCHED IN_PROGRESS',
    'cancel ACCEPTED': 'CANCELLED CANCELLED',
    'cancel DISPATCHED': 'CANCELLED CANCELLED',
  },
  HELP_CALL: {
    'record null': 'REPORTED OPEN',
    'alert REPORTED': 'ALERTED IN_PROGRESS',
    'alert ALERTED': 'ALERTED IN_PROGRESS',
    'alert ON_SITE': 'ON_SITE IN_PROGRESS',
    'assign REPORTED': 'ALERTED IN_PROGRESS',
    'assign ALERTED': 'ALERTED IN_PROGRESS',
    'assign ON_SITE': 'ON_SITE IN_PROGRESS',
    'handOver REPORTED': 'REPORTED OPEN',
    'handOver ALERTED': 'ALERTED IN_PROGRESS',
    'handOver ON_SITE': 'ON_SITE IN_PROGRESS',
    'arrive REPORTED': 'ON_SITE IN_PROGRESS',
    'arrive ALERTED': 'ON_SITE IN_PROGRESS',
    'arrive ON_SITE': 'ON_SITE IN_PROGRESS',
    'end REPORTED': 'ENDED CLOSED',
    'end ALERTED': 'ENDED CLOSED',
    'end ON_SITE': 'ENDED CLOSED',
    'cancel REPORTED': 'CANCELLED CANCELLED',
    'cancel ALERTED': 'CANCELLED CANCELLED',
  },
};
const VERBS = [...new Set(TICKET_KINDS.flatMap((kind) => LIVES[kind].steps.map(({ verb }) => verb)))];

const refusalOf = (deed: () => unknown): DomainError => {
  try {
    deed();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('It was not refused.');
};

describe('R-REC-01, R-REC-09, R-REC-11, R-DSP-04, R-DSP-08, R-DSP-12, R-DSP-17, R-EMG-02, R-EMG-11 · the lives of tickets', () => {
  for (const [kind, life] of Object.entries(LIFE_OF) as [TicketKind, Readonly<Record<string, string>>][])
    test.each([null, ...STAGES_OF_KIND[kind]].flatMap((stage) => VERBS.map((verb) => ({ verb, stage }))))(
      `R-DSP-04 · ${kind}: $verb in $stage leads where the life says, or is refused with what is allowed`,
      ({ verb, stage }) => {
        const to = life[`${verb} ${String(stage)}`];
        if (to !== undefined) {
          const next = ticketStep(kind, verb, stage);
          expect(`${next.stage} ${next.phase}`).toBe(to);
          return;
        }
        const { code, facts } = refusalOf(() => ticketStep(kind, verb, stage));
        const allowed = Object.keys(life).flatMap((step) =>
          step.endsWith(` ${String(stage)}`) ? [step.split(' ')[0]] : [],
        );
        expect({ code, facts }).toEqual({
          code: 'RULE_REFUSED',
          facts: { rule: expect.stringMatching(/^[RD]-/), stage, verb, allowed },
        });
      },
    );

  test('R-DSP-04 · every stage of every kind has its phase and is reached, and its ends lead nowhere but to be opened again', () => {
    for (const kind of TICKET_KINDS) {
      const { steps, phases } = LIVES[kind];
      const reached = new Set<TicketStage>(steps.map(({ to }) => to));
      expect([kind, STAGES_OF_KIND[kind].filter((stage) => !reached.has(stage))]).toEqual([kind, []]);
      expect(Object.keys(phases).sort()).toEqual([...STAGES_OF_KIND[kind]].sort());
      const ends = STAGES_OF_KIND[kind].filter((stage) => ['CLOSED', 'CANCELLED'].includes(phases[stage] ?? ''));
      const out = steps.filter(({ from }) => from.some((stage) => stage !== null && ends.includes(stage)));
      expect(out.filter(({ verb }) => verb !== 'reopen')).toEqual([]);
    }
  });
});
