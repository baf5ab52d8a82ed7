import { registerEnumType } from 'type-graphql';
import { OBLIGATION_SUBJECTS, type ObligationSubject } from '../../domain/obligation/obligation-kind.js';

/** The GraphQL enum of ObligationSubject. */
export const ObligationSubjectEnum = Object.fromEntries(OBLIGATION_SUBJECTS.map((value) => [value, value])) as {
  [V in ObligationSubject]: V;
};

registerEnumType(ObligationSubjectEnum, {
  name: 'ObligationSubject',
  description: 'What an obligation is about.',
  valuesConfig: {
    COMPANY: { description: 'The company itself.' },
    ESTATE: { description: 'An estate.' },
    UNIT: { description: 'A unit.' },
    CUSTOMER: { description: 'A customer.' },
    TICKET: { description: 'A ticket.' },
    CARE_MARK: { description: 'A care mark.' },
    OWNER_VISIT: { description: 'A visit to a household.' },
    VISIT_ITEM: { description: 'Something that a customer said on a visit.' },
    DEPOSIT: { description: 'A deposit that is held.' },
    HANDOVER_SHEET: { description: 'The sheet of a cashier’s shift.' },
    VISIT_SUMMARY: { description: 'A summary of visits.' },
    CORRECTIVE_ACTION: { description: 'A corrective or preventive action.' },
    SURVEY_ROUND: { description: 'A round of the satisfaction survey.' },
    SURVEY_ESTATE: { description: 'A round of the satisfaction survey on one of its estates.' },
    REPORT: { description: 'A report of the estate on a period.' },
    LIAISON_LETTER: { description: 'A work liaison letter.' },
    DUNNING_CASE: { description: 'A debtor who is dunned.' },
    PAYMENT_NOTICE_RUN: { description: 'The payment notices of a collection month.' },
    VISIT_MONTH: { description: 'A month of the visit programme of an estate.' },
  },
});
