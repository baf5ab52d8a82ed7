import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { visitMonthById } from '../../loaders/owner-visit/visit-months.js';
import { AppointVisitInput } from '../../schema/owner-visit/appoint-visit.input.js';
import { DrawVisitsInput } from '../../schema/owner-visit/draw-visits.input.js';
import { RecordVisitInput } from '../../schema/owner-visit/record-visit.input.js';
import { SubmitVisitRecordInput } from '../../schema/owner-visit/submit-visit-record.input.js';
import { VisitDrawPayloadType } from '../../schema/owner-visit/visit-draw-payload.type.js';
import { VisitPayloadType } from '../../schema/owner-visit/visit-payload.type.js';
import { appointVisit } from '../../services/owner-visit/appoint-visit.js';
import { drawVisits } from '../../services/owner-visit/draw-visits.js';
import { recordVisit } from '../../services/owner-visit/record-visit.js';
import { submitVisitRecord } from '../../services/owner-visit/submit-visit-record.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about visits to households. */
@Resolver()
export class OwnerVisitCommandsResolver {
  @Mutation(() => VisitDrawPayloadType, {
    nullable: true,
    description:
      'Draws what the month is still short of, or households by hand (R-VIS-09). The program draws when a month begins. Needs `visit.plan` on the estate.',
  })
  async drawVisits(
    @Arg('input', () => DrawVisitsInput, { description: 'Which estate.' }) input: DrawVisitsInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, drawVisits, input);
    return { ...done, month: await found('visit month', visitMonthById(ctx).load(done.monthId)) };
  }

  @Mutation(() => VisitPayloadType, {
    nullable: true,
    description:
      'Writes down what was agreed with a household; refused in quiet hours (R-VIS-10, R-VIS-11). Needs `visit.record` on the estate.',
  })
  async appointVisit(
    @Arg('input', () => AppointVisitInput, { description: 'Which household, when, how.' }) input: AppointVisitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, appointVisit, input);
    return { ...done, visit: await found('visit', visitById(ctx).load(done.visitId)) };
  }

  @Mutation(() => VisitPayloadType, {
    nullable: true,
    description:
      'Records a visit that took place, whatever its time or turn, and what was said (R-VIS-15, D-03, D-04). Needs `visit.record` on the estate.',
  })
  async recordVisit(
    @Arg('input', () => RecordVisitInput, { description: 'Which visit, and what was said.' }) input: RecordVisitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordVisit, input);
    return { ...done, visit: await found('visit', visitById(ctx).load(done.visitId)) };
  }

  @Mutation(() => VisitPayloadType, {
    nullable: true,
    description:
      'Hands the record of a visit to the supervisor, by the end of the next day (R-VIS-17). Needs `visit.record` on the estate.',
  })
  async submitVisitRecord(
    @Arg('input', () => SubmitVisitRecordInput, { description: 'Which visit.' }) input: SubmitVisitRecordInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, submitVisitRecord, input);
    return { ...done, visit: await found('visit', visitById(ctx).load(done.visitId)) };
  }
}
