/**
 * What a clock waits for. Of a repair: FORWARDED to Engineering and ACCEPTED by it, ON_SITE after the acceptance or, where
 * another time was agreed, AS_AGREED; AT_THE_DOOR counts from the report; CALLED_BACK from the return of the order,
 * CALLED_BACK_AFTER_WORK from the end of the work. Of a complaint: CALLED_BACK from the final reply, RECTIFIED, RECTIFICATION_REPORTED to the desk,
 * RESULT_TOLD to the customer, HANDLING_TOLD (major), FEEDBACK (all), PROMISED_REPLY, SOLVED within a month.
 */
export const CLOCK_MILESTONES = [
  'FORWARDED',
  'ACCEPTED',
  'ON_SITE',
  'AS_AGREED',
  'AT_THE_DOOR',
  'CALLED_BACK',
  'CALLED_BACK_AFTER_WORK',
  'RECTIFIED',
  'RECTIFICATION_REPORTED',
  'RESULT_TOLD',
  'HANDLING_TOLD',
  'FEEDBACK',
  'PROMISED_REPLY',
  'SOLVED',
] as const;
export type ClockMilestone = (typeof CLOCK_MILESTONES)[number];
