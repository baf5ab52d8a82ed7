import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { percentOf, type InspectionFigures } from '../../domain/inspection/inspection-figures.js';
import { actionsOfSource } from '../../loaders/corrective-action/actions-of-source.js';
import type { CorrectiveActionRow } from '../../loaders/corrective-action/corrective-action-by-id.js';
import { inspectionFindingById, type InspectionFindingRow } from '../../loaders/inspection/inspection-findings.js';
import { inspectionById } from '../../loaders/inspection/inspections.js';
import type { InspectionItemRow } from '../../loaders/inspection/items-of-inspection.js';
import { visitById } from '../../loaders/owner-visit/visit-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { CorrectiveActionType } from '../../schema/corrective-action/corrective-action.type.js';
import { InspectionFiguresType } from '../../schema/inspection/inspection-figures.type.js';
import { InspectionFindingType } from '../../schema/inspection/inspection-finding.type.js';
import { InspectionItemType } from '../../schema/inspection/inspection-item.type.js';
import { InspectionType } from '../../schema/inspection/inspection.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { Decimal } from '../../schema/scalars.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const PERCENT = 'percent with one decimal; null where there is nothing to divide by';

/** The rates of inspections. */
@Resolver(() => InspectionFiguresType)
export class InspectionFiguresResolver {
  @FieldResolver(() => Decimal, { nullable: true, description: `Without fault among what was judged, ${PERCENT}.` })
  score(@Root() { passed, judged }: InspectionFigures) {
    return percentOf(passed, judged);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: `Recorded callbacks that did not happen among those asked about (D-27), ${PERCENT}.`,
  })
  falseCallbackRate(@Root() { falseCallbacks, callbacksAsked }: InspectionFigures) {
    return percentOf(falseCallbacks, callbacksAsked);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: `Closed tickets that are not solved among those asked about (D-27), ${PERCENT}.`,
  })
  falseClosureRate(@Root() { falseClosures, closuresAsked }: InspectionFigures) {
    return percentOf(falseClosures, closuresAsked);
  }
}

/** What was looked at, and by whom. */
@Resolver(() => InspectionItemType)
export class InspectionItemResolver {
  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket, where it is one.' })
  ticket(@Root() { kind, subjectId }: InspectionItemRow, @Ctx() ctx: RequestContext) {
    return subjectId === null || kind === 'OWNER_VISIT' ? null : ticketById(ctx).load(subjectId);
  }

  @FieldResolver(() => OwnerVisitType, { nullable: true, description: 'The visit, where it is one.' })
  visit(@Root() { kind, subjectId }: InspectionItemRow, @Ctx() ctx: RequestContext) {
    return subjectId === null || kind !== 'OWNER_VISIT' ? null : visitById(ctx).load(subjectId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who looked at it; null until then.' })
  checkedBy(@Root() { checkedById }: InspectionItemRow, @Ctx() ctx: RequestContext) {
    return checkedById === null ? null : staffById(ctx).load(checkedById);
  }
}

/** What was found, and what is done about it. */
@Resolver(() => InspectionFindingType)
export class InspectionFindingResolver {
  @FieldResolver(() => InspectionType, { nullable: true, description: 'The inspection that found it.' })
  inspection(@Root() { inspectionId }: InspectionFindingRow, @Ctx() ctx: RequestContext) {
    return inspectionById(ctx).load(inspectionId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who found it.' })
  foundBy(@Root() { foundById }: InspectionFindingRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(foundById);
  }

  @FieldResolver(() => [CorrectiveActionType], {
    description: 'What puts it right: raised when the inspection is published, done once it is verified (R-ORG-25).',
  })
  correctiveActions(@Root() { id }: InspectionFindingRow, @Ctx() ctx: RequestContext) {
    return actionsOfSource(ctx).load(id);
  }
}

/** Where corrective actions show the finding that they put right. */
@Resolver(() => CorrectiveActionType)
export class CorrectiveActionFindingResolver {
  @FieldResolver(() => InspectionFindingType, {
    nullable: true,
    description: 'The finding of an inspection that it puts right, where it is one.',
  })
  inspectionFinding(@Root() { sourceKind, sourceId }: CorrectiveActionRow, @Ctx() ctx: RequestContext) {
    return sourceKind === 'INSPECTION_FINDING' ? inspectionFindingById(ctx).load(sourceId) : null;
  }
}
