import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { DateTime } from '../scalars.js';
import { CustomerKindEnum } from './customer-kind.enum.js';

/** A customer as clients see it; name and telephone are fields of the resolver, which masks them. */
@ObjectType('Customer', {
  description:
    'A person or firm that an estate serves (客户). Name and telephone are masked unless the viewer may unmask.',
})
export class CustomerType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CustomerKindEnum, { description: 'Natural person or firm.' })
  kind!: CustomerKind;

  @Field(() => DateTime, { description: 'When the record was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When name and telephone were erased for good (R-ARC-08); null while they stand.',
  })
  erasedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
