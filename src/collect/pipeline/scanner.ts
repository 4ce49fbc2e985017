const SCANNERS: readonly (readonly [string, RegExp])[] = [
  ['launch-ready', /\blaunch-ready\b.*\bgate\b/],
  ['gitleaks', /\bgitleaks\b/i],
  ['betterleaks', /\bbetterleaks\b/i],
  ['trufflehog', /\btrufflehog\b/i],
  ['ggshield', /\bggshield\b|gitguardian\//i],
  ['detect-secrets', /\bdetect-secrets\b/i],
  ['secretlint', /\bsecretlint\b/i],
  ['kingfisher', /\bkingfisher\b/i],
  ['git-secrets', /\bgit[- ]secrets\b.*(?:--scan|--pre_commit_hook)|\bgit-secrets\b/i],
  ['talisman', /\btalisman\b/i],
  ['nosey parker', /\bnoseyparker\b/i],
  ['semgrep secrets', /\bp\/secrets\b/],
  ['trivy', /\btrivy\b.*\bsecret\b|\bscanners:\s*['"]?[\w,]*secret/i],
  ['gitlab secret detection', /Security\/Secret-Detection|Jobs\/Secret-Detection/],
];

/** The secret scanner that a CI file or a hook runs; a name or a comment alone does not count. */
export const scannerIn = (text: string): string | null => {
  const working = text
    .split(/\r?\n/)
    .filter((row) => !/^\s*(?:-\s+)?(?:#|name:|\/\/|description:)/.test(row))
    .join('\n')
    .slice(0, 500_000);
  return SCANNERS.find(([, pattern]) => pattern.test(working))?.[0] ?? null;
};
