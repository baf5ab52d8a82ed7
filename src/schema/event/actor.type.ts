import { Field, ObjectType } from 'type-graphql';
import { ActorKindEnum, type ActorKind } from './actor-kind.enum.js';

/** Who did something; the member of staff is a field of the resolver. */
@ObjectType('Actor', {
  simpleResolvers: true,
  description: 'Who did something. Residents are told the kind only, never who of the staff it was.',
})
export class ActorType {
  @Field(() => ActorKindEnum, { description: 'What kind of actor.' })
  kind!: ActorKind;
}
