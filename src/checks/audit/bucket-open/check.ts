import { defineCheck } from '../../../model/check.ts';
import type { DataBucket, DataPolicy, DataProof } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { REPLAYED, told, whereOf } from '../database/words.ts';

/** What lies in it concerns one person, by its name. */
const PRIVATE =
  /invoice|document|kyc|identity|(?:^|[-_])ids?(?:$|[-_])|passport|license|contract|receipt|private|verification|medical|tax|payout|statement|resume|attachment|message|chat|dispute|evidence|report/i;

const weigh = ({ name, public: isPublic }: DataBucket, { verb, actor }: DataProof): Severity | null => {
  if (verb === 'read') return isPublic || !PRIVATE.test(name) ? null : 'blocker';
  if (verb === 'change' || verb === 'delete') return 'blocker';
  // Anybody's files at the owner's cost; into somebody's folder, in their name.
  return actor === 'visitor' ? 'high' : null;
};

const COMMANDS: Readonly<Record<DataProof['verb'], DataPolicy['command']>> = {
  read: 'select',
  change: 'update',
  promote: 'update',
  delete: 'delete',
  add: 'insert',
  forge: 'insert',
};

/** The policies that may let these attempts through: of this bucket, or of all. */
const policiesFor = (bucket: DataBucket, policies: readonly DataPolicy[], ways: readonly DataProof[]): DataPolicy[] =>
  policies.filter(({ command, using, check, permissive }) => {
    const condition = `${using ?? ''} ${check ?? ''}`;
    const concerns = condition.includes(`'${bucket.name}'`) || !condition.includes('bucket_id');
    return permissive && concerns && ways.some(({ verb }) => command === 'all' || command === COMMANDS[verb]);
  });

const defectsOf = (bucket: DataBucket, proofs: readonly DataProof[], policies: readonly DataPolicy[]): Defect[] => {
  const open = proofs
    .filter((proof) => proof.on === 'bucket' && proof.subject === bucket.name && proof.outcome === 'open')
    .flatMap((proof) => {
      const severity = weigh(bucket, proof);
      return severity === null ? [] : [{ proof, severity }];
    });
  const ways = open.filter(
    ({ proof }) =>
      proof.actor === 'visitor' ||
      !open.some((other) => other.proof.actor === 'visitor' && other.proof.verb === proof.verb),
  );
  const worst = (['blocker', 'high', 'medium'] as const).find((severity) =>
    ways.some((way) => way.severity === severity),
  );
  const name = printable(bucket.name);
  const isPublished = bucket.public && PRIVATE.test(bucket.name);
  if (worst === undefined && !isPublished) return [];
  const verbs = [
    ...new Set(
      ways.map(
        ({ proof }) =>
          ({ read: 'read', change: 'replaced', delete: 'deleted', forge: 'added', add: 'added', promote: 'changed' })[
            proof.verb
          ],
      ),
    ),
  ];
  const letting = policiesFor(
    bucket,
    policies,
    ways.map(({ proof }) => proof),
  );
  const named = letting
    .slice(0, 4)
    .map(
      ({ name: policy, command, roles, using, check }) =>
        `Policy "${printable(policy)}" for ${command} to ${roles.join(', ')}: ${printable(using ?? check ?? 'true')}`,
    );
  const published = `The bucket is public: whoever knows or guesses an address reads the file, without any policy.`;
  return [
    {
      key: bucket.name,
      where: whereOf(letting.find(({ place }) => place !== null)?.place ?? bucket.place),
      severity: worst ?? 'high',
      title:
        verbs.length === 0
          ? `Bucket ${name} is public, and its name speaks of private files`
          : `Bucket ${name}: files of others can be ${verbs.join(', ')}`,
      proof: {
        kind: 'record',
        text: [
          ...(ways.length > 0 ? [REPLAYED, ...ways.slice(0, 4).map(({ proof }) => told(proof)), ...named] : []),
          ...(isPublished ? [published] : []),
        ].join('\n'),
      },
      data: { bucket: bucket.name, isPublished },
    },
  ];
};

export default defineCheck({
  id: 'audit/bucket-open',
  stage: 'audit',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Files are touched only by those whose they are',
    fail: 'Files can be reached by those whose they are not',
  },
  why: 'Whoever replaces a picture or an invoice speaks in the seller’s name; whoever reads the papers of others has the leak of which the press writes.',
  references: ['OWASP API1:2023', 'ASVS 5.0 5.3.1', 'CWE-639', 'Supabase: Storage Access Control'],
  needs: ['data.schema', 'data.proofs'],
  evaluate: ({ 'data.schema': { direct, buckets, filePolicies }, 'data.proofs': { proofs } }) =>
    direct === null || buckets.length === 0
      ? 'not-applicable'
      : buckets.flatMap((bucket) => defectsOf(bucket, proofs, filePolicies)),
  fix: ({ data }) => {
    const { bucket, isPublished } = data as { bucket: string; isPublished: boolean };
    const name = printable(bucket).replaceAll("'", "''");
    const mine = `bucket_id = '${name}' and (storage.foldername(name))[1] = (select auth.uid())::text`;
    return {
      steps: [
        'Drop the policies on storage.objects that name only the bucket, and add the ones below: paths begin with the id of the account.',
        ...(isPublished ? ['Make the bucket private, and give out signed addresses that end soon.'] : []),
      ],
      snippet: {
        path: 'supabase/migrations',
        language: 'sql',
        content: `${isPublished ? `update storage.buckets set public = false where id = '${name}';\n` : ''}create policy "${printable(bucket)}: own files" on storage.objects for all to authenticated\n  using (${mine})\n  with check (${mine});\n`,
      },
      verify: 'npx launch-ready --only audit/bucket-open',
    };
  },
});
