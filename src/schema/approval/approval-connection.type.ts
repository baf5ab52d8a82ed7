import { connectionOf } from '../connection.js';
import { ApprovalType } from './approval.type.js';

/** A page of a list of Approval. */
export const ApprovalConnection = connectionOf<ApprovalType>('Approval', () => ApprovalType);
