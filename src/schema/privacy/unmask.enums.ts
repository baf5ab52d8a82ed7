import { registerEnumType } from 'type-graphql';
import {
  UNMASK_PURPOSES,
  UNMASK_SUBJECTS,
  type UnmaskPurpose,
  type UnmaskSubject,
} from '../../domain/privacy/unmask-purpose.js';
import { UNMASK_STATES, type UnmaskState } from '../../domain/privacy/unmask-term.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of UnmaskPurpose. */
export const UnmaskPurposeEnum = enumOf<UnmaskPurpose>(UNMASK_PURPOSES);
/** The GraphQL enum of UnmaskSubject. */
export const UnmaskSubjectEnum = enumOf<UnmaskSubject>(UNMASK_SUBJECTS);
/** The GraphQL enum of UnmaskState. */
export const UnmaskStateEnum = enumOf<UnmaskState>(UNMASK_STATES);

registerEnumType(UnmaskPurposeEnum, {
  name: 'UnmaskPurpose',
  description: 'What head office needs names and telephones for (R-ORG-78).',
  valuesConfig: {
    COMPLAINT_REVIEW: { description: 'To review a complaint with the person who made it.' },
    QUALITY_CALLBACK: { description: 'To call customers back about the quality of service.' },
    EMERGENCY: { description: 'To reach people in danger.' },
    LEGAL_CLAIM: { description: 'To bring or defend a claim.' },
    LAWFUL_REQUEST: { description: 'To answer an authority or the person concerned.' },
    DATA_CORRECTION: { description: 'To correct what is recorded.' },
  },
});
registerEnumType(UnmaskSubjectEnum, {
  name: 'UnmaskSubject',
  description: 'Whose data a grant opens.',
  valuesConfig: {
    CUSTOMERS: { description: 'Named customers of one estate.' },
    ESTATE: { description: 'Everybody of one estate.' },
    TICKET: { description: 'The contact and the customer of one ticket.' },
  },
});
registerEnumType(UnmaskStateEnum, {
  name: 'UnmaskState',
  description: 'How a grant stands.',
  valuesConfig: {
    IN_FORCE: { description: 'Queries read under it.' },
    EXPIRED: { description: 'Its time is over.' },
    REVOKED: { description: 'It was taken back.' },
  },
});
