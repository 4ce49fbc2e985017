import { Router } from 'express';
import { requireUser, userOf } from '../../http/guards.ts';
import { idFrom, page, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { markAllRead, markRead, readInbox } from './service.ts';
import { eventStream, type StreamOptions } from './stream.ts';
import { notificationsPage } from './views.ts';

/** One's own notifications: as a list, as live events and as a page. */
export const notificationsModule = (context: Context, options: StreamOptions = {}): Router => {
  const router = Router();

  router.get('/api/notifications', requireUser, async (req, res) => {
    res.json(await readInbox(context, userOf(req).id, parse(page, req.query)));
  });

  router.post('/api/notifications/read-all', requireUser, async (req, res) => {
    await markAllRead(context, userOf(req).id);
    res.status(204).end();
  });

  router.post('/api/notifications/:notificationId/read', requireUser, async (req, res) => {
    res.json(await markRead(context, userOf(req).id, idFrom(req.params.notificationId)));
  });

  router.get('/api/events', requireUser, eventStream(context, options));

  router.get('/notifications', requireUser, async (req, res) => {
    const own = await readInbox(context, userOf(req).id, parse(page, req.query));
    res.type('html').send(notificationsPage(req, own).text);
  });

  router.post('/notifications/read-all', requireUser, async (req, res) => {
    await markAllRead(context, userOf(req).id);
    res.redirect(303, '/notifications');
  });

  router.post('/notifications/:notificationId/read', requireUser, async (req, res) => {
    await markRead(context, userOf(req).id, idFrom(req.params.notificationId));
    res.redirect(303, '/notifications');
  });

  return router;
};
