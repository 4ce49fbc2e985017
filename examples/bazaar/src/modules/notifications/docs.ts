import type { Operation } from '../../http/openapi.ts';
import { page } from '../../http/validate.ts';
import { inbox, notificationView } from './schemas.ts';

const tag = 'Notifications';

export const notificationOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/notifications',
    tag,
    summary: 'Your notifications, newest first',
    access: 'user',
    query: page,
    answer: { status: 200, body: inbox },
  },
  {
    method: 'post',
    path: '/api/notifications/{notificationId}/read',
    tag,
    summary: 'Mark one as read',
    access: 'user',
    answer: { status: 200, body: notificationView },
  },
  {
    method: 'post',
    path: '/api/notifications/read-all',
    tag,
    summary: 'Mark all as read',
    access: 'user',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/api/events',
    tag,
    summary: 'Your live events, as server-sent events',
    access: 'user',
    answer: { status: 200, body: 'text/event-stream' },
  },
];
