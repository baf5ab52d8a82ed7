import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A key without its secret; `staff` is a field of the resolver. */
@ObjectType('ApiKey', { description: 'A key by which another system of the company signs in; never its secret.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'Opaque id; `revokeApiKey` takes it.' })
  id!: string;

  @Field(() => String, { description: 'Name of the system.' })
  name!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it ends.' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null while it is not.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last used, down to the hour; null before the first use.',
  })
  lastUsedAt!: Date | null;

  staffId!: string;
}
