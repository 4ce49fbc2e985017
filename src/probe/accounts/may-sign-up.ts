import type { ProbeContext } from '../contract/probe.ts';
import type { SignedUp } from './sign-up.ts';

export const NO_SIGN_UP = 'No account may be made. With --sign-up this is tried on one that the run makes for itself.';

export const maySignUp = ({ signUp }: ProbeContext): boolean => signUp === true;

/** Tells the run of an account that was made, since only a person can take it away. */
export const noteAccount = ({ made }: ProbeContext, { answer, email, by }: SignedUp): void => {
  if (!answer.ok || answer.status >= 400) return;
  made?.push({
    type: 'account',
    id: email,
    owner: email,
    by: by === 'form' ? 'the sign-up form' : by.operation.id,
    state: 'cannot be removed',
    remove: `Delete the account ${email}.`,
  });
};
