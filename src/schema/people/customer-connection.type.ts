import { connectionOf } from '../connection.js';
import { CustomerType } from './customer.type.js';

/** A page of a list of Customer. */
export const CustomerConnection = connectionOf<CustomerType>('Customer', () => CustomerType);
