/** Where apps commonly take a password as JSON, for those whose description does not say it. */
export const LOGIN_PATHS = [
  '/api/auth/login',
  '/api/login',
  '/auth/login',
  '/login',
  '/api/users/login',
  '/users/login',
  '/api/v1/auth/login',
  '/api/v1/login',
  '/api/auth/signin',
  '/api/auth/sign-in/email',
  '/api/signin',
  '/api/session',
  '/api/sessions',
  '/rest/user/login',
  '/store/auth/token',
  '/auth/token',
  '/token',
];

/** Where the page to log in commonly is. */
export const LOGIN_PAGES = [
  '/login',
  '/signin',
  '/sign-in',
  '/account/login',
  '/auth/login',
  '/users/sign_in',
  '/admin/login',
];
