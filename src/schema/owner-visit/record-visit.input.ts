import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Satisfaction } from '../../domain/callback/callback-answer.js';
import type { VisitSignature } from '../../domain/owner-visit/visit-mode.js';
import { SatisfactionEnum } from '../callback/satisfaction.enum.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { VisitItemInput } from './visit-item.input.js';
import { VisitSignatureEnum } from './visit-signature.enum.js';
import { WhichVisitInput } from './which-visit.input.js';

/** A visit that took place. */
@InputType('RecordVisitInput', { description: 'A visit that took place, and what was said (R-VIS-15).' })
export class RecordVisitInput extends WhichVisitInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the visit began, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time that had been agreed, where nobody wrote it down before (R-VIS-10).',
  })
  agreedFor?: Date | null;

  @TextField({ nullable: true, max: 500, description: 'Why it took place in quiet hours, where it did (D-03, P-02).' })
  quietHoursReason?: string | null;

  @Field(() => VisitSignatureEnum, {
    description: 'What became of the signature; a refusal is not pressed (R-VIS-16).',
  })
  signature!: VisitSignature;

  @Field(() => SatisfactionEnum, {
    nullable: true,
    description: 'How satisfied the customer is on the whole (R-VIS-27).',
  })
  satisfaction?: Satisfaction | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Care marks of the household or the customer that were looked after on it, at most 20 (R-ORG-34, D-15).',
  })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  careMarkIds?: string[] | null;

  @Field(() => [VisitItemInput], {
    nullable: true,
    description: 'Opinions, suggestions and needs, each by itself, at most 50 (R-VIS-15).',
  })
  @IsOptional()
  @ArrayMaxSize(50, { message: 'must have at most 50 items' })
  @ValidateNested({ each: true })
  items?: VisitItemInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the supervisor has the record with this word (R-VIS-17); no where nothing is said.',
  })
  submit?: boolean | null;
}
