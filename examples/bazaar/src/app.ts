import express, { type Express } from 'express';
import { pinoHttp } from 'pino-http';
import { authenticate } from './http/authenticate.ts';
import { CLIENT_FOLDER } from './http/assets.ts';
import { csrfProtection } from './http/csrf.ts';
import { errorHandler, notFound } from './http/errors.ts';
import { noStore, securityHeaders } from './http/headers.ts';
import { createLimits, type Limits } from './http/limits.ts';
import { adminModule } from './modules/admin/module.ts';
import { assistantModule } from './modules/assistant/module.ts';
import { authModule } from './modules/auth/module.ts';
import { cartModule } from './modules/cart/module.ts';
import { graphqlModule } from './modules/graphql/module.ts';
import { listingsModule } from './modules/listings/module.ts';
import { metaModule } from './modules/meta/module.ts';
import { moderationModule } from './modules/moderation/module.ts';
import { notificationsModule } from './modules/notifications/module.ts';
import { ordersModule } from './modules/orders/module.ts';
import { photosModule } from './modules/photos/module.ts';
import { profileModule } from './modules/profile/module.ts';
import { reviewsModule } from './modules/reviews/module.ts';
import { shopsModule } from './modules/shops/module.ts';
import { payoutsModule } from './modules/payouts/module.ts';
import { webhooksModule } from './modules/webhooks/module.ts';
import type { Context } from './platform/context.ts';

export interface AppOptions {
  limits?: Limits;
}

const isHealth = ({ url }: { url?: string | undefined }): boolean => url === '/health';

/** Queries carry tokens of mail links, headers carry credentials: of a request only its method and path are logged. */
const LOGGED = {
  req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({ id, method, path: url.split('?')[0] }),
  res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
};

/** The whole app, ready to listen. Order matters: what stands first sees the request first. */
export const createApp = (context: Context, { limits = createLimits() }: AppOptions = {}): Express => {
  const { config, log } = context;
  const app = express();
  app.set('trust proxy', config.TRUST_PROXY_HOPS);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.disable('etag');

  app.use(securityHeaders(config), noStore);
  app.use(pinoHttp({ logger: log, quietReqLogger: true, autoLogging: { ignore: isHealth }, serializers: LOGGED }));
  app.use(
    '/assets',
    express.static(`${CLIENT_FOLDER}/assets`, { immutable: true, maxAge: '1y', index: false, cacheControl: true }),
  );

  // Signatures are made over the raw body, so webhooks come before any parser.
  app.use('/webhooks', webhooksModule(context));

  app.use(express.json({ limit: '100kb' }), express.urlencoded({ limit: '100kb', extended: false }));
  app.use(authenticate(context), csrfProtection(config));

  app.use(metaModule(context));
  app.use(adminModule(context, limits));
  app.use(authModule(context, limits));
  app.use(profileModule(context, limits));
  app.use(listingsModule(context, limits));
  app.use(photosModule(context, limits));
  app.use(reviewsModule(context, limits));
  app.use(cartModule(context, limits));
  app.use(ordersModule(context, limits));
  app.use(shopsModule(context, limits));
  app.use(payoutsModule(context, limits));
  app.use(moderationModule(context, limits));
  app.use(notificationsModule(context));
  app.use(assistantModule(context, limits));
  app.use(graphqlModule(context, limits));

  app.use(() => {
    throw notFound();
  });
  app.use(errorHandler(context));
  return app;
};
