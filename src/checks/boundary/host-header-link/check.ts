import { defineObservedCheck } from '../observed-check.ts';
import { APP_URL } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'host-header-link',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Links in mails come from the configuration', fail: 'Links in mails lead where the request says' },
  why: 'An attacker asks for a reset of the victim’s password with another Host. The mail is real, its link hands the token to the attacker.',
  references: ['ASVS 5.0 4.1.3', 'CWE-640', 'CWE-644'],
  settle:
    'Give a mail box that the app’s mail reaches, as `mailbox` under boundary in launch-ready.config (Mailpit or MailHog), so that the link in the mail can be read.',
  steps: [
    'Build addresses in mails from one setting (APP_URL), never from Host or X-Forwarded-Host.',
    'Refuse requests for hosts that are not yours.',
  ],
  remedy: APP_URL,
  expect: 'send a mail whose link has your own host',
});
