import { beforeAll, expect, test } from '@jest/globals';
import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { buildApiSchema } from '../../src/server/execution/build-api-schema.js';

/**
 * Names that apps and dashboards rely on. The product may add to them; it renames, removes and retypes nothing of them
 * without a page in docs/decisions that says so.
 */
const CONTRACT = /* GraphQL */ `
  scalar DateTime
  scalar LocalDate
  scalar UUID
  scalar Cursor

  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  input SignInInput {
    login: String!
    password: String!
  }
  input RefreshSessionInput {
    refreshToken: String!
  }
  type Session {
    accessToken: String!
    refreshToken: String!
    expiresAt: DateTime!
    viewer: Viewer!
  }
  type Viewer {
    id: ID!
    displayName: String!
    company: Company!
    kind: PrincipalKind!
    roles: [RoleAssignment!]!
    actions: [String!]!
  }
  enum PrincipalKind {
    STAFF
    RESIDENT
    INTEGRATION
  }
  type RoleAssignment {
    role: Role!
    estates: [Estate!]
    group: EstateGroup
  }
  type EstateGroup {
    id: ID!
  }
  enum Role {
    COMPANY_ADMIN
    COMPANY_LEADER
    QUALITY_OFFICER
    FINANCE_OFFICER
    ESTATE_MANAGER
    SERVICE_MANAGER
    SERVICE_SUPERVISOR
    STEWARD
    ASSISTANT_STEWARD
    FRONT_DESK
    CASHIER
    TREASURER
    ACCOUNTANT
    ENGINEERING_HEAD
    TECHNICIAN
    SECURITY
    CLEANING_HEAD
    CONTROL_ROOM
    DOCUMENT_CONTROLLER
  }
  type Company {
    id: ID!
    name: String!
    timeZone: String!
  }
  type Estate {
    id: ID!
    code: String!
    name: String!
    households: Int!
    occupiedHouseholds: Int!
    units(first: Int, after: String): UnitConnection!
  }
  type EstateConnection {
    nodes: [Estate!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Building {
    id: ID!
  }
  type Unit {
    id: ID!
    code: String!
    building: Building!
    estate: Estate!
  }
  type UnitConnection {
    nodes: [Unit!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type Customer {
    id: ID!
    name: String!
    phone: String
  }
  type Staff {
    id: ID!
  }

  enum TicketKind {
    REPAIR
    COMPLAINT
    ENQUIRY
    SUGGESTION
    SERVICE_REQUEST
    HELP_CALL
  }
  enum TicketPhase {
    OPEN
    IN_PROGRESS
    RESOLVED
    CLOSED
    CANCELLED
  }
  enum Channel {
    PHONE
    VISIT
    APP
    LETTER
    STAFF
    PATROL
    OWNER_VISIT
    QUESTIONNAIRE
    OPINION_BOX
    OWNERS_COMMITTEE
    GOVERNMENT_HOTLINE
    MEDIA
    HEAD_OFFICE
    OTHER
  }
  interface Ticket {
    id: ID!
    number: String!
    kind: TicketKind!
    phase: TicketPhase!
    version: Int!
    estate: Estate!
    unit: Unit
    customer: Customer
    channel: Channel!
    subject: String!
    description: String
    reportedAt: DateTime!
    closedAt: DateTime
    timeline(first: Int, after: String): TicketEventConnection!
  }
  enum Urgency {
    ORDINARY
    EMERGENCY
  }
  enum RepairStage {
    REPORTED
    FORWARDED
    ACCEPTED
    SCHEDULED
    ON_SITE
    COMPLETED
    CARRIED_OVER
    SIGNED
    RETURNED
    CALLED_BACK
    CLOSED
    DECLINED
    CANCELLED
  }
  type RepairOrder implements Ticket {
    id: ID!
    number: String!
    kind: TicketKind!
    phase: TicketPhase!
    version: Int!
    estate: Estate!
    unit: Unit
    customer: Customer
    channel: Channel!
    subject: String!
    description: String
    reportedAt: DateTime!
    closedAt: DateTime
    timeline(first: Int, after: String): TicketEventConnection!
    stage: RepairStage!
    urgency: Urgency!
    technician: Staff
    visits: Int!
  }
  type TicketConnection {
    nodes: [Ticket!]!
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type TicketEventConnection {
    nodes: [TicketEvent!]!
    pageInfo: PageInfo!
  }

  input ReportRepairInput {
    commandId: UUID
    estateId: ID!
    unitId: ID
    customerId: ID
    contactName: String
    contactPhone: String
    channel: Channel!
    urgency: Urgency!
    subject: String!
    description: String
    occurredAt: DateTime
  }
  input ForwardRepairInput {
    commandId: UUID
    expectedVersion: Int
    occurredAt: DateTime
  }
  input AcceptRepairInput {
    commandId: UUID
    expectedVersion: Int
    occurredAt: DateTime
  }
  input StartRepairInput {
    commandId: UUID
    expectedVersion: Int
    occurredAt: DateTime
  }
  input CompleteRepairInput {
    commandId: UUID
    expectedVersion: Int
    occurredAt: DateTime
  }
  input CancelTicketInput {
    commandId: UUID
    expectedVersion: Int
    occurredAt: DateTime
  }
  type RepairPayload {
    repair: RepairOrder!
    cursor: Cursor!
  }
  type TicketPayload {
    ticket: Ticket!
    cursor: Cursor!
  }
  type Mutation {
    signIn(input: SignInInput!): Session
    refreshSession(input: RefreshSessionInput!): Session
    signOut: Boolean
    reportRepair(input: ReportRepairInput!): RepairPayload
    forwardRepair(input: ForwardRepairInput!): RepairPayload
    acceptRepair(input: AcceptRepairInput!): RepairPayload
    startRepair(input: StartRepairInput!): RepairPayload
    completeRepair(input: CompleteRepairInput!): RepairPayload
    cancelTicket(input: CancelTicketInput!): TicketPayload
  }

  type Actor {
    _: Boolean
  }
  type TicketEvent {
    cursor: Cursor!
    type: String!
    occurredAt: DateTime!
    recordedAt: DateTime!
    version: Int!
    actor: Actor
    ticket: Ticket
  }
  type Subscription {
    ticketEvents(estateIds: [ID!], kinds: [TicketKind!], after: Cursor): TicketEvent!
  }

  input EstateFilter {
    _: Boolean
  }
  input EstateOrder {
    _: Boolean
  }
  input TicketFilter {
    _: Boolean
  }
  input TicketOrder {
    _: Boolean
  }
  type Query {
    viewer: Viewer!
    estates(
      filter: EstateFilter
      orderBy: EstateOrder
      first: Int
      after: String
      last: Int
      before: String
    ): EstateConnection!
    estate(id: ID!): Estate
    ticket(id: ID!): Ticket
    tickets(
      filter: TicketFilter
      orderBy: TicketOrder
      first: Int
      after: String
      last: Int
      before: String
    ): TicketConnection!
  }
`;

