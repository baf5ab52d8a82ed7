import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Cursor, DateTime } from '../scalars.js';

/** What a subscription tells of a subject; actor and subject are fields of the resolver. */
export interface SubjectEventFields {
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly version: number;
}

/** The words of a type of events, for the developers of apps. */
interface EventWords {
  readonly description: string;
  /** Of `type`: what can become of the subject. */
  readonly type: string;
  /** Of `occurredAt`; "When it happened." where nothing else is to be said. */
  readonly occurredAt?: string;
  /** Of `version`: whose. */
  readonly version: string;
}

/** The GraphQL type of the events of a subject: place in the log, what, when, and the subject's version. */
export function subjectEventType(name: string, words: EventWords): ClassType<SubjectEventFields> {
  @ObjectType(name, { simpleResolvers: true, description: words.description })
  class SubjectEventOf {
    @Field(() => Cursor, {
      description: 'Its position in the event log: give it as `after` to receive what comes later.',
    })
    cursor!: string;

    @Field(() => String, { description: words.type })
    type!: string;

    @Field(() => DateTime, { description: words.occurredAt ?? 'When it happened.' })
    occurredAt!: Date;

    @Field(() => DateTime, { description: 'When it was recorded here; never falls along the log.' })
    recordedAt!: Date;

    @Field(() => Int, { description: words.version })
    version!: number;
  }
  return SubjectEventOf;
}
