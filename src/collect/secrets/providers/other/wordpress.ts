import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'wordpress',
  name: 'WordPress',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://wordpress.org/documentation/article/application-passwords/',
    notes: ['Users, Profile, Application Passwords, on your own site.'],
  },
  rules: [
    {
      id: 'wordpress-application-password',
      name: 'WordPress application password',
      anchors: ['wp_app', 'wordpress', 'wp_application', 'wpapp', 'wp_pass'],
      pattern: assigned('(?:wp|wordpress)', 'pass(?:word)?', '[A-Za-z0-9]{4}(?: [A-Za-z0-9]{4}){5}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the user name, change what your site says.',
      samples: {
        yes: [
          'WP_APP_PASSWORD={alnum:4} {alnum:4} {alnum:4} {alnum:4} {alnum:4} {alnum:4}',
          "wpAppPassword: '{alnum:4} {alnum:4} {alnum:4} {alnum:4} {alnum:4} {alnum:4}'",
        ],
        no: [
          'WP_APP_PASSWORD=your_wp_app_password',
          'checksum = "{alnum:4} {alnum:4} {alnum:4} {alnum:4} {alnum:4} {alnum:4}"',
        ],
      },
    },
    {
      id: 'wordpress-config-salt',
      name: 'WordPress secret key in wp-config.php',
      anchors: ['auth_key', 'secure_auth_key', 'logged_in_key', 'nonce_key', 'auth_salt', 'logged_in_salt'],
      pattern:
        /define\(\s{0,4}["'](?:(?:SECURE_)?AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)["'],\s{0,12}["']([\x21-\x26\x28-\x7e ]{64})["']/,
      reach: [48, 160],
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Forge a signed-in session of any user, administrators too.',
      samples: {
        yes: [
          "define('AUTH_KEY', '{alnum:20}|#{alnum:20}+!{alnum:20}');",
          "define( 'SECURE_AUTH_SALT', '{alnum:64}' );",
        ],
        no: ["define('AUTH_KEY', 'put your unique phrase here');"],
      },
    },
  ],
});
