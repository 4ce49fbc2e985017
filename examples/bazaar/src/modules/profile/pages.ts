import { Router, type Request, type RequestHandler, type Response } from 'express';
import { formFields, formProblem } from '../../http/form.ts';
import type { HttpError } from '../../http/errors.ts';
import { requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { tokenInAddress } from '../auth/pages.ts';
import { endSession, listSessions } from '../auth/service.ts';
import { changePassword, confirmEmailChange, requestEmailChange } from './credentials.ts';
import { confirmEmailBody, newEmailBody, passwordBody, profileChanges } from './schemas.ts';
import { changeProfile, findOwnProfile } from './service.ts';
import { accountPage, confirmEmailPage } from './views.ts';

/** An empty field is no phone number and no address. */
const profileFields = (req: Request): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(formFields(req)).map(([name, value]) => [
      name,
      value === '' && (name === 'phone' || name === 'address') ? null : value,
    ]),
  );

export const profilePages = (context: Context, limits: Limits): Router => {
  const router = Router();

  const show = async (req: Request, res: Response, problem?: HttpError): Promise<void> => {
    const [profile, sessions] = [
      await findOwnProfile(context, userOf(req).id),
      await listSessions(context, userOf(req)),
    ];
    res.type('html').send(accountPage(req, { profile, sessions, ...(problem && { problem }) }).text);
  };

  /** Goes back to the account when the form was good, and shows it with the reason when it was not. */
  const form =
    (done: string, handle: (req: Request) => Promise<unknown>): RequestHandler =>
    async (req, res) => {
      try {
        await handle(req);
        res.redirect(303, `/account?done=${done}`);
      } catch (error) {
        const problem = formProblem(error);
        res.status(problem.status);
        await show(req, res, problem);
      }
    };

  router.get('/account', requireUser, (req, res) => show(req, res));

  router.post(
    '/account',
    requireUser,
    limits.writes,
    form('saved', (req) => changeProfile(context, userOf(req).id, parse(profileChanges, profileFields(req)))),
  );

  router.post(
    '/account/password',
    requireUser,
    limits.login,
    form('password', (req) => changePassword(context, userOf(req), parse(passwordBody, formFields(req)))),
  );

  router.post(
    '/account/email',
    requireUser,
    limits.login,
    limits.mailCodes,
    form('mail', (req) => requestEmailChange(context, userOf(req).id, parse(newEmailBody, formFields(req)))),
  );

  router.get('/account/email', tokenInAddress, requireUser, (req, res) => {
    res.type('html').send(confirmEmailPage(req, req.query.token).text);
  });

  router.post(
    '/account/email/confirm',
    requireUser,
    limits.mailCodes,
    form('email', (req) => confirmEmailChange(context, userOf(req), parse(confirmEmailBody, formFields(req)).token)),
  );

  router.post(
    '/account/sessions/:sessionId/end',
    requireUser,
    limits.writes,
    form('session', (req) => endSession(context, userOf(req).id, idFrom(req.params.sessionId))),
  );

  return router;
};
