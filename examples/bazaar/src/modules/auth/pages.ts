import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { formFields, formProblem } from '../../http/form.ts';
import { onAdminHost } from '../../http/hosts.ts';
import type { Limits } from '../../http/limits.ts';
import { parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { checkCredentials } from './credentials.ts';
import { nextPath } from './next-path.ts';
import { forgotPassword, resetPassword } from './recovery.ts';
import { sameTime } from './same-time.ts';
import { codeBody, emailBody, loginBody, resetBody, signUpBody, tokenBody } from './schemas.ts';
import { logIn, logOut } from './service.ts';
import { clearSessionCookie } from './sessions.ts';
import { resendVerification, signUp, verifyCode, verifyEmail } from './sign-up.ts';
import { forgotPasswordPage, loginPage, resetPasswordPage, signUpPage, verifyEmailPage } from './views.ts';

const loginForm = loginBody.extend({ next: z.string().max(500).optional() });

/** The address of these pages has a token in it, which must not travel on in a Referer. */
export const tokenInAddress: RequestHandler = (_req, res, next) => {
  res.set('Referrer-Policy', 'strict-origin');
  next();
};

export const authPages = (context: Context, limits: Limits): Router => {
  const router = Router();
  const { config } = context;

  router.get('/sign-up', (req, res) => {
    res.type('html').send(signUpPage(req).text);
  });

  router.post('/sign-up', limits.signUp, async (req, res) => {
    try {
      const body = parse(signUpBody, formFields(req));
      await sameTime(() => signUp(context, body));
      res.redirect(303, '/verify-email?done=sent');
    } catch (error) {
      const problem = formProblem(error);
      res.status(problem.status).type('html').send(signUpPage(req, problem).text);
    }
  });

  router.get('/login', (req, res) => {
    res
      .type('html')
      .send(loginPage(req, { next: nextPath(req.query.next, '/'), admin: onAdminHost(config, req) }).text);
  });

  router.post('/login', limits.login, async (req, res) => {
    const admin = onAdminHost(config, req);
    const target = nextPath((req.body as { next?: unknown } | undefined)?.next, '/');
    try {
      const { email, password } = parse(loginForm, formFields(req));
      await logIn(context, req, res, await checkCredentials(context, { email, password }), admin);
      res.redirect(303, target);
    } catch (error) {
      const problem = formProblem(error);
      res
        .status(problem.status)
        .type('html')
        .send(loginPage(req, { next: target, admin, problem }).text);
    }
  });

  router.post('/logout', async (req, res) => {
    if (req.user?.session) await logOut(context, req.user);
    clearSessionCookie(context, res);
    res.redirect(303, onAdminHost(config, req) ? '/login' : '/');
  });

  router.get('/verify-email', tokenInAddress, (req, res) => {
    res.type('html').send(verifyEmailPage(req).text);
  });

  router.post('/verify-email', limits.mailCodes, async (req, res) => {
    await verifyEmail(context, parse(tokenBody, formFields(req)).token);
    res.redirect(303, req.user === undefined ? '/login?done=verified' : '/account?done=verified');
  });

  router.post('/verify-code', limits.mailCodes, async (req, res) => {
    try {
      const { email, code } = parse(codeBody, formFields(req));
      await verifyCode(context, email, code);
      res.redirect(303, req.user === undefined ? '/login?done=verified' : '/account?done=verified');
    } catch (error) {
      const problem = formProblem(error);
      res.status(problem.status).type('html').send(verifyEmailPage(req, problem).text);
    }
  });

  router.post('/resend-verification', limits.mailCodes, async (req, res) => {
    const { email } = parse(emailBody, formFields(req));
    await sameTime(() => resendVerification(context, email));
    res.redirect(303, '/verify-email?done=sent');
  });

  router.get('/forgot-password', (req, res) => {
    res.type('html').send(forgotPasswordPage(req).text);
  });

  router.post('/forgot-password', limits.mailCodes, async (req, res) => {
    const { email } = parse(emailBody, formFields(req));
    await sameTime(() => forgotPassword(context, email));
    res.redirect(303, '/forgot-password?done=sent');
  });

  router.get('/reset-password', tokenInAddress, (req, res) => {
    res.type('html').send(resetPasswordPage(req, req.query.token).text);
  });

  router.post('/reset-password', limits.mailCodes, async (req, res) => {
    try {
      const { token, password } = parse(resetBody, formFields(req));
      await resetPassword(context, token, password);
      res.redirect(303, '/login?done=reset');
    } catch (error) {
      const problem = formProblem(error);
      res
        .status(problem.status)
        .type('html')
        .send(resetPasswordPage(req, formFields(req).token, problem).text);
    }
  });

  return router;
};
