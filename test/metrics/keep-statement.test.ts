import { describe, expect, test } from '@jest/globals';
import { OBLIGATION_KINDS } from '../../src/domain/obligation/obligation-kind.js';
import { TICKET_KINDS } from '../../src/domain/ticket/ticket-kind.js';
import { keepStatement } from '../../src/metrics/keep-statement.js';
import { METRIC_SUBJECTS, OF_KINDS } from '../../src/metrics/sources.js';

const KINDS = { ticket: TICKET_KINDS, obligation: OBLIGATION_KINDS };

/** The metrics that a statement asks about. */
const askedBy = (text: string | null): string[] =>
  [...(text ?? '').matchAll(/select '([A-Z_/]+)'::text,estate_id/g)].map(([, key]) => key!);
const asked = (subject: keyof typeof KINDS, kind?: string): string[] =>
  askedBy(keepStatement(subject, { kind, brought: false }));

describe('what a change asks about', () => {
  test.each(['ticket', 'obligation'] as const)('every metric of a %s is of some of its kinds', (subject) => {
    expect(OF_KINDS).toContain(subject);
    const ofKinds = new Set(KINDS[subject].flatMap((kind) => asked(subject, kind)));
    expect(ofKinds).toEqual(new Set(asked(subject)));
  });

  test('a repair asks nothing that only complaints are counted for, nor the other way round', () => {
    expect(asked('ticket', 'REPAIR')).toEqual(expect.arrayContaining(['REPAIRS_REPORTED', 'CALLBACKS', 'ENTRY_LATE']));
    expect(asked('ticket', 'REPAIR')).not.toContain('COMPLAINTS_RECEIVED');
    expect(asked('ticket', 'COMPLAINT')).not.toContain('REPAIR_ACCEPTED_IN_TIME');
    expect(asked('ticket', 'ENQUIRY')).toContain('TICKETS_OPEN');
  });

  test('what is owed and measured by nothing asks nothing', () => {
    expect(keepStatement('obligation', { kind: 'CARE_CHECK', brought: false })).toBeNull();
    expect(asked('obligation', 'VISIT_RECORD')).toEqual(['VISIT_RECORD_IN_TIME']);
  });

  test.each(METRIC_SUBJECTS)('what was brought along asks about all metrics of a %s', (subject) => {
    const all = askedBy(keepStatement(subject, { brought: true }));
    expect(all).toEqual(askedBy(keepStatement(subject, { brought: false })));
    expect(all.length).toBeGreaterThan(0);
  });
});
