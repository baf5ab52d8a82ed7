import { registerEnumType } from 'type-graphql';
import { DEBTOR_LIST_STATES, LETTER_LIST_STATES } from '../../domain/dunning/approved-list.js';
import { SERVED_DOCUMENTS, SERVICE_METHODS, SERVICE_OUTCOMES } from '../../domain/dunning/document-service.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of LetterListState. */
export const LetterListStateEnum = enumOf(LETTER_LIST_STATES);
registerEnumType(LetterListStateEnum, {
  name: 'LetterListState',
  description: 'How far a list of lawyer’s letters is (R-DUN-10, R-DUN-11).',
  valuesConfig: {
    PROPOSED: { description: 'It waits for review and approval, or was sent back.' },
    DROPPED: { description: 'It was withdrawn, or another one stands in its place.' },
    APPROVED: { description: 'The company has approved it.' },
    FILED: { description: 'The company has filed it.' },
    SENT: { description: 'The law firm has issued the letters.' },
  },
});

/** The GraphQL enum of DebtorListState. */
export const DebtorListStateEnum = enumOf(DEBTOR_LIST_STATES);
registerEnumType(DebtorListStateEnum, {
  name: 'DebtorListState',
  description: 'How far a public list of debtors is (R-DUN-15, Q-20).',
  valuesConfig: {
    PROPOSED: { description: 'It waits for approval, or was sent back.' },
    DROPPED: { description: 'It was withdrawn.' },
    APPROVED: { description: 'It may be posted up.' },
    POSTED: { description: 'It stands on the board.' },
  },
});

/** The GraphQL enum of ServedDocument. */
export const ServedDocumentEnum = enumOf(SERVED_DOCUMENTS);
registerEnumType(ServedDocumentEnum, {
  name: 'ServedDocument',
  description: 'What is served on a debtor.',
  valuesConfig: {
    PAYMENT_NOTICE: { description: 'A payment notice (缴费通知).' },
    LAWYER_LETTER: { description: 'The lawyer’s letter that was sent (律师函).' },
  },
});

/** The GraphQL enum of ServiceMethod. */
export const ServiceMethodEnum = enumOf(SERVICE_METHODS);
registerEnumType(ServiceMethodEnum, {
  name: 'ServiceMethod',
  description: 'How a document is served, in this order (R-DUN-17).',
  valuesConfig: {
    STEWARD: { description: 'Handed over in person and signed for (R-DUN-13).' },
    POST: { description: 'By post or courier, where that failed (R-DUN-14).' },
    PUBLIC_NOTICE: { description: 'On the board in the lobby, where the post failed (R-DUN-15).' },
  },
});

/** The GraphQL enum of ServiceOutcome. */
export const ServiceOutcomeEnum = enumOf(SERVICE_OUTCOMES);
registerEnumType(ServiceOutcomeEnum, {
  name: 'ServiceOutcome',
  description: 'What came of an attempt to serve a document.',
  valuesConfig: {
    SERVED: { description: 'Signed for, received or posted up: valid service, limitation runs from it (R-DUN-16).' },
    REFUSED: { description: 'The customer would not take or sign it.' },
    NOT_FOUND: { description: 'Nobody was there; of the steward only.' },
    UNDELIVERABLE: { description: 'It came back; of the post only.' },
  },
});
