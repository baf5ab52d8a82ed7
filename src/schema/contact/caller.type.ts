import { ObjectType } from 'type-graphql';

/** Who may be on the telephone; everything that it shows is an edge. */
@ObjectType('Caller', {
  description: 'Who may be on the telephone, and what the desk should know before it answers (R-REC-15, R-REC-16).',
})
export class CallerType {}

/** A customer whose telephone it is. */
@ObjectType('CallerMatch', {
  description: 'A customer whose telephone it is: home, household, special care, and what is open.',
})
export class CallerMatchType {}
