import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ServedDocument, ServiceMethod, ServiceOutcome } from '../../domain/dunning/document-service.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { DunningCaseInput } from './dunning-steps.input.js';
import { ServedDocumentEnum, ServiceMethodEnum, ServiceOutcomeEnum } from './service.enums.js';

/** How a document was served, or could not be. */
@InputType({ description: 'How a document was served on a debtor, or could not be.' })
export class RecordServiceInput extends DunningCaseInput {
  @Field(() => ServedDocumentEnum, { description: 'What.' })
  document!: ServedDocument;

  @Field(() => ServiceMethodEnum, { description: 'How; a public notice is posted by its list.' })
  method!: ServiceMethod;

  @Field(() => ServiceOutcomeEnum, { description: 'What came of it.' })
  outcome!: ServiceOutcome;

  @TextField({
    max: 60,
    nullable: true,
    description: 'The number on the courier’s receipt; of the post only (R-DUN-14).',
  })
  receiptNumber?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Files of the case that prove it, at most 20 (R-DUN-12).' })
  @IsOptional()
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  attachmentIds?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was tried, for what is entered late.' })
  occurredAt?: Date | null;
}

/** What proves a step or a service. */
@InputType({ description: 'What proves a step or a service that was recorded before.' })
export class AddDunningEvidenceInput extends DunningCaseInput {
  @Field(() => ID, { nullable: true, description: 'The step; either this or `serviceId`.' })
  stepId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The service.' })
  serviceId?: string | null;

  @Field(() => [ID], { description: 'Files of the case, 1 to 20.' })
  @ArrayMinSize(1, { message: 'must have at least 1 item' })
  @ArrayMaxSize(20, { message: 'must have at most 20 items' })
  attachmentIds!: string[];
}
