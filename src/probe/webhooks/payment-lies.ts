import type { WebhookScheme } from '../../model/target.ts';
import { survey } from '../access/survey.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Trial } from './bench.ts';
import type { Thing } from './subject.ts';
import type { Lie } from './signed-probe.ts';

/** Whether the app gives its sellers accounts of their own at the provider (Stripe Connect), as an answer tells. */
export const servesSeveral = async (context: ProbeContext): Promise<boolean> =>
  (await survey(context)).sights.some(({ answer }) => answer.ok && /"acct_[A-Za-z0-9]{8,64}"/.test(answer.text));

/** A currency of which one needs thousands for one of the usual ones. */
const cheaper = (currency: string): string => (currency === 'idr' ? 'vnd' : 'idr');

/**
 * Pure: genuine events about payments that are not the order's. The currency is asked of what shows one; the account only where sellers
 * have accounts of their own, and so could make such a payment.
 */
export const paymentLies = (
  { cents, currency }: NonNullable<Thing['amount']>,
  scheme: WebhookScheme,
  several: boolean,
  sign: Trial['sign'],
): Lie[] => [
  { what: 'of one cent in the place of the order’s total', trial: { cents: cents === 1 ? 2 : 1, sign } },
  ...(currency === undefined
    ? []
    : [
        {
          what: `in another currency (${cheaper(currency)} for ${currency})`,
          trial: { currency: cheaper(currency), sign },
        },
      ]),
  ...(scheme === 'stripe' && several
    ? [{ what: 'of a payment to another connected account', trial: { account: 'acct_launchready00001', sign } }]
    : []),
];
