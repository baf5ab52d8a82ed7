import type { Role } from './role.js';

/** Everything that the API lets somebody do. A principal holds each action on all estates, on some, or not at all. */
export const ACTIONS = [
  'company.read',
  'company.manage',
  'estate.read',
  'estate.manage',
  'group.read',
  'group.manage',
  'unit.read',
  'unit.manage',
  'customer.read',
  'customer.unmask',
  'customer.manage',
  'department.read',
  'department.manage',
  'staff.read',
  'staff.manage',
  'role.assign',
  'ticket.read',
  'repair.report',
  'repair.forward',
  'repair.accept',
  'repair.start',
  'repair.complete',
  'ticket.cancel',
] as const;
export type Action = (typeof ACTIONS)[number];

const LOOK: readonly Action[] = ['company.read', 'estate.read', 'group.read', 'unit.read', 'department.read', 'staff.read'];
const SERVE: readonly Action[] = [...LOOK, 'customer.read', 'customer.unmask', 'ticket.read'];
const DESK: readonly Action[] = [...SERVE, 'repair.report', 'repair.forward', 'ticket.cancel'];
const ENGINEERING: readonly Action[] = [...SERVE, 'repair.report', 'repair.accept', 'repair.start', 'repair.complete'];
const LEAD: readonly Action[] = [...DESK, 'customer.manage', 'unit.manage'];
const OVERSEE: readonly Action[] = [...LOOK, 'customer.read', 'ticket.read'];
const MONEY: readonly Action[] = [...LOOK, 'customer.read', 'customer.unmask'];

/**
 * Which actions a role holds, on the estates of its assignment.
 * Head office reads masked persons (R-ORG-78); the front desk and the control room take and forward repairs (R-RPR-03,
 * R-RPR-06); Engineering accepts and carries out (R-RPR-02); the money posts see customers (R-ORG-61); the estate
 * manager names persons in charge on the own estate (R-ORG-29, R-ORG-57).
 */
export const ACTIONS_OF_ROLE: Readonly<Record<Role, readonly Action[]>> = {
  COMPANY_ADMIN: [
    ...OVERSEE,
    'company.manage',
    'estate.manage',
    'group.manage',
    'unit.manage',
    'customer.unmask',
    'customer.manage',
    'department.manage',
    'staff.manage',
    'role.assign',
  ],
  COMPANY_LEADER: OVERSEE,
  QUALITY_OFFICER: OVERSEE,
  FINANCE_OFFICER: [...LOOK, 'customer.read'],
  ESTATE_MANAGER: [
    ...LEAD,
    'repair.accept',
    'repair.start',
    'repair.complete',
    'department.manage',
    'staff.manage',
    'role.assign',
  ],
  SERVICE_MANAGER: LEAD,
  SERVICE_SUPERVISOR: LEAD,
  STEWARD: DESK,
  ASSISTANT_STEWARD: [...SERVE, 'repair.report'],
  FRONT_DESK: [...DESK, 'customer.manage'],
  CASHIER: MONEY,
  TREASURER: LOOK,
  ACCOUNTANT: MONEY,
  ENGINEERING_HEAD: ENGINEERING,
  TECHNICIAN: ENGINEERING,
  SECURITY: [...LOOK, 'ticket.read', 'repair.report'],
  CLEANING_HEAD: [...LOOK, 'ticket.read', 'repair.report'],
  CONTROL_ROOM: DESK,
  DOCUMENT_CONTROLLER: [...LOOK, 'customer.read', 'customer.unmask', 'customer.manage'],
};

/** What a resident does within the own occupancies. @rule D-30 */
export const RESIDENT_ACTIONS: readonly Action[] = [
  'company.read',
  'estate.read',
  'unit.read',
  'customer.read',
  'customer.unmask',
  'ticket.read',
  'repair.report',
  'ticket.cancel',
];
