import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { actionsOfSource } from '../../loaders/corrective-action/actions-of-source.js';
import { correctiveActionById } from '../../loaders/corrective-action/corrective-action-by-id.js';
import type { ObligationRow } from '../../loaders/obligation/obligation-by-id.js';
import { CorrectiveActionType } from '../../schema/corrective-action/corrective-action.type.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { VisitMonthType } from '../../schema/owner-visit/visit-month.type.js';
import { VisitSummaryType } from '../../schema/owner-visit/visit-summary.type.js';
import { SurveyEstateType } from '../../schema/survey/survey-estate.type.js';
import { SurveyRoundType } from '../../schema/survey/survey-round.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What an action can come of, as far as its edge goes. */
interface Source {
  readonly id: string;
}

/** Where tickets show what was decided because of them. */
@Resolver(() => TicketType)
export class TicketCorrectiveActionsResolver {
  @FieldResolver(() => [CorrectiveActionType], {
    description: 'Corrective actions that came of it (R-CMP-20), the first raised first; none for residents.',
  })
  correctiveActions(@Root() { id }: Source, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}

/** Where obligations show the action that is owed. */
@Resolver(() => ObligationType)
export class ObligationCorrectiveActionResolver {
  @FieldResolver(() => CorrectiveActionType, {
    nullable: true,
    description: 'The corrective action that it is about, where it is one.',
  })
  correctiveAction(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'CORRECTIVE_ACTION' ? correctiveActionById(ctx).load(subjectId) : null;
  }
}

/** Where visits show what was decided because of them. */
@Resolver(() => OwnerVisitType)
export class VisitCorrectiveActionsResolver {
  @FieldResolver(() => [CorrectiveActionType], {
    description: 'Corrective actions that came of it (R-VIS-25), the first raised first; none for residents.',
  })
  correctiveActions(@Root() { id }: Source, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}

/** Where months of visits show what was decided because of them. */
@Resolver(() => VisitMonthType)
export class VisitMonthCorrectiveActionsResolver {
  @FieldResolver(() => [CorrectiveActionType], {
    description: 'Corrective actions that came of it, the first raised first.',
  })
  correctiveActions(@Root() { id }: Source, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}

/** Where summaries of visits show how their measures are carried out. */
@Resolver(() => VisitSummaryType)
export class VisitSummaryCorrectiveActionsResolver {
  @FieldResolver(() => [CorrectiveActionType], {
    description: 'Corrective actions that carry out its measures (R-VIS-20), the first raised first.',
  })
  correctiveActions(@Root() { id }: Source, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}

/** Where rounds of the survey show what was decided because of them. */
@Resolver(() => SurveyRoundType)
export class SurveyRoundCorrectiveActionsResolver {
  @FieldResolver(() => [CorrectiveActionType], {
    description:
      'Corrective actions that came of it as a whole (R-SAT-04), the first raised first; none for residents.',
  })
  correctiveActions(@Root() { id }: Source, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}

/** Where a round on one of its estates shows what was decided because of it. */
@Resolver(() => SurveyEstateType)
export class SurveyEstateCorrectiveActionsResolver {
  @FieldResolver(() => [CorrectiveActionType], {
    description:
      'Corrective actions that came of the round on this estate (R-SAT-04), the first raised first; none for residents.',
  })
  correctiveActions(@Root() { id }: Source, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}
