import { Router } from 'express';
import { requireSeller, requireUser, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { answerQuestion } from './ask.ts';
import type { Model } from './model.ts';
import { confirmProposal, dropProposal, listProposals } from './proposals.ts';
import { confirmation, question, summarise } from './schemas.ts';
import { summariseListing } from './summarise.ts';

/** The assistant, and the payouts that it prepared. */
export const assistantRoutes = (context: Context, model: Model, limits: Limits): Router => {
  const router = Router();

  router.post('/api/assistant/summarise', requireUser, limits.assistant, async (req, res) => {
    const { listingId } = parse(summarise, req.body);
    res.json({ summary: await summariseListing(context, model, listingId) });
  });

  router.post('/api/assistant/ask', requireUser, limits.assistant, async (req, res) => {
    const { id: userId, shopId } = userOf(req);
    res.json(await answerQuestion(context, model, { userId, shopId }, parse(question, req.body).question));
  });

  router.get('/api/assistant/proposals', requireSeller, async (req, res) => {
    res.json({ proposals: await listProposals(context, { userId: userOf(req).id, shopId: shopOf(req) }) });
  });

  router.post(
    '/api/assistant/proposals/:proposalId/confirm',
    requireSeller,
    requireVerified,
    limits.writes,
    limits.passwordChecks,
    async (req, res) => {
      const owner = { userId: userOf(req).id, shopId: shopOf(req) };
      const { password } = parse(confirmation, req.body);
      res.status(201).json(await confirmProposal(context, owner, idFrom(req.params.proposalId), password));
    },
  );

  router.post('/api/assistant/proposals/:proposalId/drop', requireSeller, limits.writes, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    res.json(await dropProposal(context, owner, idFrom(req.params.proposalId)));
  });

  return router;
};
