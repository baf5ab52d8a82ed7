import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * Something that becomes due: which rule is asked about which row, and when. The clock worker looks at the smallest due
 * instant of each company and removes the row in the transaction of its effect. Every writer sets timers; they hold ids
 * and instants only.
 */
export const TimerSchema = defineEntity({
  name: 'Timer',
  tableName: 'timer',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Which handler it goes to. */
    kind: col.text(),
    /** The row that it is about. */
    subjectId: col.ref(),
    /** When the worker takes it next; null while it is parked. */
    dueAt: col.instant().nullable(),
    /** The instant that it was set for, however late it is handled. */
    setFor: col.instant(),
    /** How often its handler has failed. */
    failures: col.int(),
    /** Since when it waits for an operator; null while it runs. */
    parkedAt: col.instant().nullable(),
  },
  checks: [{ name: 'timer_runs_or_is_parked', expression: '(due_at is null) = (parked_at is not null)' }],
  indexes: [
    { name: 'timer_company_due_idx', properties: ['companyId', 'dueAt'] },
    { name: 'timer_company_subject_idx', properties: ['companyId', 'subjectId', 'kind'] },
  ],
  ...fence('timer', { estate: 'open', watched: true }),
});

export class Timer extends TimerSchema.class {}
TimerSchema.setClass(Timer);
