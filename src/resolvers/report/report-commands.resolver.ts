import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reportById } from '../../loaders/report/reports.js';
import { ReportPayloadType } from '../../schema/report/report-payload.type.js';
import {
  ApproveReportInput,
  DraftReportInput,
  ReturnReportInput,
  SubmitReportInput,
  WriteReportInput,
} from '../../schema/report/report-step.input.js';
import { approveReport } from '../../services/report/approve-report.js';
import { draftReport } from '../../services/report/draft-report.js';
import { returnReport } from '../../services/report/return-report.js';
import { submitReport } from '../../services/report/submit-report.js';
import { writeReport } from '../../services/report/write-report.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about reports. */
@Resolver()
export class ReportCommandsResolver {
  @Mutation(() => ReportPayloadType, {
    nullable: true,
    description:
      'Drafts a report on a period that is over, with the figures of the engine; where it is drafted already that one is meant. RULE_REFUSED R-RPT-21 before its period is over. Needs `report.write` on the estate.',
  })
  async draftReport(
    @Arg('input', () => DraftReportInput, { description: 'Which.' }) input: DraftReportInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, draftReport, input));
  }

  @Mutation(() => ReportPayloadType, {
    nullable: true,
    description:
      'Writes parts of a report that is a draft or came back, and draws its figures anew where that is wished (R-RPT-20). Needs `report.write` on its estate.',
  })
  async writeReport(
    @Arg('input', () => WriteReportInput, { description: 'Which, and its words.' }) input: WriteReportInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, writeReport, input));
  }

  @Mutation(() => ReportPayloadType, {
    nullable: true,
    description:
      'Hands a report in; the first time counts for its deadline (R-RPT-21). INVALID_INPUT with the parts that it lacks. Needs `report.write` on its estate.',
  })
  async submitReport(
    @Arg('input', () => SubmitReportInput, { description: 'Which.' }) input: SubmitReportInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, submitReport, input));
  }

  @Mutation(() => ReportPayloadType, {
    nullable: true,
    description:
      'Approves a report; never who handed it in (R-ORG-68). Needs `report.approve` on its estate, and `report.endorse` for what goes to the estate manager.',
  })
  async approveReport(
    @Arg('input', () => ApproveReportInput, { description: 'Which.' }) input: ApproveReportInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, approveReport, input));
  }

  @Mutation(() => ReportPayloadType, {
    nullable: true,
    description:
      'Gives a report back with a reason, to be handed in again; never who handed it in (R-ORG-68). Needs `report.approve` on its estate, and `report.endorse` for what goes to the estate manager.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput, { description: 'Which, and why.' }) input: ReturnReportInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, returnReport, input));
  }
}

/** The report as it stands after a command. */
async function answer<D extends { readonly reportId: string }>(ctx: RequestContext, done: D) {
  return { ...done, report: await found('report', reportById(ctx).load(done.reportId)) };
}
