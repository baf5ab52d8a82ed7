import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The number of a company's last event: the last statement of every writing transaction advances it. */
export const CompanyHeadSchema = defineEntity({
  name: 'CompanyHead',
  tableName: 'company_head',
  properties: {
    companyId: col.companyId().primary(),
    epoch: col.int(),
    seq: col.big(),
    lastRecordedAt: col.instant(),
  },
  ...fence('company_head', { estate: 'open', watched: true, doorReads: true }),
});

export class CompanyHead extends CompanyHeadSchema.class {}
CompanyHeadSchema.setClass(CompanyHead);
