import { connectionOf } from '../connection.js';
import { UnitType } from './unit.type.js';

/** A page of a list of Unit. */
export const UnitConnection = connectionOf<UnitType>('Unit', () => UnitType);
