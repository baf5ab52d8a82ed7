import { connectionOf } from '../connection.js';
import { StaffType } from './staff.type.js';

/** A page of a list of Staff. */
export const StaffConnection = connectionOf<StaffType>('Staff', () => StaffType);
