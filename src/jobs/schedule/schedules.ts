import type { Schedule } from './schedule.js';

/** Everything that comes round. */
export const SCHEDULES: readonly Schedule[] = [
  { kind: 'PRUNE_RUN', recurrence: { at: '03:10' }, spread: 100, job: 'prune-company' },
  { kind: 'REPAIR_DAYS_RUN', recurrence: { at: '00:10' }, spread: 30, job: 'repair-days' },
  { kind: 'ALERTS_RUN', recurrence: { at: '00:20' }, spread: 30, job: 'raise-alerts' },
  { kind: 'REPORTS_RUN', recurrence: { at: '00:30' }, spread: 30, job: 'draft-reports' },
  { kind: 'VISITS_RUN', recurrence: { at: '00:40' }, spread: 30, job: 'draw-visits' },
  { kind: 'DUNNING_RUN', recurrence: { at: '01:10' }, spread: 60, job: 'sweep-dunning' },
  { kind: 'FILES_RUN', recurrence: { at: '03:40' }, spread: 80, job: 'sweep-files' },
];
