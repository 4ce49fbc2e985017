import type { CodeCost } from '../../../model/evidence/code.ts';
import type { Happening } from './events.ts';
import { KIND, has } from './kinds.ts';

/** What calls do that somebody pays for, or that lets guessers try once more. */
const COSTS: readonly (readonly [path: RegExp, cost: CodeCost])[] = [
  [
    /bcrypt\w*[.:]compare(?:Sync)?$|argon2\w*[.:]verify$|^crypto:(?:scrypt|pbkdf2)(?:Sync)?$|(?:^|[.:])(?:verify|compare|check|validate|match)_?password$|\.comparePassword$/i,
    'password',
  ],
  [
    /\.(?:chat\.completions|responses|images|embeddings|audio\.\w+)\.(?:create|parse|stream|generate)$|\.messages\.(?:create|stream)$|^ai:(?:generate|stream)\w+$|\.generateContent(?:Stream)?$|^replicate\(?\)?.*\.run$/,
    'ai',
  ],
  [
    /\.emails\.send$|(?:^|\.)e?mail(?:s|er)?\.(?:queue|send|enqueue|deliver)\w*$|(?:^|[.:])send\w*E?mail$|\.sendMail$|^@sendgrid\/mail.*[.:]send(?:Multiple)?$|postmark.*\.sendEmail\w*$|mailgun.*\.messages(?:\(\))?\.(?:create|send)$|^@aws-sdk\/client-ses.*SendEmailCommand$/i,
    'mail',
  ],
  [
    /(?:^|[.:])send\w*(?:Sms|Otp)$|twilio.*\.(?:messages|verifications|calls)\.create$|\.sendSms$|vonage.*\.sms\.send$/i,
    'sms',
  ],
];
const MODELS: readonly (readonly [model: RegExp, cost: CodeCost])[] = [
  [/^(?:public\.)?(?:outbox|(?:e-?)?mails?(?:_?queue|_?outbox)?|email_?jobs?)$/i, 'mail'],
];

const LIMITER = /rate-?_?limit|limiter|throttl|too-?_?many|slow-?down|brute|turnstile|captcha|botid|arcjet/i;
/** Tries are counted with what is tried. */
const COUNTED = /attempt|lock(?:ed|out)|failed|tries|throttl|rate_?limit/i;

/** Somebody counts how often this is asked, or asks for a proof of being a person, by whatever way. */
const isLimited = (happened: readonly Happening[]): boolean =>
  happened.some((one) => {
    if (one.h === 'stop') return one.failure.status === 429 || has(one.kinds, KIND.RATE) || LIMITER.test(one.name);
    if (one.h === 'call') return LIMITER.test(one.path);
    if (one.h !== 'touch') return false;
    const columns = [...one.conditions, ...one.written].map(({ column = '' }) => column);
    return LIMITER.test(one.touch.model) || COUNTED.test(one.touch.model) || columns.some((name) => COUNTED.test(name));
  });

/** What an endpoint does for each call that nothing in its code counts. */
export const unlimitedIn = (happened: readonly Happening[]): CodeCost[] => {
  if (isLimited(happened)) return [];
  const found = happened.flatMap((one): CodeCost[] => {
    // Compared with what is stored of a user, in one's own code.
    if (one.h === 'call' && one.path === 'crypto:timingSafeEqual' && has(one.kinds, KIND.ROW)) return ['password'];
    if (one.h === 'call') return COSTS.filter(([path]) => path.test(one.path)).map(([, cost]) => cost);
    return one.h === 'touch' && one.touch.deed === 'create'
      ? MODELS.filter(([model]) => model.test(one.touch.model)).map(([, cost]) => cost)
      : [];
  });
  return [...new Set(found)].toSorted();
};
