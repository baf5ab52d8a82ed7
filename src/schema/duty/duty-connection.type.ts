import { connectionOf } from '../connection.js';
import { DutyType } from './duty.type.js';

/** A page of a list of Duty. */
export const DutyConnection = connectionOf<DutyType>('Duty', () => DutyType);
