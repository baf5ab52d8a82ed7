import { defineEntity, p } from '@mikro-orm/core';
import { ESTATE_GROUP_KINDS } from '../../domain/place/estate-group-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A named set of estates of a company: a region, a city, a type, a delivery year. */
export const EstateGroupSchema = defineEntity({
  name: 'EstateGroup',
  tableName: 'estate_group',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    kind: p.enum(ESTATE_GROUP_KINDS),
    name: col.text(),
  },
  uniques: [{ name: 'estate_group_company_name_key', properties: ['companyId', 'kind', 'name'] }],
  ...fence('estate_group', { estate: 'none', doorReads: true }),
});

export class EstateGroup extends EstateGroupSchema.class {}
EstateGroupSchema.setClass(EstateGroup);

/** That an estate belongs to a group. */
export const EstateGroupMemberSchema = defineEntity({
  name: 'EstateGroupMember',
  tableName: 'estate_group_member',
  properties: {
    companyId: col.companyId().primary(),
    groupId: col.ref().primary(),
    estateId: col.ref().primary(),
  },
  ...fence('estate_group_member', { estate: 'required', doorReads: true }),
});

export class EstateGroupMember extends EstateGroupMemberSchema.class {}
EstateGroupMemberSchema.setClass(EstateGroupMember);
