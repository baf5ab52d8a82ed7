import { Field, ObjectType } from 'type-graphql';

/** A message as it is read. */
@ObjectType('MessageWords', { simpleResolvers: true, description: 'A message as it is read, in one language.' })
export class MessageWordsType {
  @Field(() => String, { description: 'One line.' })
  title!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;
}
