import { connectionOf } from '../connection.js';
import { OpenItemType } from './open-item.type.js';

/** A page of open items. */
export const OpenItemConnection = connectionOf('OpenItem', () => OpenItemType);
