import { Router } from 'express';
import { requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { checkCredentials } from './credentials.ts';
import { forgotPassword, resetPassword } from './recovery.ts';
import { refresh, startFamily } from './refresh-tokens.ts';
import { sameTime } from './same-time.ts';
import { codeBody, emailBody, loginBody, refreshBody, resetBody, signUpBody, tokenBody } from './schemas.ts';
import { endSession, listSessions, logOut } from './service.ts';
import { clearSessionCookie } from './sessions.ts';
import { resendVerification, signUp, verifyCode, verifyEmail } from './sign-up.ts';

export const authRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.post('/api/auth/sign-up', limits.signUp, async (req, res) => {
    const body = parse(signUpBody, req.body);
    await sameTime(() => signUp(context, body));
    res.status(201).json({ message: 'Please look into your mail: we have sent you a code.' });
  });

  router.post('/api/auth/verify-email', limits.mailCodes, async (req, res) => {
    await verifyEmail(context, parse(tokenBody, req.body).token);
    res.json({ verified: true });
  });

  router.post('/api/auth/verify-code', limits.mailCodes, async (req, res) => {
    const { email, code } = parse(codeBody, req.body);
    await verifyCode(context, email, code);
    res.json({ verified: true });
  });

  router.post('/api/auth/resend-verification', limits.mailCodes, async (req, res) => {
    const { email } = parse(emailBody, req.body);
    await sameTime(() => resendVerification(context, email));
    res.status(202).json({ message: 'If this address waits to be confirmed, a new code is on its way.' });
  });

  router.post('/api/auth/login', limits.login, async (req, res) => {
    const user = await checkCredentials(context, parse(loginBody, req.body));
    res.json(await startFamily(context, user));
  });

  router.post('/api/auth/refresh', limits.writes, async (req, res) => {
    res.json(await refresh(context, parse(refreshBody, req.body).refreshToken));
  });

  router.post('/api/auth/logout', requireUser, limits.writes, async (req, res) => {
    await logOut(context, userOf(req));
    clearSessionCookie(context, res);
    res.status(204).end();
  });

  router.post('/api/auth/forgot-password', limits.mailCodes, async (req, res) => {
    const { email } = parse(emailBody, req.body);
    await sameTime(() => forgotPassword(context, email));
    res.status(202).json({ message: 'If there is an account with this address, a link is on its way.' });
  });

  router.post('/api/auth/reset-password', limits.mailCodes, async (req, res) => {
    const { token, password } = parse(resetBody, req.body);
    await resetPassword(context, token, password);
    res.status(204).end();
  });

  router.get('/api/auth/sessions', requireUser, async (req, res) => {
    res.json({ sessions: await listSessions(context, userOf(req)) });
  });

  router.delete('/api/auth/sessions/:sessionId', requireUser, limits.writes, async (req, res) => {
    await endSession(context, userOf(req).id, idFrom(req.params.sessionId));
    res.status(204).end();
  });

  return router;
};
