import { connectionOf } from '../connection.js';
import { VisitSummaryType } from './visit-summary.type.js';

/** A page of summaries of visits. */
export const VisitSummaryConnection = connectionOf('VisitSummary', () => VisitSummaryType);
