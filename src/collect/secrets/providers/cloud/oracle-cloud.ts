import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'oracle-cloud',
  name: 'Oracle Cloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.oracle.com/identity/domains/my-profile/secret-keys',
    notes: ['A user may have two customer secret keys and two auth tokens.'],
  },
  rules: [
    {
      id: 'oracle-cloud-customer-secret-key',
      name: 'Oracle Cloud customer secret key',
      anchors: ['oci_', 'oracle_cloud', 'oraclecloud'],
      pattern: assigned('(?<![a-z])oci_|oracle_?cloud', 'secret', '[0-9A-Za-z+/]{43}='),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its access key, read, change and delete the files of your buckets.',
      samples: {
        yes: ['OCI_SECRET_KEY={base64:43}=', 'oci_s3_secret_access_key: "{base64:43}="'],
        no: ['OCI_SECRET_KEY=secret', 'OCI_SECRET_KEY={base64:20}='],
      },
    },
  ],
});
