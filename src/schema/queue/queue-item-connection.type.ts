import { connectionOf } from '../connection.js';
import { QueueItemType } from './queue-item.type.js';

/** A page of a list of QueueItem. */
export const QueueItemConnection = connectionOf<QueueItemType>('QueueItem', () => QueueItemType);
