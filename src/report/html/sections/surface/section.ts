import type { Review } from '../../../../model/review.ts';
import type { ReviewSurface, SurfaceDomain, SurfaceHost } from '../../../../model/surface.ts';
import { domainFacts, hostGroups, type HostGroup } from '../../../arrange/surface.ts';
import { markup, type Html } from '../../../escape/html.ts';
import { counted } from '../../../words/count.ts';
import { FRONT_WORDS } from '../../../words/front.ts';
import { gradeSum, LEVEL_SIGNS } from '../../../words/tls.ts';
import { picture } from './picture.ts';

const LEVEL_TONES = { modern: 'good', intermediate: 'good', below: 'warn', broken: 'stop' } as const;
const MOST_RECORDS = 150;

const tlsCell = ({ tls }: SurfaceHost): Html => {
  if (tls === null) return markup`<td class="soft">– none spoken</td>`;
  const { shape, word } = LEVEL_SIGNS[tls.level];
  return markup`<td><span class="tag ${LEVEL_TONES[tls.level]}">${shape} ${word} · ${tls.points}</span><span class="small soft wide">${tls.versions}${tls.until !== undefined && markup`, certificate to <span class="day">${tls.until}</span>`}</span>${tls.steps.length > 0 && markup`<span class="small soft wide">${gradeSum(tls)}</span>`}</td>`;
};

const SIGNS = { stop: '✖', warn: '!', good: '✔' } as const;

const names = (hosts: readonly SurfaceHost[]): Html =>
  hosts.length === 1
    ? markup`<code>${hosts[0]?.host ?? ''}</code>${hosts[0]?.purpose !== 'other' && markup` <span class="small soft">${hosts[0]?.purpose ?? ''}</span>`}`
    : markup`${counted(hosts.length, 'host')}, alike and well<span class="small soft wide">${hosts.map(({ host, domain }) => host.slice(0, -domain.length - 1)).join(', ')}</span>`;

const hostRow = ({ hosts, tone }: HostGroup, review: Review): Html => {
  const host = hosts[0]!;
  const own = review.findings.filter(({ fingerprint }) => host.findings.includes(fingerprint));
  const leads = [...host.aliases, host.addresses.join(', ')].filter((part) => part !== '');
  return markup`<tr><th scope="row"><span class="host-tone ${tone}">${SIGNS[tone]}</span> ${names(hosts)}</th><td>${leads.length === 0 ? markup`<span class="soft">no address</span>` : leads.map((part, index) => markup`${index > 0 && markup`<span class="soft"> → </span>`}<code>${part}</code>`)}</td><td>${host.front === null ? markup`<span class="soft">nobody</span>` : markup`${host.front.name} <span class="small soft">${FRONT_WORDS[host.front.kind]}</span>`}${host.past.map((address) => markup` <span class="tag stop">✖ <code>${address}</code> answers past it</span>`)}</td>${tlsCell(host)}<td class="small">${own.length === 0 ? markup`<span class="soft"><span class="num">0</span> <span class="on-phone">findings</span></span>` : own.map(({ fingerprint, title }, index) => markup`${index > 0 && markup`<br>`}<a href="#${fingerprint}">${title}</a>`)}</td></tr>`;
};

const hostTable = (groups: readonly HostGroup[], review: Review): Html => markup`
<div class="panel hosts-frame"><table class="hosts"><thead><tr><th scope="col">Host</th><th scope="col">Leads to</th><th scope="col">In front</th><th scope="col">TLS</th><th scope="col">Findings</th></tr></thead><tbody>${groups.map((group) => hostRow(group, review))}</tbody></table></div>`;

const STATES = {
  seen: '',
  hidden: 'what it leads to, the dashboard shows',
  wanted: 'to be added',
  replaced: 'to be replaced',
} as const;

const records = ({ records: all }: SurfaceDomain): Html | false =>
  all.length > 0 &&
  markup`<details class="fold records"><summary>${counted(all.length, 'record')} of the zone, as far as they can be seen</summary><table class="record-table small"><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Value</th><th scope="col">What for</th></tr></thead><tbody>${all
    .slice(0, MOST_RECORDS)
    .map(
      ({ name, type, value, purpose, state }) =>
        markup`<tr class="${state}"><th scope="row"><code>${name}</code></th><td>${type}</td><td><code>${value}</code></td><td>${purpose}${STATES[state] !== '' && markup` <span class="tag ${state === 'wanted' ? 'note' : 'warn'}">${STATES[state]}</span>`}</td></tr>`,
    )}</tbody></table>${all.length > MOST_RECORDS && markup`<p class="small soft">and ${all.length - MOST_RECORDS} more; the JSON report has them.</p>`}<p class="small soft">As a zone file, for DNSControl, for Terraform and for Cloudflare’s import: <code>--format zone=shop.zone</code>, <code>dnscontrol=</code>, <code>terraform=</code>, <code>cloudflare=</code>.</p></details>`;

const domainPart = (domain: SurfaceDomain, surface: ReviewSurface, review: Review): Html => {
  const groups = hostGroups(surface, review, domain.domain);
  return markup`
<h3 class="sub">${domain.domain}</h3>
${groups.length > 0 && markup`<figure class="map-frame panel">${picture(domain.domain, groups)}</figure>${hostTable(groups, review)}`}
<dl class="panel runfacts">${domainFacts(domain).map(({ name, text }) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
${records(domain)}`;
};

/** The public surface: for each domain its map, its hosts in words, what its zone says besides, and the records themselves. */
export const surfaceSection = (review: Review): Html | false => {
  const { surface } = review;
  return (
    surface !== undefined &&
    markup`
<section id="surface">
<h2>The public surface</h2>
<p class="lede">Where each name leads, who stands in front, and how well it speaks TLS. ✖ something to fix now · ! something else was found · ✔ nothing was found. Points: 100 less what Mozilla’s guideline 6.0 (intermediate) misses, each with its reason.</p>
${surface.domains.map((domain) => domainPart(domain, surface, review))}
${surface.left > 0 && markup`<p class="small soft">and ${counted(surface.left, 'more host')}, left out here.</p>`}
</section>`
  );
};
