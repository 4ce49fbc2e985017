import { bouncesAlias, defineProvider, dkimAlias } from './provider.ts';

/** https://help.shopify.com/en/manual/intro-to-shopify/initial-setup/setup-your-email; without these the sender is shown as store+…@shopifyemail.com. */
export const shopify = defineProvider('shopify', 'Shopify', {
  packages: ['@shopify/shopify-api', '@shopify/shopify-app-remix'],
  records: [
    dkimAlias('<name 1>', '<dkim1….email.myshopify.com>'),
    dkimAlias('<name 2>', '<dkim2….email.myshopify.com>'),
    dkimAlias('<name 3>', '<dkim3….email.myshopify.com>'),
    bouncesAlias('<mailer name>', '<….email.myshopify.com>'),
  ],
  shownAt: 'Shopify, Settings, Notifications, Sender email, “Authenticate”',
});
