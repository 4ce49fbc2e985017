import { defineCheck } from '../../../model/check.ts';
import { rotationSteps, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { loggedSeverity } from '../leak/severity.ts';
import { shellWord } from '../leak/text.ts';

export default defineCheck({
  id: 'secrets/secret-in-log-file',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'No secret stands in a log file', fail: 'A secret stands in a log file' },
  why: 'Logs are copied to log services, support tickets and backups, and more people read them than may hold the key.',
  references: ['CWE-532', 'ASVS 5.0 16.2.5', 'OWASP A09:2021'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    leaks(sightings, {
      owner: 'secret-in-log-file',
      in: 'in a log file',
      seenBy: 'everyone who reads the logs: log services, support, backups, whoever gets the file in a bug report.',
      why: 'Something writes it into the log, so it will be written again in production.',
      severity: loggedSeverity,
    }),
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [
        'Find the line that logs it (a whole request, header set, config or error object is the usual cause) and log named fields instead, or redact it in the logger.',
        ...rotationSteps(data),
        `Delete the file: rm -- ${shellWord(data.place.path)}. Delete its copies at the log service too.`,
      ],
      verify: verifyWith('secret-in-log-file'),
    };
  },
});
