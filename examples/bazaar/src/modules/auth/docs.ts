import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import {
  acknowledged,
  codeBody,
  emailBody,
  loginBody,
  refreshBody,
  resetBody,
  sessionView,
  signUpBody,
  tokenBody,
  tokens,
  verified,
} from './schemas.ts';

const open = (path: string, summary: string, body: z.ZodType, answer: Operation['answer']): Operation => ({
  method: 'post',
  path: `/api/auth/${path}`,
  tag: 'Login',
  summary,
  access: 'public',
  body,
  answer,
});

export const authOperations: readonly Operation[] = [
  open('sign-up', 'Make an account; a code and a link go to the address', signUpBody, {
    status: 201,
    body: acknowledged,
  }),
  open('verify-email', 'Confirm an address with the token of the link', tokenBody, { status: 200, body: verified }),
  open('verify-code', 'Confirm an address with the six digits; five tries', codeBody, { status: 200, body: verified }),
  open('resend-verification', 'Ask for a new code', emailBody, { status: 202, body: acknowledged }),
  open('login', 'Tokens for the API', loginBody, { status: 200, body: tokens }),
  open('refresh', 'New tokens for a refresh token, which works once', refreshBody, { status: 200, body: tokens }),
  open('forgot-password', 'Ask for a link to choose a new password', emailBody, { status: 202, body: acknowledged }),
  open('reset-password', 'Choose a new password; ends all sessions and tokens', resetBody, { status: 204 }),
  {
    method: 'post',
    path: '/api/auth/logout',
    tag: 'Login',
    summary: 'End this session, or all tokens when called with one',
    access: 'user',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/api/auth/sessions',
    tag: 'Login',
    summary: 'Where you are logged in',
    access: 'user',
    answer: { status: 200, body: z.object({ sessions: z.array(sessionView) }) },
  },
  {
    method: 'delete',
    path: '/api/auth/sessions/{sessionId}',
    tag: 'Login',
    summary: 'End one of your sessions',
    access: 'user',
    answer: { status: 204 },
  },
];
