import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A file that proves a step or a service: a recording, a signed record, a courier's receipt, a photo of the board. @rule R-DUN-12 */
export const DunningEvidenceSchema = defineEntity({
  name: 'DunningEvidence',
  tableName: 'dunning_evidence',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    caseId: col.ref(),
    stepId: col.ref().nullable(),
    serviceId: col.ref().nullable(),
    attachmentId: col.ref(),
  },
  checks: [{ name: 'dunning_evidence_of_one', expression: '(step_id is null) <> (service_id is null)' }],
  indexes: [
    { name: 'dunning_evidence_company_case_idx', properties: ['companyId', 'caseId', 'id'] },
    { name: 'dunning_evidence_company_service_idx', properties: ['companyId', 'serviceId', 'id'] },
    { name: 'dunning_evidence_company_step_idx', properties: ['companyId', 'stepId', 'id'] },
    { name: 'dunning_evidence_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('dunning_evidence', { estate: 'required' }),
});

export class DunningEvidence extends DunningEvidenceSchema.class {}
DunningEvidenceSchema.setClass(DunningEvidence);
