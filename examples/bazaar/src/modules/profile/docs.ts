import type { Operation } from '../../http/openapi.ts';
import { acknowledged } from '../auth/schemas.ts';
import { confirmEmailBody, newEmailBody, ownProfile, passwordBody, profileChanges, publicProfile } from './schemas.ts';

const tag = 'Profile';

export const profileOperations: readonly Operation[] = [
  { method: 'get', path: '/api/me', tag, summary: 'You', access: 'user', answer: { status: 200, body: ownProfile } },
  {
    method: 'patch',
    path: '/api/me',
    tag,
    summary: 'Change your profile',
    access: 'user',
    body: profileChanges,
    answer: { status: 200, body: ownProfile },
  },
  {
    method: 'post',
    path: '/api/me/password',
    tag,
    summary: 'Change your password; ends your other sessions and all tokens',
    access: 'user',
    body: passwordBody,
    answer: { status: 204 },
  },
  {
    method: 'post',
    path: '/api/me/email',
    tag,
    summary: 'Ask for another e-mail address; a link goes there',
    access: 'user',
    body: newEmailBody,
    answer: { status: 202, body: acknowledged },
  },
  {
    method: 'post',
    path: '/api/me/email/confirm',
    tag,
    summary: 'Confirm the new address with the token of the link',
    access: 'user',
    body: confirmEmailBody,
    answer: { status: 200, body: ownProfile },
  },
  {
    method: 'get',
    path: '/api/users/{userId}',
    tag,
    summary: 'What everybody may know of a user',
    access: 'public',
    answer: { status: 200, body: publicProfile },
  },
];
