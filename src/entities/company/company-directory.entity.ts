import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';

/** From a company's code to its id, so that a login `name@code` finds its tenant. Outside the fence: no names in it. */
export const CompanyDirectorySchema = defineEntity({
  name: 'CompanyDirectory',
  tableName: 'company_directory',
  properties: {
    code: col.text().primary(),
    companyId: col.companyId(),
  },
});

export class CompanyDirectory extends CompanyDirectorySchema.class {}
CompanyDirectorySchema.setClass(CompanyDirectory);
