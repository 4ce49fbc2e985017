import type { EnvironmentName, EnvVariable } from '../../model/evidence/env.ts';
import { isPlaceholder } from '../secrets/detect/placeholder.ts';
import { rarity } from '../secrets/detect/rarity.ts';
import { mask } from '../secrets/mask.ts';
import { scanText } from '../secrets/scan-text.ts';
import { isSecretName, publicPrefixOf } from './names.ts';

export type JudgedValue = Pick<EnvVariable, 'value' | 'masked' | 'mode' | 'rule'>;

const LONGEST = 16_384;

/** What stands on the right of `NAME=`. Providers' formats decide first, then the name together with the value's look. */
export const judgeValue = (name: string, value: string, environment: EnvironmentName): JudgedValue => {
  const text = value.trim().slice(0, LONGEST);
  if (text === '') return { value: 'empty' };
  const mode = modeOf(text);
  const moded = mode === undefined ? {} : { mode };
  if (isReference(text)) return { value: 'placeholder' };
  if (/^(?:[\d.,]+|true|false|yes|no|on|off)$/i.test(text)) return { value: 'setting' };
  const hits = scanText(text, name);
  const secret = hits.find(
    (hit) =>
      hit.verdict === 'secret' &&
      hit.confidence !== 'low' &&
      !(hit.rule === 'generic-secret' && (isCounting(text) || isMeantPublic(name))),
  );
  if (secret !== undefined) {
    const tested = mode ?? (secret.testMode ? 'test' : undefined);
    return {
      value: 'secret',
      masked: secret.masked,
      rule: secret.rule,
      ...(tested === undefined ? {} : { mode: tested }),
    };
  }
  if (hits.some((hit) => hit.verdict === 'public')) {
    const rule = hits.find((hit) => hit.verdict === 'public')?.rule ?? '';
    return { value: 'setting', rule, ...moded };
  }
  if (isPlaceholder(text)) return { value: 'placeholder' };
  return looksSecret(name, text, environment)
    ? { value: 'secret', masked: mask(text), ...moded }
    : { value: 'setting', ...moded };
};

/** `${OTHER}`, `$OTHER`, `encrypted:…`, `op://…`, `ENC[…]`: the value is kept elsewhere. */
const isReference = (text: string): boolean =>
  /^\$\{?[A-Za-z_]\w*(?::?[-?+][^}]*)?\}?$|^\$\(.*\)$|^(?:encrypted|enc|ENC\[|vault|op|ssm|sm|awssm|gcpsm|doppler|infisical|keychain|projects\/[^/]+\/secrets)(?::|\b)/.test(
    text,
  );

const SETTING =
  /^(?:true|false|yes|no|on|off|null|none|undefined)$|^[\d.,:_-]+[a-z]{0,3}$|^(?:https?|wss?|file|redis|rediss|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|smtps?|amqps?):\/\/|^\.{0,2}\/[\w./-]*$|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^[\w-]+(?:\.[\w-]+)+$|^[a-z]+$|^[A-Z]+$|^arn:|^#[0-9a-f]{3,8}$|^(?:price|prod|acct|cus|plan|org|team|proj|app|usr|user|ca|we)_[A-Za-z0-9]+$/i;
const DEV_WORD =
  /(?:^|[_\W])(?:dev|development|local|localhost|test|testing|ci|e2e|demo|docker|changeit|password|passwd|passw0rd|admin|root|postgres|secret|minioadmin|minio|guest|mysql|redis|mailhog|mailpit|fake|dummy|temp|foo|bar|unsafe|insecure|random|generate|openssl|key|token|string|value|at-least|characters|chars|long|here)(?:$|[_\W\d])/i;

/**
 * What no provider's format tells. Random-looking values under a secret name count everywhere; a phrase counts only where
 * it is used for real, in a production or staging file.
 */
const looksSecret = (name: string, text: string, environment: EnvironmentName): boolean => {
  if (
    !isSecretName(name) ||
    isMeantPublic(name) ||
    SETTING.test(text) ||
    text.length < 8 ||
    DEV_WORD.test(text) ||
    isCounting(text)
  )
    return false;
  const isPassword = /PASS|PWD/i.test(name);
  const inUse = environment === 'production' || environment === 'staging';
  if (inUse) return isPassword || text.length >= 12;
  if (environment === 'test' || environment === 'example')
    return text.length >= 20 && isRandom(text) && rarity(text) >= 6;
  return isRandom(text) && (isPassword || text.length >= 16);
};

/** Its author gave it to browsers, and nothing in the name or the value's format says that this was a mistake. */
const isMeantPublic = (name: string): boolean =>
  publicPrefixOf(name, false) !== null &&
  !/SECRET|PRIVATE|PASSWORD|SERVICE_?(?:ROLE|KEY|ACCOUNT)|ADMIN|BEARER|AUTH_TOKEN|ENCRYPTION|SIGNING/i.test(name);

/** `abc123def456ghi789`: two in five letters follow the one before them; of random ones, two in a hundred do. */
const isCounting = (text: string): boolean => {
  let steps = 0;
  for (let i = 1; i < text.length; i++) if (Math.abs(text.charCodeAt(i) - text.charCodeAt(i - 1)) === 1) steps++;
  return text.length >= 8 && steps >= text.length * 0.4;
};

const isRandom = (text: string): boolean => /\d/.test(text) && /[A-Za-z]/.test(text) && rarity(text) >= 5;

const LIVE =
  /^(?:[srp]k_live_|rzp_live_|live_(?=\w{20})|access-production-|access_token\$production\$|EZAK|pdl_live_|shippo_live_|FLWSECK-|FLWPUBK-|sq0atp-|sq0csp-)/;
const TEST =
  /^(?:[srp]k_test_|rzp_test_|test_(?=\w{20})|access-sandbox-|access_token\$sandbox\$|EZTK|pdl_sdbx_|shippo_test_|FLWSECK_TEST-|FLWPUBK_TEST-|sandbox-sq0|sk_sbox_|pk_sbox_)/;

/** Live or test, where the provider's format says it. */
const modeOf = (text: string): 'live' | 'test' | undefined => {
  if (LIVE.test(text)) return 'live';
  return TEST.test(text) ? 'test' : undefined;
};
