import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A link of a subject to a member of staff; `provider` and `staff` are fields of the resolver. */
@ObjectType('ExternalIdentity', { description: 'That a subject of an identity provider is a member of staff.' })
export class ExternalIdentityType {
  @Field(() => ID, { description: 'Opaque id; `unlinkExternalIdentity` takes it.' })
  id!: string;

  @Field(() => String, { description: "The `sub` claim of the provider's tokens." })
  subject!: string;

  @Field(() => DateTime, { description: 'When it was linked.' })
  createdAt!: Date;

  providerId!: string;
  staffId!: string;
}
