import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { payout } from '../payouts/schemas.ts';
import { answer, confirmation, proposalView, question, summarise, summary } from './schemas.ts';

const tag = 'Assistant';

export const assistantOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/assistant/summarise',
    tag,
    summary: 'A short summary of a published listing',
    access: 'user',
    body: summarise,
    answer: { status: 200, body: summary },
  },
  {
    method: 'post',
    path: '/api/assistant/ask',
    tag,
    summary: 'Ask about your orders; sellers also about their balance and a payout',
    access: 'user',
    body: question,
    answer: { status: 200, body: answer },
  },
  {
    method: 'get',
    path: '/api/assistant/proposals',
    tag,
    summary: 'The payouts that the assistant prepared for you',
    access: 'seller',
    answer: { status: 200, body: z.object({ proposals: z.array(proposalView) }) },
  },
  {
    method: 'post',
    path: '/api/assistant/proposals/{proposalId}/confirm',
    tag,
    summary: 'Confirm a prepared payout with your password',
    access: 'seller',
    body: confirmation,
    answer: { status: 201, body: payout },
  },
  {
    method: 'post',
    path: '/api/assistant/proposals/{proposalId}/drop',
    tag,
    summary: 'Drop a prepared payout',
    access: 'seller',
    answer: { status: 200, body: proposalView },
  },
];
