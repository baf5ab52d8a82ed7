import { Field, ID, ObjectType } from 'type-graphql';
import type { ServedDocument, ServiceMethod, ServiceOutcome } from '../../domain/dunning/document-service.js';
import { DateTime, LocalDate } from '../scalars.js';
import { ServedDocumentEnum, ServiceMethodEnum, ServiceOutcomeEnum } from './service.enums.js';

/** An attempt to serve a document; amount, people and evidence are fields of the resolver. */
@ObjectType('DocumentService', {
  simpleResolvers: true,
  description: 'An attempt to serve a document on a debtor: the delivery record (送达记录, R-DUN-13).',
})
export class DocumentServiceType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ServedDocumentEnum, { description: 'What was served.' })
  document!: ServedDocument;

  @Field(() => ServiceMethodEnum, { description: 'How.' })
  method!: ServiceMethod;

  @Field(() => ServiceOutcomeEnum, { description: 'What came of it.' })
  outcome!: ServiceOutcome;

  @Field(() => DateTime, { description: 'When it was tried.' })
  attemptedAt!: Date;

  @Field(() => LocalDate, { nullable: true, description: 'The first day for which something was overdue then.' })
  arrearsFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day after that time.' })
  arrearsUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'The number on the courier’s receipt (R-DUN-14).' })
  receiptNumber!: string | null;

  @Field(() => Boolean, { description: 'Whether a notary has witnessed it (R-DUN-15).' })
  notarised!: boolean;
}
