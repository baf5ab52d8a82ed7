/** Why a row of a file is not imported; the code is stable, scripts may switch on it. */
export const REJECT_REASONS = {
  COLUMN_COUNT: 'The row has more or fewer columns than the header.',
  BROKEN_QUOTE: 'A quoted field is not closed, or text follows its closing quote.',
  INVALID_ENCODING: 'The row is not valid text in the encoding of the file.',
  RECORD_TOO_LONG: 'The row is longer than any request.',
  NO_REFERENCE: 'The row has no reference of its own.',
  NO_ESTATE: 'The row names no estate.',
  NO_BUILDING: 'The row names a unit and no building.',
  NO_UNIT: 'The row names no unit.',
  NO_SUBJECT: 'The row says nothing that could be the subject.',
  NO_REPORT_TIME: 'The row does not say when it was reported.',
  NO_VISIT_TIME: 'The row does not say when the visit took place.',
  NO_ROUND: 'The row does not say which round of the survey it belongs to.',
  NO_ANSWER_TIME: 'The row does not say when the household answered.',
  UNREADABLE_TIME: 'A time is written in none of the formats, or names no day of the calendar.',
  IMPOSSIBLE_TIME: 'A time lies in the future, too far back, or before the report.',
  NO_NAME: 'The row says no name.',
  NO_FIRST_DAY: 'The row does not say since when.',
  IMPOSSIBLE_PERIOD: 'The last day lies before the first.',
  UNREADABLE_DATE: 'A day is written in none of the formats, or is none of the calendar.',
  UNREADABLE_NUMBER: 'A number cannot be read, or is impossible.',
  DAMAGED_NUMBER: 'A spreadsheet has rounded a number: its digits are lost.',
  INVALID_LOGIN: 'A login has characters that logins do not have.',
  UNKNOWN_VALUE: 'A value has no meaning in the mapping.',
  CONTROL_CHARACTER: 'A text has control characters.',
  TOO_LONG: 'A text is too long.',
  UNKNOWN_ESTATE: 'The company has no such estate, and the mapping creates none.',
  AMBIGUOUS_ESTATE: 'Several estates of the company have this name.',
  UNKNOWN_BUILDING: 'The estate has no such building, and the mapping creates none.',
  UNKNOWN_UNIT: 'The building has no such unit, and the mapping creates none.',
  AMBIGUOUS_UNIT: 'Several buildings of the estate have this unit.',
  UNKNOWN_CATEGORY: 'The company has no such category for tickets of this kind.',
  UNKNOWN_DEPARTMENT: 'There is no such department, and the mapping creates none.',
  UNKNOWN_CUSTOMER:
    'No import of people from this source has brought such a customer of the estate, or the person was erased.',
  UNKNOWN_STAFF: 'Nobody of the staff has this login.',
  UNKNOWN_ROUND: 'No round of the survey on the estate has this name.',
  AMBIGUOUS_ROUND: 'Several rounds of the survey on the estate have this name.',
  NO_FORM: 'The round has not asked this household.',
  ROUND_TAKES_NONE: 'The household answered before the issue or after the close, or the round has been analysed.',
  UNKNOWN_QUESTION: 'The questionnaire of the round does not ask this, or asks it otherwise.',
  CODE_TAKEN: 'Another row of the house has this code already.',
  LOGIN_TAKEN: 'Somebody else has this login already.',
  OCCUPANCY_OVERLAPS: 'The customer holds the unit in this capacity already, at the same time.',
  OTHER_OCCUPANCY:
    'The occupancy of this reference is of another customer, unit or capacity; an import changes its days only.',
  DUPLICATE_IN_FILE: 'An earlier row of the file has the same reference and other content; the first one counts.',
  OTHER_ESTATE: 'What this reference names lies in another estate; an import moves nothing.',
  WORKED_ON_HERE: 'Somebody has worked here on what this reference names; an import overwrites no work.',
} as const;
export type RejectReason = keyof typeof REJECT_REASONS;

/** The verdict that a row is not imported. */
export class RowRejection extends Error {
  /** @param detail what of the row is meant: a field, a value; the message names it after the reason */
  constructor(
    readonly code: RejectReason,
    detail?: string,
  ) {
    super(detail === undefined ? REJECT_REASONS[code] : `${REJECT_REASONS[code]} (${detail})`);
  }
}
