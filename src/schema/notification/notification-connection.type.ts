import { connectionOf } from '../connection.js';
import { NotificationType } from './notification.type.js';

/** A page of a list of Notification. */
export const NotificationConnection = connectionOf<NotificationType>('Notification', () => NotificationType);
