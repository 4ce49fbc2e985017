import { STAGES } from '../../model/stage.ts';

/** The checks, by stage in the order of a launch. */
export const listChecks = async (json: boolean): Promise<string> => {
  const { CHECKS } = await import('../../program.ts');
  if (json) {
    const rows = CHECKS.map(({ id, stage, bar, severity, effort, title, why, references }) => ({
      id,
      stage,
      bar,
      severity,
      effort,
      title,
      why,
      references,
    }));
    return JSON.stringify({ checks: rows }, null, 2);
  }
  const width = Math.max(0, ...CHECKS.map((check) => check.id.length));
  const stages = STAGES.map((stage) => {
    const checks = CHECKS.filter((check) => check.stage === stage.id);
    const rows = checks.map(
      (check) => `  ${check.id.padEnd(width)}  ${check.bar.join(' ').padEnd(5)}  ${check.title.pass}`,
    );
    return [
      `S${stage.number} ${stage.title}: ${stage.goal}`,
      ...(rows.length > 0 ? rows : ['  no checks yet: its bar items stay unproven']),
    ].join('\n');
  });
  return `${stages.join('\n\n')}\n\n${CHECKS.length} checks. More about one: launch-ready explain <check>`;
};

/** The secret rules, by provider. */
export const listRules = async (json: boolean): Promise<string> => {
  const { PROVIDERS } = await import('../../collect/secrets/providers/registry.generated.ts');
  if (json) {
    const rows = PROVIDERS.map(({ id, name, category, rules }) => ({
      id,
      name,
      category,
      rules: rules.map((rule) => ({
        id: rule.id,
        name: rule.name,
        verdict: rule.verdict ?? 'secret',
        power: rule.power,
        verifiable: rule.verify !== undefined,
      })),
    }));
    return JSON.stringify({ providers: rows }, null, 2);
  }
  const sections = Map.groupBy(PROVIDERS, (provider) => provider.category);
  const lines = [...sections].flatMap(([category, providers]) => [
    category,
    ...providers.map(
      ({ name, rules }) =>
        `  ${name}: ${rules.map((rule) => rule.name + (rule.verdict === 'public' ? ' (public)' : '')).join(', ')}`,
    ),
    '',
  ]);
  const rules = PROVIDERS.reduce((sum, provider) => sum + provider.rules.length, 0);
  return [
    ...lines,
    `${PROVIDERS.length} providers, ${rules} rules; besides: private keys, connection strings, JWTs, and values that only look random.`,
  ].join('\n');
};
