import { connectionOf } from '../connection.js';
import { PriceType } from './price.type.js';

/** A page of the price list. */
export const PriceConnection = connectionOf('Price', () => PriceType);
