import type { TicketKind } from '../ticket/ticket-kind.js';

/**
 * What is numbered, each with the letter that stands for it in numbers (`{kind}`). Another subject joins by a line here
 * and a table that keeps `number`, `number_series` and `number_serial`.
 */
export const NUMBER_SUBJECTS = {
  REPAIR: 'R',
  COMPLAINT: 'C',
  ENQUIRY: 'Q',
  SUGGESTION: 'S',
  SERVICE_REQUEST: 'V',
  HELP_CALL: 'H',
  CONTACT: 'L',
  PAYMENT_NOTICE: 'N',
  LIAISON_LETTER: 'W',
} as const satisfies Readonly<Record<TicketKind | 'CONTACT' | 'LIAISON_LETTER' | 'PAYMENT_NOTICE', string>>;
export type NumberSubject = keyof typeof NUMBER_SUBJECTS;

export const NUMBER_SUBJECT_CODES = Object.keys(NUMBER_SUBJECTS) as NumberSubject[];

/** The series of a subject in the year of a local day: `REPAIR-2026`. Each estate counts its own, from 1. */
export const seriesOf = (subject: NumberSubject, day: string): string => `${subject}-${day.slice(0, 4)}`;
