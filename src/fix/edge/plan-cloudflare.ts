import type { CloudflareRuleDraft, EdgeChange, EdgeIntent, EdgePlan } from '../../model/edge-plan.ts';
import type { CloudflareRule, CloudflareZone } from '../../model/evidence/edge/cloudflare.ts';
import { covers } from '../../model/covers.ts';
import { wantedRules } from './cloudflare-rules.ts';
import { settingChanges } from './cloudflare-settings.ts';

/** What has to change in a zone so that it does what is meant. Pure; a zone that was changed by it has nothing left to change. */
export const planCloudflare = (zone: CloudflareZone, intent: EdgeIntent, strictTls: boolean): EdgePlan => {
  const settings = settingChanges(zone, intent, strictTls);
  const { rules, notes } = wantedRules(zone, intent);
  const ruled = rules.flatMap(({ phase, why, rule }): EdgeChange[] => {
    const read = zone.rules[phase];
    const known = read?.ok === true ? read.value.find(({ ref }) => ref === rule.ref) : undefined;
    const before = known === undefined ? null : draftOf(known);
    return before !== null && covers(before, rule) ? [] : [{ kind: 'rule', phase, why, before, after: rule }];
  });
  return {
    zone: { id: zone.id, name: zone.name, plan: zone.plan },
    changes: [...settings.changes, ...ruled],
    notes: [...settings.notes, ...notes, ...byHand(zone, intent)],
  };
};

/** The part of a rule that we write. */
export const draftOf = ({
  ref,
  description,
  expression,
  action,
  parameters,
  ratelimit,
  enabled,
}: CloudflareRule): CloudflareRuleDraft => ({
  ref,
  description,
  expression,
  action,
  ...(parameters === null ? {} : { action_parameters: parameters as Record<string, unknown> }),
  ...(ratelimit === null ? {} : { ratelimit: ratelimit as Record<string, unknown> }),
  enabled,
});

const byHand = ({ paused, dnssec }: CloudflareZone, { canonical, seen }: EdgeIntent): string[] => [
  ...(paused
    ? [
        'The zone is paused: nothing of this works until it is switched on in the dashboard (Overview, Advanced actions).',
      ]
    : []),
  ...(seen ? [] : ['The site’s first page did not come, so headers and HSTS were left alone.']),
  ...(canonical === null
    ? ['Which host shows the site is not known: name it in edge.canonical for a redirect from the other one.']
    : []),
  ...(dnssec.ok && dnssec.value === 'disabled'
    ? ['DNSSEC is off. It needs a DS record at your registrar as well: DNS, Settings, Enable DNSSEC.']
    : []),
];
