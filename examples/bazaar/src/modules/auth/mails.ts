import type { Config } from '../../platform/config.ts';
import type { Mail } from '../../platform/mail.ts';

type Settings = Pick<Config, 'APP_ORIGIN'>;
interface Recipient {
  email: string;
  name: string;
}

/** Always to the configured origin: the Host header is the client's to write. */
const link = ({ APP_ORIGIN }: Settings, path: string, token: string): string => `${APP_ORIGIN}${path}?token=${token}`;

const mail = ({ email, name }: Recipient, subject: string, ...lines: readonly string[]): Mail => ({
  to: email,
  subject,
  body: `Hello ${name},\n\n${lines.join('\n\n')}\n\nBazaar\n`,
});

export const verificationMail = (
  config: Settings,
  to: Recipient,
  { token, code }: { token: string; code: string },
): Mail =>
  mail(
    to,
    'Confirm your e-mail address',
    `Your code is ${code}. Or open this page and press the button:`,
    link(config, '/verify-email', token),
    'Both work for one day. If you did not sign up, you need not do anything.',
  );

export const alreadyRegisteredMail = ({ APP_ORIGIN }: Settings, to: Recipient): Mail =>
  mail(
    to,
    'You already have an account',
    'Somebody, perhaps you, tried to sign up with your address. You already have an account:',
    `${APP_ORIGIN}/login`,
    `If you do not know your password any more: ${APP_ORIGIN}/forgot-password`,
  );

export const resetMail = (config: Settings, to: Recipient, token: string): Mail =>
  mail(
    to,
    'Choose a new password',
    'You can choose a new password here:',
    link(config, '/reset-password', token),
    'The link works once, for 30 minutes. If you did not ask for it, you need not do anything.',
  );

export const passwordChangedMail = ({ APP_ORIGIN }: Settings, to: Recipient): Mail =>
  mail(
    to,
    'Your password was changed',
    'Your password was changed just now, and you were logged out everywhere else.',
    `If that was not you, choose a new one at once: ${APP_ORIGIN}/forgot-password`,
  );

export const newAddressMail = (config: Settings, to: Recipient, token: string): Mail =>
  mail(
    to,
    'Confirm your new e-mail address',
    'Open this page while you are logged in, and press the button:',
    link(config, '/account/email', token),
    'The link works once, for an hour. If you did not ask for it, you need not do anything.',
  );

export const addressChangeMail = ({ APP_ORIGIN }: Settings, to: Recipient, done: boolean): Mail =>
  mail(
    to,
    done ? 'Your e-mail address was changed' : 'Your e-mail address is about to change',
    done
      ? 'Your account has another e-mail address now; mail goes there.'
      : 'Somebody who knows your password asked for another e-mail address on your account.',
    `If that was not you, choose a new password at once (${APP_ORIGIN}/forgot-password) and answer this mail.`,
  );
