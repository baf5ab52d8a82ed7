import { registerEnumType } from 'type-graphql';
import { AGEING_BUCKETS } from '../../domain/collection/ageing.js';
import { COLLECTION_DIMENSIONS } from '../../domain/collection/collection-scope.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of AgeingBucket. */
export const AgeingBucketEnum = enumOf(AGEING_BUCKETS);
registerEnumType(AgeingBucketEnum, {
  name: 'AgeingBucket',
  description: 'How long something has been open past its deadline, in calendar months (账龄, M-FEE-05).',
  valuesConfig: {
    NOT_DUE: { description: 'The deadline has not passed; its day is in time (未到期).' },
    UP_TO_TWO_MONTHS: { description: 'At most two months past it.' },
    UP_TO_ONE_YEAR: { description: 'More than two months: a visit or a letter may follow (R-DUN-04, R-DUN-07).' },
    OVER_ONE_YEAR: { description: 'More than a year.' },
  },
});

/** The GraphQL enum of CollectionDimension. */
export const CollectionDimensionEnum = enumOf(COLLECTION_DIMENSIONS);
registerEnumType(CollectionDimensionEnum, {
  name: 'CollectionDimension',
  description: 'What figures of collection are told apart by.',
  valuesConfig: {
    ESTATE: { description: 'The estate.' },
    MONTH: { description: 'The month that was charged.' },
    KIND: { description: 'What was charged for (M-FEE-02).' },
    BUILDING: { description: 'The building.' },
    STEWARD: { description: 'The steward of the building as of now (R-ORG-33); with two, each has all of it.' },
  },
});
