import { Field, ID, InputType } from 'type-graphql';

/** Which sign-in is ended. */
@InputType('RevokeSessionInput', { description: 'Which sign-in is ended.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'The `ActiveSession`.' })
  sessionId!: string;
}
