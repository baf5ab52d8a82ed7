import { registerEnumType } from 'type-graphql';
import { TICKET_FACETS } from '../../domain/ticket/ticket-facet.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of TicketFacet. */
export const TicketFacetEnum = enumOf(TICKET_FACETS);

registerEnumType(TicketFacetEnum, {
  name: 'TicketFacet',
  description: 'By what tickets are counted.',
  valuesConfig: {
    KIND: { description: 'By kind; values are words of `TicketKind`.' },
    PHASE: { description: 'By phase; values are words of `TicketPhase`.' },
    STAGE: { description: 'By stage; values are words of `RepairStage` and `ComplaintStage`.' },
    COMPLAINT_CLASS: { description: 'By class; values are words of `ComplaintClass`, null for what is no complaint.' },
    URGENCY: { description: 'By urgency; values are words of `Urgency`, null for what is no repair.' },
    CHANNEL: { description: 'By channel (D-17); values are words of `Channel`.' },
    CATEGORY: { description: 'By category; values are its ids, each counted by itself, not with those below it.' },
    DEPARTMENT: { description: 'By the department that they lie with; values are its ids.' },
    BUILDING: { description: 'By the building of their unit; values are its ids, null for common areas.' },
    ESTATE: { description: 'By estate; values are its ids.' },
  },
});
