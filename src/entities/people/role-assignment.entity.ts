import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../../domain/identity/role.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * That a member of staff holds a role: on one estate, on the estates of a group, or, with neither, on all of the
 * company. Several rows a person. @rule D-11 @rule D-18
 */
export const RoleAssignmentSchema = defineEntity({
  name: 'RoleAssignment',
  tableName: 'role_assignment',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    staffId: col.ref(),
    role: p.enum(ROLES),
    estateId: col.ref().nullable(),
    groupId: col.ref().nullable(),
    createdAt: col.instant(),
  },
  checks: [{ name: 'role_assignment_one_scope', expression: 'estate_id is null or group_id is null' }],
  indexes: [
    { name: 'role_assignment_company_staff_idx', properties: ['companyId', 'staffId'] },
    { name: 'role_assignment_company_estate_idx', properties: ['companyId', 'estateId', 'role'] },
  ],
  ...fence('role_assignment', { estate: 'nullable', doorReads: true }),
});

export class RoleAssignment extends RoleAssignmentSchema.class {}
RoleAssignmentSchema.setClass(RoleAssignment);
