import { Router } from 'express';
import { requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { changePassword, confirmEmailChange, requestEmailChange } from './credentials.ts';
import { confirmEmailBody, newEmailBody, passwordBody, profileChanges } from './schemas.ts';
import { changeProfile, findOwnProfile, findPublicProfile } from './service.ts';

/** `limits.login` where a password is asked for: a stolen session must not become a place to guess it. */
export const profileRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/api/me', requireUser, async (req, res) => {
    res.json(await findOwnProfile(context, userOf(req).id));
  });

  router.patch('/api/me', requireUser, limits.writes, async (req, res) => {
    res.json(await changeProfile(context, userOf(req).id, parse(profileChanges, req.body)));
  });

  router.post('/api/me/password', requireUser, limits.login, async (req, res) => {
    await changePassword(context, userOf(req), parse(passwordBody, req.body));
    res.status(204).end();
  });

  router.post('/api/me/email', requireUser, limits.login, limits.mailCodes, async (req, res) => {
    await requestEmailChange(context, userOf(req).id, parse(newEmailBody, req.body));
    res.status(202).json({ message: 'Please look into the mail of your new address.' });
  });

  router.post('/api/me/email/confirm', requireUser, limits.mailCodes, async (req, res) => {
    await confirmEmailChange(context, userOf(req), parse(confirmEmailBody, req.body).token);
    res.json(await findOwnProfile(context, userOf(req).id));
  });

  router.get('/api/users/:userId', async (req, res) => {
    res.json(await findPublicProfile(context, idFrom(req.params.userId)));
  });

  return router;
};
