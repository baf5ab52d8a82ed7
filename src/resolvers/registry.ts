import { RoleAssignmentResolver } from './identity/role-assignment.resolver.js';
import { SessionResolver } from './identity/session.resolver.js';
import { ViewerResolver } from './identity/viewer.resolver.js';
import { ActorResolver } from './event/actor.resolver.js';
import { TicketResolver } from './ticket/ticket.resolver.js';
import { RepairOrderResolver } from './ticket/repair-order.resolver.js';
import { RepairPayloadResolver } from './ticket/repair-payload.resolver.js';
import { TicketPayloadResolver } from './ticket/ticket-payload.resolver.js';
import { TicketEventResolver } from './ticket/ticket-event.resolver.js';

/** Every resolver class, in the order of the concepts. */
export const RESOLVERS = [
  SessionResolver,
  ViewerResolver,
  RoleAssignmentResolver,
  ActorResolver,
  TicketResolver,
  RepairOrderResolver,
  RepairPayloadResolver,
  TicketPayloadResolver,
  TicketEventResolver,
] as const;
