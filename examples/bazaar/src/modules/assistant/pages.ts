import { Router, type Request } from 'express';
import { requireSeller, requireUser, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { answerQuestion } from './ask.ts';
import type { Model } from './model.ts';
import { confirmProposal, dropProposal, listProposals } from './proposals.ts';
import { confirmation, question, type ProposalView } from './schemas.ts';
import { assistantPage } from './views.ts';

/** A form's fields without the token that the browser sends along. */
const fields = ({ body }: Request): unknown => {
  const { _csrf, ...rest } = (body ?? {}) as Record<string, unknown>;
  return rest;
};

export const assistantPages = (context: Context, model: Model, limits: Limits): Router => {
  const router = Router();

  const proposalsFor = async (req: Request): Promise<ProposalView[]> => {
    const { id: userId, shopId } = userOf(req);
    return shopId === null ? [] : listProposals(context, { userId, shopId });
  };

  router.get('/assistant', requireUser, async (req, res) => {
    res.type('html').send(assistantPage(req, { proposals: await proposalsFor(req) }).text);
  });

  router.post('/assistant', requireUser, limits.assistant, async (req, res) => {
    const { id: userId, shopId } = userOf(req);
    const asked = parse(question, fields(req)).question;
    const { answer } = await answerQuestion(context, model, { userId, shopId }, asked);
    res.type('html').send(assistantPage(req, { asked, answer, proposals: await proposalsFor(req) }).text);
  });

  router.post(
    '/assistant/proposals/:proposalId/confirm',
    requireSeller,
    requireVerified,
    limits.writes,
    limits.passwordChecks,
    async (req, res) => {
      const owner = { userId: userOf(req).id, shopId: shopOf(req) };
      const { password } = parse(confirmation, fields(req));
      await confirmProposal(context, owner, idFrom(req.params.proposalId), password);
      res.redirect(303, '/shop/payouts');
    },
  );

  router.post('/assistant/proposals/:proposalId/drop', requireSeller, limits.writes, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    await dropProposal(context, owner, idFrom(req.params.proposalId));
    res.redirect(303, '/assistant');
  });

  return router;
};
