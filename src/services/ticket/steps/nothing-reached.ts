/** What a repair whose work begins anew has yet to reach. The first arrival stands. @rule D-19 */
export const NOTHING_REACHED = {
  scheduledFrom: null,
  scheduledUntil: null,
  scheduleReason: null,
  completedAt: null,
  returnedAt: null,
  calledBackAt: null,
  closedAt: null,
} as const;
