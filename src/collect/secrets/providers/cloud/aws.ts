import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'aws',
  name: 'Amazon Web Services',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    notes: [
      'A user may have two access keys: make the second, deploy, deactivate the first, and delete it a day later.',
      'Before you delete the old key, read its last use and CloudTrail for what was done with it.',
      'Better than any key: a role for the host, or OIDC for CI.',
    ],
  },
  rules: [
    {
      id: 'aws-access-key-id',
      name: 'AWS access key id',
      anchors: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
      // In a presigned address the id is meant to be seen.
      pattern:
        /(?<!X-Amz-Credential=|AWSAccessKeyId=)(?<![0-9A-Za-z])((?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![0-9A-Za-z])/,
      power: 'infrastructure',
      impact:
        'With its secret, whatever the IAM user may do: read storage and databases, start servers on your bill. Alone it only names the account.',
      pairsWith: ['aws-secret-access-key', 'aws-secret-beside-id'],
      samples: {
        yes: ['AWS_ACCESS_KEY_ID=AKIA{base32:16}', 'accessKeyId: "ASIA{base32:16}"'],
        no: [
          'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
          'AKIAXXXXXXXXXXXXXXXX',
          'Asia/Tokyo',
          'X-Amz-Credential=AKIA{base32:16}%2F20240216',
          'AKIA{base32:8}',
        ],
      },
    },
    {
      id: 'aws-secret-access-key',
      name: 'AWS secret access key',
      anchors: [
        'aws_secret',
        'aws-secret',
        'awssecret',
        'secret_access_key',
        'secret-access-key',
        'secretaccesskey',
        'aws_sec',
      ],
      pattern: assigned('aws|secret(?=[_-]?access[_-]?key)', 'sec(?:ret)?|access[_-]?key', '[0-9A-Za-z+/]{40}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With its key id, whatever the IAM user may do: read storage and databases, start servers on your bill.',
      pairsWith: ['aws-access-key-id'],
      samples: {
        yes: [
          'AWS_SECRET_ACCESS_KEY={base64:39}a',
          'secretAccessKey: "{base64:39}b"',
          'aws_secret_access_key = {base64:39}c',
          '"SecretAccessKey": "{base64:39}d"',
        ],
        no: [
          'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
          'AWS_SECRET_ACCESS_KEY=${SECRET}',
          'secretAccessKey: "{base64:20}"',
        ],
      },
    },
    {
      id: 'aws-secret-beside-id',
      name: 'AWS secret access key',
      anchors: ['AKIA', 'ASIA'],
      pattern:
        /(?<![0-9A-Za-z])(?:AKIA|ASIA)[A-Z2-7]{16}(?![0-9A-Za-z])(?:(?!aws_sec|AWS_SEC|secret_access|SECRET_ACCESS|[sS]ecretAccess)[\s\S]){0,120}?["'\x60=:,;| \t]((?![0-9a-f]{40}(?![0-9a-z]))[0-9A-Za-z+/]{40})(?![0-9A-Za-z+/=])/,
      reach: [4, 240],
      identifiedBy: 'context',
      power: 'infrastructure',
      impact:
        'With the key id next to it, whatever the IAM user may do: read storage and databases, start servers on your bill.',
      pairsWith: ['aws-access-key-id'],
      samples: {
        yes: ['AKIA{base32:16},{base64:39}a', 'access_key = "AKIA{base32:16}"\nsecret_key = "{base64:39}b"'],
        no: ['AKIA{base32:16} deployed {hex:40}', 'AKIA{base32:16},{base64:20}'],
      },
    },
    {
      id: 'aws-session-token',
      name: 'AWS session token',
      anchors: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
      pattern: /(?<![0-9A-Za-z+/])((?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[0-9A-Za-z+/]{100,1800}={0,2})(?![0-9A-Za-z+/=])/,
      reach: [4, 2000],
      power: 'infrastructure',
      impact: 'With the temporary key and secret beside it, act as the role until it expires, 36 hours at most.',
      pairsWith: ['aws-access-key-id'],
      samples: {
        yes: ['AWS_SESSION_TOKEN=IQoJb3JpZ2lu{base64:300}==', 'sessionToken: "FwoGZXIvYXdz{base64:240}"'],
        no: ['AWS_SESSION_TOKEN=IQoJb3JpZ2lu', 'aws_session_token=your-token'],
      },
    },
    {
      id: 'aws-bedrock-key',
      name: 'Amazon Bedrock API key',
      anchors: ['ABSKQmVkcm9ja0FQSUtleS', 'ABSK'],
      pattern: /(?<![0-9A-Za-z+/])(ABSK[0-9A-Za-z+/]{109,269}={0,2})(?![0-9A-Za-z+/=])/,
      reach: [4, 300],
      power: 'spend',
      impact: 'Run Bedrock models on your AWS bill.',
      samples: {
        yes: [
          'AWS_BEARER_TOKEN_BEDROCK=ABSKQmVkcm9ja0FQSUtleS{base64:108}=',
          'apiKey: "ABSKQmVkcm9ja0FQSUtleS{base64:110}"',
        ],
        no: ['ABSK', 'ABSKQmVkcm9ja0FQSUtleS{base64:20}'],
      },
    },
    {
      id: 'aws-bedrock-short-key',
      name: 'Amazon Bedrock short-lived API key',
      anchors: ['bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t'],
      pattern: /\b(bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/]{20,2400}={0,2})(?![0-9A-Za-z+/=])/,
      reach: [4, 2600],
      power: 'spend',
      impact: 'Run Bedrock models on your AWS bill until it expires, twelve hours at most.',
      samples: {
        yes: [
          'AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{base64:400}=',
          '"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{base64:300}"',
        ],
        no: ['bedrock-api-key-', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t'],
      },
    },
  ],
});
