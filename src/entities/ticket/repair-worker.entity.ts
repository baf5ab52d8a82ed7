import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * Who works on a visit of a repair: the technician, and others who help. A visit that has not begun has its helpers
 * already. @rule R-RPR-02 @rule R-ORG-65
 */
export const RepairWorkerSchema = defineEntity({
  name: 'RepairWorker',
  tableName: 'repair_worker',
  properties: {
    companyId: col.companyId().primary(),
    ticketId: col.ref().primary(),
    visitNumber: col.int().primary(),
    staffId: col.ref().primary(),
    estateId: col.ref(),
    /** Whether the person helps; false for the technician in charge. */
    helps: col.flag(),
  },
  indexes: [{ name: 'repair_worker_company_staff_idx', properties: ['companyId', 'staffId', 'ticketId'] }],
  ...fence('repair_worker', { estate: 'required' }),
});

export class RepairWorker extends RepairWorkerSchema.class {}
RepairWorkerSchema.setClass(RepairWorker);