let promised: string[];
let kept: Set<string>;

beforeAll(async () => {
  const contract = namesOf(buildASTSchema(parse(CONTRACT)));
  // A type with the field `_` promises its name and nothing of its content.
  const open = contract.filter((name) => name.endsWith('._: Boolean')).map((name) => name.split('.')[0]);
  promised = contract.filter((name) => !open.some((type) => name.endsWith(` ${type}`) || name.startsWith(`${type}._`)));
  kept = new Set(namesOf(await buildApiSchema()));
});

test('every name that apps rely on exists with the same type', () => {
  expect(promised.length).toBeGreaterThan(150);
  expect(promised.filter((name) => !kept.has(name))).toEqual([]);
});

/** One line a type, field, argument, input field and enum value, with its type. */
function namesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [`${kindOf(type)} ${type.name}`, ...partsOf(type)]);
}

function partsOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map((value) => `${type.name}.${value.name}`);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${String(field.type)}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return [
    ...type.getInterfaces().map((named) => `${type.name} implements ${named.name}`),
    ...Object.values(type.getFields()).flatMap((field) => [
      `${type.name}.${field.name}: ${String(field.type)}`,
      ...field.args.map((arg) => `${type.name}.${field.name}(${arg.name}: ${String(arg.type)})`),
    ]),
  ];
}

const kindOf = (type: GraphQLNamedType): string => type.constructor.name;
