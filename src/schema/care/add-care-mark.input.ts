import { IsOptional, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { CareKind, ConsentBy } from '../../domain/care/care-kind.js';
import { CommandFields } from '../command-fields.js';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { CareKindEnum } from './care-kind.enum.js';
import { ConsentByEnum } from './consent-by.enum.js';

/** A person or unit that is to be looked after with special care. */
@InputType('AddCareMarkInput', { description: 'A person or unit that is to be looked after with special care (D-15).' })
export class AddCareMarkInput extends CommandFields {
  @Field(() => ID, { nullable: true, description: 'The unit; either this or `customerId`.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The customer.' })
  customerId?: string | null;

  @Field(() => CareKindEnum, { description: 'Why.' })
  kind!: CareKind;

  @Field(() => ConsentByEnum, { nullable: true, description: 'Who has agreed; needed for personal kinds.' })
  consentBy?: ConsentBy | null;

  @Field(() => LocalDate, { nullable: true, description: 'On which day that was; both or neither.' })
  consentDay?: string | null;

  @TextField({ nullable: true, multiline: true, max: 1000, description: 'What to know.' })
  note?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day; today where nothing is said.' })
  fromDay?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day that no longer belongs to it, where it is known.',
  })
  untilDay?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often the steward looks after it, 1 to 366 days; as usual for the kind where nothing is said.',
  })
  @IsOptional()
  @Min(1, { message: 'must be at least 1' })
  @Max(366, { message: 'must be at most 366' })
  checkEveryDays?: number | null;
}
