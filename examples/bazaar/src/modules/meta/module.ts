import { eq, sql } from 'drizzle-orm';
import { Router } from 'express';
import { listings } from '../../db/schema.ts';
import { openApiDocument } from '../../http/openapi.ts';
import type { Context } from '../../platform/context.ts';
import { OPERATIONS } from '../operations.ts';

/** Health, the API document, robots.txt and the sitemap. */
export const metaModule = (context: Context): Router => {
  const { config, db } = context;
  const router = Router();
  const document = openApiDocument(OPERATIONS, {
    version: config.RELEASE,
    origin: config.APP_ORIGIN,
    adminOrigin: config.ADMIN_ORIGIN,
  });

  router.get('/health', async (_req, res) => {
    try {
      await db.execute(sql`select 1`);
      res.json({ status: 'ok', release: config.RELEASE });
    } catch {
      res.status(503).json({ status: 'unavailable', release: config.RELEASE });
    }
  });

  router.get('/openapi.json', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').json(document);
  });

  router.get('/robots.txt', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=3600').type('text/plain');
    const rules =
      config.APP_ENV === 'production' ? `Disallow: /api/\n\nSitemap: ${config.APP_ORIGIN}/sitemap.xml` : 'Disallow: /';
    res.send(`User-agent: *\n${rules}\n`);
  });

  router.get('/sitemap.xml', async (_req, res) => {
    const rows = await db
      .select({ id: listings.id })
      .from(listings)
      .where(eq(listings.status, 'published'))
      .limit(5000);
    const urls = ['/', '/search', ...rows.map(({ id }) => `/listings/${id}`)];
    res.set('Cache-Control', 'public, max-age=3600').type('application/xml');
    res.send(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls
        .map((url) => `<url><loc>${config.APP_ORIGIN}${url}</loc></url>`)
        .join('\n')}\n</urlset>\n`,
    );
  });

  return router;
};
