import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { isProven } from '../../domain/dunning/document-service.js';
import { attachmentById } from '../../loaders/attachment/attachments.js';
import { evidenceOf, type DocumentServiceRow } from '../../loaders/dunning/document-services.js';
import { dunningCaseById } from '../../loaders/dunning/dunning-cases.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { DocumentServiceType } from '../../schema/dunning/document-service.type.js';
import { DunningPayloadType } from '../../schema/dunning/dunning-payload.type.js';
import { AddDunningEvidenceInput, RecordServiceInput } from '../../schema/dunning/record-service.input.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { addDunningEvidence } from '../../services/dunning/add-dunning-evidence.js';
import { recordService } from '../../services/dunning/record-service.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** The files that prove a step or a service, as far as the viewer may know of them. */
export const filesProving = async (ctx: RequestContext, id: string) => {
  const rows = await evidenceOf(ctx).load(id);
  const files = await Promise.all(rows.map(({ attachmentId }) => attachmentById(ctx).load(attachmentId)));
  return files.filter((file) => file !== null);
};

/** How documents are served on debtors. */
@Resolver(() => DocumentServiceType)
export class DocumentServiceResolver {
  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Records that a notice or letter was handed over or posted, or could not be (R-DUN-13, R-DUN-14); each way comes after the one before has failed (R-DUN-17). Needs `dunning.act` on the estate.',
  })
  async recordService(
    @Arg('input', () => RecordServiceInput, { description: 'What, how, and what came of it.' })
    input: RecordServiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordService, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Has files of a case prove a step or a service (R-DUN-12): a recording, a signed record, a courier’s receipt, a photo of the board. Needs `dunning.act` on the estate.',
  })
  async addDunningEvidence(
    @Arg('input', () => AddDunningEvidenceInput, { description: 'What proves what.' }) input: AddDunningEvidenceInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, addDunningEvidence, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What was overdue then; null without `fee.amount`.' })
  arrears(@Root() service: DocumentServiceRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, service, service.arrearsMinor);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether it is proven (M-DUN-09): the signed record of what was handed over, the courier’s receipt, a photo of the board.',
  })
  proven(@Root() service: DocumentServiceRow) {
    return isProven(service, service.proofs.split(','));
  }

  @FieldResolver(() => [AttachmentType], { description: 'The files that prove it.' })
  evidence(@Root() { id }: DocumentServiceRow, @Ctx() ctx: RequestContext) {
    return filesProving(ctx, id);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has recorded it.' })
  servedBy(@Root() { servedBy }: DocumentServiceRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(servedBy);
  }
}
