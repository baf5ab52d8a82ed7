import { connectionOf } from '../connection.js';
import { OwnerVisitType } from './owner-visit.type.js';
import { VisitMonthType } from './visit-month.type.js';

/** A page of visits. */
export const OwnerVisitConnection = connectionOf('OwnerVisit', () => OwnerVisitType);

/** A page of months of the visit programme. */
export const VisitMonthConnection = connectionOf('VisitMonth', () => VisitMonthType);
