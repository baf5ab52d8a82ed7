import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** One of the asker's own sign-ins that goes on. */
@ObjectType('ActiveSession', { description: 'One of your own sign-ins that goes on.' })
export class ActiveSessionType {
  @Field(() => ID, { description: 'Opaque id; `revokeSession` takes it.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTime, { description: 'When it was last refreshed.' })
  lastRefreshedAt!: Date;

  @Field(() => DateTime, { description: 'When it ends unless it is refreshed before.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: "Whether it is that of the request's token." })
  current!: boolean;
}
