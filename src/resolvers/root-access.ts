import type { Action } from '../domain/identity/action.js';

/** Who may call a root field: anybody, anybody signed in, or holders of an action. */
export type RootAccess = Action | 'PUBLIC' | 'SIGNED_IN';

/**
 * The actions table of the doors: one line a root field. The server refuses before the resolver runs; which estates the
 * action reaches is decided by the use case or by the query's scope. A root field without a line does not start.
 */
export const ROOT_ACCESS: Readonly<Record<string, RootAccess>> = {
  'Query.viewer': 'SIGNED_IN',
  'Mutation.signIn': 'PUBLIC',
  'Mutation.refreshSession': 'PUBLIC',
  'Mutation.signOut': 'SIGNED_IN',
  'Mutation.createStaffAccount': 'staff.manage',
  'Mutation.disableAccount': 'staff.manage',
  'Mutation.assignRole': 'role.assign',
  'Mutation.withdrawRole': 'role.assign',
  'Query.estates': 'estate.read',
  'Query.estate': 'estate.read',
  'Query.units': 'unit.read',
  'Query.unit': 'unit.read',
  'Query.estateGroups': 'group.read',
  'Query.customers': 'customer.read',
  'Query.customer': 'customer.read',
  'Query.departments': 'department.read',
  'Query.department': 'department.read',
  'Query.staffMembers': 'staff.read',
  'Query.staffMember': 'staff.read',
  'Mutation.createEstate': 'estate.manage',
  'Mutation.updateEstate': 'estate.manage',
  'Mutation.createBuilding': 'unit.manage',
  'Mutation.createUnit': 'unit.manage',
  'Mutation.createUnits': 'unit.manage',
  'Mutation.recordUnitState': 'unit.manage',
  'Mutation.createEstateGroup': 'group.manage',
  'Mutation.setEstateGroupMembers': 'group.manage',
  'Mutation.createCustomer': 'customer.manage',
  'Mutation.updateCustomer': 'customer.manage',
  'Mutation.recordOccupancy': 'customer.manage',
  'Mutation.endOccupancy': 'customer.manage',
  'Mutation.createDepartment': 'department.manage',
  'Mutation.updateDepartment': 'department.manage',
  'Mutation.setStewardBuildings': 'staff.manage',
  'Query.ticket': 'ticket.read',
  'Query.tickets': 'ticket.read',
  'Mutation.reportRepair': 'repair.report',
  'Mutation.forwardRepair': 'repair.forward',
  'Mutation.acceptRepair': 'repair.accept',
  'Mutation.startRepair': 'repair.start',
  'Mutation.completeRepair': 'repair.complete',
  'Mutation.cancelTicket': 'ticket.cancel',
  'Subscription.ticketEvents': 'ticket.read',
};
