import { connectionOf } from '../connection.js';
import { CareMarkType } from './care-mark.type.js';

/** A page of a list of CareMark. */
export const CareMarkConnection = connectionOf<CareMarkType>('CareMark', () => CareMarkType);
