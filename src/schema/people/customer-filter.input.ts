import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { TextField } from '../text-field.js';
import { CustomerKindEnum } from './customer-kind.enum.js';

/** Which customers a list shows. */
@InputType('CustomerFilter', {
  description: 'Which customers a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class CustomerFilterInput {
  @Field(() => [ID], { description: 'Only customers of these estates.', nullable: true })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => CustomerKindEnum, { description: 'Only persons or only firms.', nullable: true })
  kind?: CustomerKind | null;

  @TextField({
    max: 100,
    nullable: true,
    description:
      'Only names that begin so. Needs `customer.unmask`, and searches only estates where the viewer holds it.',
  })
  namePrefix?: string | null;

  @TextField({
    max: 40,
    nullable: true,
    description:
      'Only this telephone number, as stored. Needs `customer.unmask`, and searches only estates where the viewer holds it.',
  })
  phone?: string | null;
}
