import assetBroken from '../../../src/checks/edge/asset-broken/check.ts';
import cookieReadable from '../../../src/checks/edge/cookie-readable/check.ts';
import corsOpen from '../../../src/checks/edge/cors-open/check.ts';
import cspBlocks from '../../../src/checks/edge/csp-blocks/check.ts';
import cspMissing from '../../../src/checks/edge/csp-missing/check.ts';
import cspWeak from '../../../src/checks/edge/csp-weak/check.ts';
import framable from '../../../src/checks/edge/framable/check.ts';
import headersLoose from '../../../src/checks/edge/headers-loose/check.ts';
import hstsMissing from '../../../src/checks/edge/hsts-missing/check.ts';
import mixedContent from '../../../src/checks/edge/mixed-content/check.ts';
import plainHttp from '../../../src/checks/edge/plain-http/check.ts';
import scriptOfOthers from '../../../src/checks/edge/script-of-others/check.ts';
import { tlsCollector } from '../../../src/collect/edge/tls/collector.ts';
import { trustCollector } from '../../../src/collect/edge/trust/collector.ts';
import { webCollector } from '../../../src/collect/edge/web/collector.ts';
import type { Evaluation } from '../../../src/model/check.ts';
import { see } from '../see.ts';
import { SITES, type Sites } from './sites.ts';

/** A finding about a site, and which of the analyser's tests asks the same; `null`: none does. */
export interface Own {
  test: string | null;
  id: string;
  text: string;
}

const own = (id: string, evaluation: Evaluation, testOf: (text: string) => string | null): Own[] => {
  const defects =
    typeof evaluation === 'string' ? [] : 'unproven' in evaluation ? (evaluation.defects ?? []) : evaluation;
  return defects.flatMap(({ title, proof }) => {
    const lines = proof.kind === 'exchange' || proof.kind === 'record' ? proof.text.split('\n') : [];
    const said =
      id === headersLoose.id ? (lines[0] ?? '').replace(/^\S+: /, '').split('; ') : [title ?? lines[0] ?? ''];
    return said.map((text) => ({ id, test: testOf(text), text }));
  });
};

/** By our checks, each site judged by itself. */
export const ownFindings = async ({
  http,
  https,
  root,
}: Sites): Promise<{ found: Map<string, Own[]>; seconds: number }> => {
  const detours = [
    { host: '', port: 80, address: '', toPort: http },
    { host: '', port: 443, address: '', toPort: https },
  ];
  const begun = performance.now();
  const evidence = await see([webCollector, tlsCollector, trustCollector], Object.keys(SITES), detours, root);
  const seconds = (performance.now() - begun) / 1000;
  const web = evidence['edge.web']?.ok === true ? evidence['edge.web'].value.hosts : [];
  const tls = evidence['edge.tls']?.ok === true ? evidence['edge.tls'].value : [];
  const trust = evidence['edge.trust']?.ok === true ? evidence['edge.trust'].value.hosts : [];
  const found = new Map<string, Own[]>();
  for (const name of Object.keys(SITES)) {
    const pages = { 'edge.web': { hosts: web.filter(({ host }) => host === name), callbacks: [] } };
    const secured = { 'edge.tls': tls.filter(({ host }) => host === name) };
    const believed = { ...pages, 'edge.trust': { hosts: trust.filter(({ host }) => host === name) } };
    found.set(name, [
      ...own(corsOpen.id, corsOpen.evaluate(believed), () => 'cross-origin-resource-sharing'),
      ...own(scriptOfOthers.id, scriptOfOthers.evaluate(pages), () => 'subresource-integrity'),
      ...own(assetBroken.id, assetBroken.evaluate(pages), () => null),
      ...own(cspBlocks.id, cspBlocks.evaluate(pages), () => null),
      ...own(cspMissing.id, cspMissing.evaluate(pages), () => 'content-security-policy'),
      ...own(cspWeak.id, cspWeak.evaluate(pages), () => 'content-security-policy'),
      ...own(cookieReadable.id, cookieReadable.evaluate(pages), () => 'cookies'),
      ...own(plainHttp.id, plainHttp.evaluate(pages), () => 'redirection'),
      ...own(hstsMissing.id, hstsMissing.evaluate(secured), () => 'strict-transport-security'),
      ...own(framable.id, framable.evaluate(pages), () => 'x-frame-options'),
      ...own(mixedContent.id, mixedContent.evaluate(pages), () => null),
      ...own(headersLoose.id, headersLoose.evaluate(pages), (text) =>
        /X-Content-Type/.test(text) ? 'x-content-type-options' : /Referrer/.test(text) ? 'referrer-policy' : null,
      ),
    ]);
  }
  return { found, seconds };
};
