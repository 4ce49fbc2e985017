import { makeProbe } from '../accounts/observe.ts';
import { loginSeries } from './login-series.ts';
import { WAYS } from './pass-by.ts';
import { searchSeries } from './search-series.ts';
import { signUpSeries } from './sign-up-series.ts';

export const limitBypass = makeProbe({
  id: 'limit-bypass',
  tries: 'whether a limit is passed by with a made-up address or another spelling',
  mode: 'burst',
  requests: 3 * (WAYS.length + 2),
  subject: 'limits',
  run: async (context) => {
    const signUps = await signUpSeries(context);
    const met = [
      ...(await loginSeries(context)),
      ...(signUps === null ? [] : [signUps]),
      ...(await searchSeries(context)),
    ];
    const said = met.flatMap(({ passed }) => (passed === undefined ? [] : [passed]));
    // What one limit believes, the others believe too: one cause. Where no limit was met, none can be passed by.
    const confirmed = said.filter(({ verdict }) => verdict === 'confirmed');
    return confirmed.length > 0 ? confirmed.slice(0, 1) : said;
  },
});
