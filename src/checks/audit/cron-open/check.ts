import { defineCheck } from '../../../model/check.ts';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { printable } from '../../secrets/leak/text.ts';
import { isCalledByClock, writes, written } from '../webhooks.ts';

/** Works without asking anything of its caller, and nothing of it was left unread. */
const isOpen = ({ guards, lapses = [], asks, confidence, unresolved }: Endpoint): boolean =>
  !guards.some(({ kind }) => kind !== 'validator' && kind !== 'rate-limit') &&
  lapses.length === 0 &&
  asks !== true &&
  confidence === 'certain' &&
  unresolved.length === 0;

export default defineCheck({
  id: 'audit/cron-open',
  stage: 'audit',
  bar: ['M12'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Scheduled jobs ask for their secret', fail: 'Anybody can start a scheduled job' },
  why: 'Whoever calls the address of the nightly job starts it as often as they like: reminders go out again, payouts run twice, the database is busy.',
  references: ['CWE-306', 'vercel.com/docs/cron-jobs/manage-cron-jobs', 'ASVS 5.0 8.2.1'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    const jobs = endpoints.filter(isCalledByClock);
    if (jobs.length === 0) return 'not-applicable';
    return jobs
      .filter((job) => isOpen(job) && (writes(job) || (job.unlimited ?? []).length > 0))
      .map((job) => ({
        key: job.id,
        where: { path: job.at.path, line: job.at.line },
        proof: {
          kind: 'code',
          text: `${printable(job.id)} ${writes(job) ? `changes ${written(job).slice(0, 4).map(printable).join(', ')}` : 'sends mails or asks a model'} for whoever calls it: it compares nothing with a secret.`,
        },
      }));
  },
  fix: () => ({
    steps: [
      'Compare the Authorization header with a secret of the environment before anything else, and answer 401: Vercel sends Bearer CRON_SECRET, QStash and Inngest sign.',
      'Refuse when the secret is not set, too.',
      'Better still, start the job from a timer inside the app or the database, without an address.',
    ],
    verify: 'npx launch-ready --only audit/cron-open',
  }),
});
