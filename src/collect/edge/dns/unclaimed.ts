/**
 * How hosting providers answer for a name that no customer of theirs holds, and what they want to see before they give it to somebody. Signs are
 * as known in 2026 (can-i-take-over-xyz lists most of them); providers that cannot be told from a page that is merely missing are left out.
 */
export interface Fingerprint {
  provider: string;
  /** What the alias leads to. */
  target: RegExp;
  /** What answers of such a name have, headers before the body. Absent: the target does not exist in DNS. */
  says?: RegExp;
  /**
   * `open`: whoever adds the name gets it. `guarded`: a record in the domain's own DNS is asked for, or the target cannot be had a second time.
   * `unsure`: it depends on what the provider remembers of the name.
   */
  claim: 'open' | 'unsure' | 'guarded';
  /** The TXT record that keeps others out where it stands, by the name, its target and the domain. */
  guard?: (host: string, target: string, domain: string) => string;
}

export const FINGERPRINTS: readonly Fingerprint[] = [
  {
    provider: 'GitHub Pages',
    target: /\.github\.io$/,
    says: /There isn't a GitHub Pages site here/,
    claim: 'open',
    guard: (_, target, domain) => `_github-pages-challenge-${target.split('.').at(-3) ?? ''}.${domain}`,
  },
  { provider: 'Heroku', target: /\.(?:herokuapp|herokudns)\.com$/, says: /no-such-app|No such app/i, claim: 'open' },
  {
    provider: 'Amazon S3',
    target: /\.s3(?:[.-][\w.-]+)?\.amazonaws\.com$/,
    says: /NoSuchBucket|The specified bucket does not exist/,
    claim: 'open',
  },
  { provider: 'Elastic Beanstalk', target: /\.[a-z]{2}-[a-z]+-\d\.elasticbeanstalk\.com$/, claim: 'open' },
  {
    provider: 'Azure',
    // Newer names of App Service hold a hash that is made anew for everybody: shop-a1b2c3d4e5f6g7h8.westeurope-01.azurewebsites.net.
    target:
      /^[\w-]+\.azurewebsites\.net$|\.(?:cloudapp\.azure\.com|trafficmanager\.net|blob\.core\.windows\.net|web\.core\.windows\.net|azure-api\.net|azurecontainer\.io)$/,
    claim: 'open',
    guard: (host) => `asuid.${host}`,
  },
  {
    provider: 'Azure',
    target: /\.(?:azurewebsites\.net|cloudapp\.net|azureedge\.net|azurefd\.net|azurestaticapps\.net)$/,
    claim: 'guarded',
  },
  { provider: 'Surge', target: /(?:^|\.)surge\.sh$/, says: /project not found/i, claim: 'open' },
  { provider: 'Bitbucket', target: /\.bitbucket\.io$/, says: /Repository not found/, claim: 'open' },
  {
    provider: 'Help Scout',
    target: /\.helpscoutdocs\.com$/,
    says: /No settings were found for this company/,
    claim: 'open',
  },
  { provider: 'WordPress.com', target: /\.wordpress\.com$/, says: /Do you want to register/, claim: 'open' },
  { provider: 'Strikingly', target: /\.s\.strikinglydns\.com$/, says: /PAGE NOT FOUND/, claim: 'open' },
  { provider: 'Discourse', target: /\.trydiscourse\.com$/, claim: 'open' },
  {
    provider: 'Read the Docs',
    target: /\.readthedocs\.io$/,
    says: /The link you have followed or the URL that you entered does not exist/,
    claim: 'unsure',
  },
  {
    provider: 'Shopify',
    target: /\.myshopify\.com$/,
    says: /Sorry, this shop is currently unavailable/,
    claim: 'unsure',
  },
  { provider: 'Ghost', target: /\.ghost\.io$/, says: /Site unavailable|Domain error/, claim: 'unsure' },
  { provider: 'Netlify', target: /\.netlify\.(?:app|com)$/, says: /Not Found - Request ID: /, claim: 'unsure' },
  { provider: 'Render', target: /\.onrender\.com$/, says: /x-render-routing: no-server/i, claim: 'unsure' },
  { provider: 'Tilda', target: /\.tilda\.ws$/, says: /Please renew your subscription/, claim: 'unsure' },
  {
    provider: 'Vercel',
    target: /\.vercel-dns(?:-\d+)?\.com$|\.vercel\.app$/,
    says: /x-vercel-error: DEPLOYMENT_NOT_FOUND|The deployment could not be found on Vercel/i,
    claim: 'guarded',
  },
  { provider: 'Railway', target: /\.up\.railway\.app$/, says: /x-railway-fallback: true/i, claim: 'guarded' },
  { provider: 'Fastly', target: /\.fastly(?:lb)?\.net$/, says: /Fastly error: unknown domain/, claim: 'guarded' },
  { provider: 'Zendesk', target: /\.zendesk\.com$/, says: /Help Center Closed/, claim: 'guarded' },
  { provider: 'Pantheon', target: /\.pantheonsite\.io$/, says: /404 error unknown site/, claim: 'guarded' },
  {
    provider: 'Webflow',
    target: /(?:proxy(?:-ssl)?|cdn)\.webflow\.com$/,
    says: /The page you are looking for doesn't exist or has been moved/,
    claim: 'guarded',
  },
];
