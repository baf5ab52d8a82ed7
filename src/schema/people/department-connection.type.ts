import { connectionOf } from '../connection.js';
import { DepartmentType } from './department.type.js';

/** A page of a list of Department. */
export const DepartmentConnection = connectionOf<DepartmentType>('Department', () => DepartmentType);
