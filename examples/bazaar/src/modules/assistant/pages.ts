import { Router, type Request, type Response } from 'express';
import { formFields, formProblem } from '../../http/form.ts';
import { requireSeller, requireUser, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { answerQuestion } from './ask.ts';
import type { Model } from './model.ts';
import { confirmProposal, dropProposal, listProposals } from './proposals.ts';
import { confirmation, question } from './schemas.ts';
import { assistantPage, type Shown } from './views.ts';

export const assistantPages = (context: Context, model: Model, limits: Limits): Router => {
  const router = Router();

  const show = async (req: Request, res: Response, shown: Omit<Shown, 'proposals'>): Promise<void> => {
    const { id: userId, shopId } = userOf(req);
    const proposals = shopId === null ? [] : await listProposals(context, { userId, shopId });
    res
      .status(shown.problem?.status ?? 200)
      .type('html')
      .send(assistantPage(req, { ...shown, proposals }).text);
  };

  router.get('/assistant', requireUser, async (req, res) => {
    await show(req, res, {});
  });

  router.post('/assistant', requireUser, limits.assistant, async (req, res) => {
    const { id: userId, shopId } = userOf(req);
    try {
      const asked = parse(question, formFields(req)).question;
      const { answer } = await answerQuestion(context, model, { userId, shopId }, asked);
      await show(req, res, { asked, answer });
    } catch (error) {
      await show(req, res, { problem: formProblem(error) });
    }
  });

  router.post(
    '/assistant/proposals/:proposalId/confirm',
    requireSeller,
    requireVerified,
    limits.writes,
    limits.passwordChecks,
    async (req, res) => {
      const owner = { userId: userOf(req).id, shopId: shopOf(req) };
      try {
        const { password } = parse(confirmation, formFields(req));
        await confirmProposal(context, owner, idFrom(req.params.proposalId), password);
        res.redirect(303, '/shop/payouts');
      } catch (error) {
        await show(req, res, { problem: formProblem(error) });
      }
    },
  );

  router.post('/assistant/proposals/:proposalId/drop', requireSeller, limits.writes, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    await dropProposal(context, owner, idFrom(req.params.proposalId));
    res.redirect(303, '/assistant');
  });

  return router;
};
