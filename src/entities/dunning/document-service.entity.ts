import { defineEntity, p } from '@mikro-orm/core';
import { SERVED_DOCUMENTS, SERVICE_METHODS, SERVICE_OUTCOMES } from '../../domain/dunning/document-service.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * An attempt to serve a document on a debtor: the delivery record (送达记录) with the time and amount overdue. Never changed.
 * @rule R-DUN-13 @rule R-DUN-14 @rule R-DUN-15 @rule R-DUN-16
 */
export const DocumentServiceSchema = defineEntity({
  name: 'DocumentService',
  tableName: 'document_service',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    caseId: col.ref(),
    document: p.enum(SERVED_DOCUMENTS),
    letterId: col.ref().nullable(),
    debtorListId: col.ref().nullable(),
    method: p.enum(SERVICE_METHODS),
    outcome: p.enum(SERVICE_OUTCOMES),
    attemptedAt: col.instant(),
    /** The estate's day of it. */
    attemptedOn: col.day(),
    arrearsMinor: col.big(),
    arrearsFrom: col.day().nullable(),
    arrearsUntil: col.day().nullable(),
    /** The number on the courier's receipt. */
    receiptNumber: col.text().nullable(),
    notarised: col.flag(),
    servedBy: col.ref(),
    recordedAt: col.instant(),
  },
  checks: [
    { name: 'document_service_letter', expression: `(letter_id is not null) = (document = 'LAWYER_LETTER')` },
    { name: 'document_service_public', expression: `(debtor_list_id is not null) = (method = 'PUBLIC_NOTICE')` },
  ],
  indexes: [
    { name: 'document_service_company_case_idx', properties: ['companyId', 'caseId', 'id'] },
    { name: 'document_service_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('document_service', { estate: 'required' }),
});

export class DocumentService extends DocumentServiceSchema.class {}
DocumentServiceSchema.setClass(DocumentService);
