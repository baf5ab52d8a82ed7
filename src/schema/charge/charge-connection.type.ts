import { connectionOf } from '../connection.js';
import { ChargeType } from './charge.type.js';

/** A page of charges. */
export const ChargeConnection = connectionOf('Charge', () => ChargeType);
