import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection.js';
import { Cursor, DateTime } from '../scalars.js';

/** One fact of an entry. */
@ObjectType('AuditFact', {
  simpleResolvers: true,
  description: 'One fact of what happened: an id, a code, a number or an instant, never a name or a telephone number.',
})
export class AuditFactType {
  @Field(() => String, { description: 'What it is: `stage`, `changed`, `role`, ….' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its value as text; null where there is none.' })
  value!: string | null;
}

/** An event as the audit trail shows it; who did it and where are fields of the resolver. */
@ObjectType('AuditEntry', { description: 'Who did what to which thing, as the event log has it.' })
export class AuditEntryType {
  @Field(() => Cursor, { description: 'Its position in the event log.' })
  cursor!: string;

  @Field(() => String, { description: 'What happened: `people.CUSTOMER_UPDATED`, `identity.ROLE_ASSIGNED`, ….' })
  type!: string;

  @Field(() => String, { description: 'What kind of thing: `ticket`, `customer`, `staff`, ….' })
  subjectKind!: string;

  @Field(() => ID, { description: 'Which thing.' })
  subjectId!: string;

  @Field(() => Int, { description: 'The version of the thing after it.' })
  subjectVersion!: number;

  @Field(() => DateTime, { description: 'When it happened, by the word of the actor.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
  recordedAt!: Date;
}

/** A page of the audit trail. */
export const AuditEntryConnection = connectionOf<AuditEntryType>('AuditEntry', () => AuditEntryType);
