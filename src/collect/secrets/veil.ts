import { mask } from './mask.ts';

/** `NAME=value` at the start of a line, as env files and Dockerfiles have it. */
const SETTING = /^([ \t]*(?:(?:export|ENV|ARG)[ \t]+)?[A-Za-z_][\w.-]{0,80}=)([^\s=].*)$/gm;
/** What a telling name is given, quoted or bare. */
const TELLING =
  /((?:passw|passphrase|pwd|secret|token|cred|auth|key|\bpin\b|_pin\b|\bpass\b|_pass\b)[\w.-]{0,40}["'\]\x60]{0,2}[ \t]{0,4}(?::=|=>|={1,3}|:|\|\||\?\?|,)[ \t]{0,4}["'\x60]?)([^\s"'\x60,;(){}]{4,400})/gi;
/** Long runs of the letters that keys are made of. */
const RUN = /[A-Za-z0-9+/_-]{10,}={0,2}/g;

const DIGIT = /\d/;

/** Numbers of a few digits, words, addresses without a key in them: what people need to see to know the place. */
const isHarmless = (value: string): boolean => !DIGIT.test(value) || /^["']?[\d.:]{1,5}["']?$/.test(value);

const looksMade = (run: string): boolean => {
  const digits = run.replace(/\D/g, '').length;
  if (/^(?:[A-Za-z]+[/_-])*[A-Za-z]+\d{0,4}$/.test(run)) return false;
  const mixed = digits > 0 && /[a-z]/.test(run) && /[A-Z]/.test(run);
  return run.length >= 20 ? mixed || (digits >= 3 && /[A-Za-z]/.test(run)) : mixed && !run.includes('/');
};

/**
 * The lines beside a secret, made safe to show: what could be a value there is masked although no rule knows it. Rather too much
 * than too little: the lines only help to recognise the place.
 */
export const veil = (text: string): string =>
  text
    .replaceAll(SETTING, (whole, name: string, value: string) => (isHarmless(value) ? whole : name + mask(value)))
    .replaceAll(TELLING, (whole, name: string, value: string) =>
      isHarmless(value) || value.includes('****') ? whole : name + mask(value),
    )
    .replaceAll(RUN, (run) => (looksMade(run) ? mask(run) : run));
