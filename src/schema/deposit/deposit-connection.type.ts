import { connectionOf } from '../connection.js';
import { DepositType } from './deposit.type.js';

/** A page of deposits. */
export const DepositConnection = connectionOf('Deposit', () => DepositType);
