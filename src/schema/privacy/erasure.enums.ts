import { registerEnumType } from 'type-graphql';
import {
  ERASURE_GROUNDS,
  ERASURE_OBSTACLES,
  ERASURE_REFUSALS,
  ERASURE_STATES,
  type ErasureGround,
  type ErasureObstacle,
  type ErasureRefusal,
  type ErasureState,
} from '../../domain/privacy/erasure.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ErasureGround. */
export const ErasureGroundEnum = enumOf<ErasureGround>(ERASURE_GROUNDS);
/** The GraphQL enum of ErasureRefusal. */
export const ErasureRefusalEnum = enumOf<ErasureRefusal>(ERASURE_REFUSALS);
/** The GraphQL enum of ErasureState. */
export const ErasureStateEnum = enumOf<ErasureState>(ERASURE_STATES);
/** The GraphQL enum of ErasureObstacle. */
export const ErasureObstacleEnum = enumOf<ErasureObstacle>(ERASURE_OBSTACLES);

registerEnumType(ErasureGroundEnum, {
  name: 'ErasureGround',
  description: 'On what ground data are asked to be erased.',
  valuesConfig: {
    REQUEST_OF_PERSON: { description: 'The person asks for it.' },
    CONSENT_WITHDRAWN: { description: 'The person has withdrawn the consent.' },
    PURPOSE_FULFILLED: { description: 'The data are needed for nothing any more.' },
    UNLAWFUL_COLLECTION: { description: 'The data should not have been collected.' },
    ORDER_OF_AUTHORITY: { description: 'An authority orders it.' },
  },
});
registerEnumType(ErasureRefusalEnum, {
  name: 'ErasureRefusal',
  description: 'Why an erasure is refused.',
  valuesConfig: {
    LEGAL_RETENTION: { description: 'The law requires keeping the data.' },
    OPEN_MATTERS: { description: 'Matters are open that need the data.' },
    CLAIM_PENDING: { description: 'A claim is pending that needs the data.' },
    IDENTITY_NOT_PROVEN: { description: 'Who asks has not proven to be the person.' },
  },
});
registerEnumType(ErasureStateEnum, {
  name: 'ErasureState',
  description: 'How far a request to erase has come.',
  valuesConfig: {
    REQUESTED: { description: 'Waits for the decision of another person.' },
    ERASED: { description: 'Carried out; it cannot be taken back.' },
    REFUSED: { description: 'Refused with a reason; the data stay.' },
    WITHDRAWN: { description: 'Taken back before it was decided.' },
  },
});
registerEnumType(ErasureObstacleEnum, {
  name: 'ErasureObstacle',
  description: 'What stands against an erasure while it lasts.',
  valuesConfig: {
    OPEN_TICKETS: { description: 'Tickets of the customer are neither closed nor cancelled.' },
    CURRENT_OCCUPANCY: { description: 'The customer holds a unit, or will.' },
    OPEN_ACCOUNT: { description: 'The customer owes something, or has paid something ahead.' },
  },
});
