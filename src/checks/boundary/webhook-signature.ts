/** How a shell signs `$BODY` at the time `$T` with `$WEBHOOK_SECRET`, by the header that carries the signature. */
const SIGNERS: Readonly<Record<string, string>> = {
  // https://docs.stripe.com/webhooks#verify-manually
  'stripe-signature':
    't=$T,v1=$(printf %s "$T.$BODY" | openssl dgst -sha256 -hmac "$WEBHOOK_SECRET" | sed \'s/.* //\')',
  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
  'x-hub-signature-256': 'sha256=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$WEBHOOK_SECRET" | sed \'s/.* //\')',
};

/** The header that signs a body, made by the shell; undefined where the sender's way of signing is not known. */
export const signerOf = (header: string): string | undefined => SIGNERS[header.toLowerCase()];
