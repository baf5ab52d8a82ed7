import { connectionOf } from '../connection.js';
import { RepairCheckType } from './repair-check.type.js';
import { RepairDayType } from './repair-day.type.js';

/** A page of counted days. */
export const RepairDayConnection = connectionOf('RepairDay', () => RepairDayType);

/** A page of spot-checks. */
export const RepairCheckConnection = connectionOf('RepairCheck', () => RepairCheckType);
