/** How hosting providers answer for a name that no customer of theirs holds, so that anybody can take it. Their own pages and documentation. */
export interface Fingerprint {
  provider: string;
  /** What the alias leads to. */
  target: RegExp;
  /** What the page of such a name says. Absent: the target does not exist in DNS, and can be made anew by anybody. */
  says?: RegExp;
}

export const FINGERPRINTS: readonly Fingerprint[] = [
  { provider: 'GitHub Pages', target: /\.github\.io$/, says: /There isn't a GitHub Pages site here/ },
  { provider: 'Heroku', target: /\.(?:herokuapp|herokudns)\.com$/, says: /no-such-app|No such app/i },
  {
    provider: 'Amazon S3',
    target: /\.s3(?:[.-][\w.-]+)?\.amazonaws\.com$/,
    says: /NoSuchBucket|The specified bucket does not exist/,
  },
  { provider: 'Elastic Beanstalk', target: /\.elasticbeanstalk\.com$/ },
  {
    provider: 'Azure',
    target:
      /\.(?:azurewebsites\.net|cloudapp\.net|cloudapp\.azure\.com|trafficmanager\.net|blob\.core\.windows\.net|azureedge\.net|azure-api\.net)$/,
  },
  { provider: 'Shopify', target: /\.myshopify\.com$/, says: /Sorry, this shop is currently unavailable/ },
  { provider: 'Surge', target: /\.surge\.sh$/, says: /project not found/i },
  { provider: 'Bitbucket', target: /\.bitbucket\.io$/, says: /Repository not found/ },
  { provider: 'Ghost', target: /\.ghost\.io$/, says: /Site unavailable|Domain error/ },
  {
    provider: 'Read the Docs',
    target: /\.readthedocs\.io$/,
    says: /The link you have followed or the URL that you entered does not exist/,
  },
  { provider: 'Help Scout', target: /\.helpscoutdocs\.com$/, says: /No settings were found for this company/ },
  { provider: 'Strikingly', target: /\.s\.strikinglydns\.com$/, says: /PAGE NOT FOUND/ },
  { provider: 'Pantheon', target: /\.pantheonsite\.io$/, says: /404 error unknown site/ },
  { provider: 'Tilda', target: /\.tilda\.ws$/, says: /Please renew your subscription/ },
  {
    provider: 'Webflow',
    target: /proxy(?:-ssl)?\.webflow\.com$/,
    says: /The page you are looking for doesn't exist or has been moved/,
  },
];
