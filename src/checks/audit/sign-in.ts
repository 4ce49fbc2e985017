import type { Endpoint } from '../../model/evidence/code.ts';

const SECRET =
  /log-?in|sign-?in|sign-?up|register|password|reset|verify|two-?factor|2fa|mfa|otp|token|card|payment-?method|payout-?account|bank|iban/i;

/** Endpoints in whose bodies a password, a code or a card stands. */
export const isSignIn = ({ path, id }: Endpoint): boolean => SECRET.test(path) || SECRET.test(id);
