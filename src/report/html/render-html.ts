import type { Review } from '../../model/review.ts';
import { markup, raw, type Html } from '../escape/html.ts';
import { dateText } from '../words/time.ts';
import { contentPolicy } from './policy.ts';
import { SCRIPT } from './script.ts';
import { boardSection } from './sections/board.ts';
import { boundarySection } from './sections/boundary.ts';
import { checksSection } from './sections/checks.ts';
import { contents } from './sections/contents.ts';
import { coverageSection } from './sections/coverage.ts';
import { findingsSection } from './sections/findings.ts';
import { heroSection } from './sections/hero.ts';
import { nextSection } from './sections/next.ts';
import { planSection } from './sections/plan.ts';
import { scoresSection } from './sections/scores.ts';
import { sinceSection } from './sections/since.ts';
import { stagesSection } from './sections/stages.ts';
import { surfaceSection } from './sections/surface/section.ts';
import { unprovenSection } from './sections/unproven.ts';
import { waivedSection } from './sections/waived.ts';
import { STYLES } from './styles.ts';

const about = ({ target, startedAt, tool }: Review): string =>
  [
    target.name,
    [target.branch, target.commit?.slice(0, 12)].filter((part) => part != null).join(' at '),
    dateText(startedAt),
    `version ${tool.version}, policy ${tool.policy}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

const page = (review: Review): Html => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(STYLES, SCRIPT)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${review.verdict.decision} · ${review.target.name} · Launch Ready</title>
<style>${raw(STYLES)}</style>
</head>
<body>
<a class="skip" href="#must-fix">Skip to the findings</a>
<header class="top"><span class="wordmark">Launch Ready</span><span class="small soft num">${about(review)}</span></header>
<div class="layout">${contents(review)}<main>
${heroSection(review)}${scoresSection(review)}${sinceSection(review)}${boardSection(review)}${stagesSection(review)}${findingsSection(review)}${boundarySection(review)}${surfaceSection(review)}${planSection(review)}${unprovenSection(review)}${waivedSection(review)}${checksSection(review)}${coverageSection(review)}${nextSection(review)}
</main></div>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;

/** The Review as one HTML file: offline, readable without JavaScript, printable, every finding at `#<fingerprint>`. */
export const renderHtml = (review: Review): string => page(review).html;
