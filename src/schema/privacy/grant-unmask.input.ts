import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { UnmaskPurpose } from '../../domain/privacy/unmask-purpose.js';
import { CommandFields } from '../command-fields.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { UnmaskPurposeEnum } from './unmask.enums.js';

/** Whose data the asker needs, what for and how long. */
@InputType('GrantUnmaskInput', {
  description: 'Whose data you need to read by name, what for and how long. Name customers, an estate or a ticket.',
})
export class GrantUnmaskInput extends CommandFields {
  @Field(() => UnmaskPurposeEnum, { description: 'What for.' })
  purpose!: UnmaskPurpose;

  @TextField({ max: 500, description: 'Why, in your words; the estate reads it.' })
  reason!: string;

  @Field(() => [ID], { nullable: true, description: 'These customers, all of one estate. At most 100.' })
  @IsOptional()
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  customerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Everybody of this estate.' })
  estateId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The contact and the customer of this ticket.' })
  ticketId?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it ends; the longest term of the company (3 days unless set otherwise) where nothing is said.',
  })
  expiresAt?: Date | null;
}
