import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'azure',
  name: 'Microsoft Azure',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://portal.azure.com',
    notes: [
      'Storage, Cosmos DB, Service Bus and AI resources have two keys: switch the app to key 2, then regenerate key 1.',
      'Regenerating a storage key ends every SAS link that it signed.',
    ],
  },
  rules: [
    {
      id: 'azure-storage-key',
      name: 'Azure Storage account key',
      anchors: ['AccountKey=', '+ASt', 'azure_storage', 'azurestorage', 'storage_account_key', 'storageaccountkey'],
      pattern:
        /(?:AccountKey=|(?:azure[_-]?storage|storage[_-]?account)\w{0,20}["'\]]{0,2}[ \t]{0,4}[:=][ \t]{0,4}["'\x60]?|(?<![0-9A-Za-z+/])(?=[0-9A-Za-z+/]{76}\+ASt))([0-9A-Za-z+/]{86}==)(?![0-9A-Za-z+/=])/i,
      reach: [140, 200],
      power: 'data',
      impact: 'Read, change and delete every file, queue and table of the storage account.',
      samples: {
        yes: [
          'AZURE_STORAGE_CONNECTION_STRING="DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={base64:86}==;EndpointSuffix=core.windows.net"',
          'AZURE_STORAGE_KEY={base64:86}==',
          'key: "{base64:76}+ASt{base64:6}=="',
        ],
        no: ['AccountKey=<your-key>', 'AccountKey={base64:20}=='],
      },
    },
    {
      id: 'azure-client-secret',
      name: 'Microsoft Entra client secret',
      anchors: ['0Q~', '1Q~', '2Q~', '3Q~', '4Q~', '5Q~', '6Q~', '7Q~', '8Q~', '9Q~'],
      pattern: /(?<![\w~.-])([\w~.-]{3}\dQ~[\w~.-]{31,34})(?![\w~.-])/,
      power: 'infrastructure',
      impact: 'Act as the app registration: sign in as your app, and whatever roles it has in your tenant.',
      samples: {
        yes: ['AZURE_CLIENT_SECRET={alnum:3}8Q~{alnum:34}', 'clientSecret: "{alnum:3}7Q~{base64url:33}a"'],
        no: ['a8Q~', '{alnum:3}8Q~{alnum:10}'],
      },
    },
    {
      id: 'azure-shared-access-key',
      name: 'Azure Service Bus or Event Hubs key',
      anchors: ['SharedAccessKey=', '+ASb', '+AEh', 'AIoT'],
      pattern:
        /(?:SharedAccessKey=|(?<![0-9A-Za-z+/])(?=[0-9A-Za-z+/]{33}(?:\+ASb|\+AEh|AIoT)))([0-9A-Za-z+/]{43}=)(?![0-9A-Za-z+/=])/,
      reach: [60, 120],
      power: 'data',
      impact: 'Read and write the queues, topics or device messages of the namespace.',
      samples: {
        yes: [
          'Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={base64:43}=',
          '"key": "{base64:33}+ASb{base64:6}="',
        ],
        no: ['SharedAccessKey=<key>', 'SharedAccessKey={base64:12}='],
      },
    },
    {
      id: 'azure-cosmos-key',
      name: 'Azure Cosmos DB key',
      anchors: ['ACDb', 'cosmos', 'documents.azure.com'],
      pattern:
        /(?:(?:cosmos\w{0,20}key|documents\.azure\.com(?::443)?\/?;AccountKey)["'\]]{0,2}[ \t]{0,4}[:=][ \t]{0,4}["'\x60]?|(?<![0-9A-Za-z+/])(?=[0-9A-Za-z+/]{76}ACDb))([0-9A-Za-z+/]{86}==)(?![0-9A-Za-z+/=])/i,
      reach: [140, 240],
      power: 'data',
      impact: 'Read, change and delete every document of the database account.',
      samples: {
        yes: [
          'COSMOS_KEY={base64:86}==',
          'AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey={base64:76}ACDb{base64:6}==',
          'key: "{base64:76}ACDb{base64:6}=="',
        ],
        no: ['COSMOS_KEY=your-key', 'COSMOS_KEY={base64:30}=='],
      },
    },
    {
      id: 'azure-sas-signature',
      name: 'Azure shared access signature',
      anchors: ['&sig=', '?sig='],
      pattern:
        /[?&](?:sv|se|sp|sr|st|ss|srt|spr|skoid)=[^\s"'\x60<>]{8,400}?[?&]sig=([0-9A-Za-z%+/]{43,70}(?:%3[Dd]|=))/,
      reach: [460, 100],
      power: 'data',
      impact: 'Read or write the files that the link names until its se= date.',
      samples: {
        yes: [
          'https://shop.blob.core.windows.net/img?sv=2022-11-02&ss=b&srt=sco&sp=rwdlacx&se=2027-01-01T00:00:00Z&spr=https&sig={base64:43}%3D',
          'SAS_TOKEN="?sv=2021-06-08&sr=c&sp=rl&sig={base64:43}="',
        ],
        no: ['?sv=2020&sig=abc', 'https://x.io/?a=b&sig={hex:20}'],
      },
    },
    {
      id: 'azure-appconfig-secret',
      name: 'Azure App Configuration connection string',
      anchors: ['azconfig.io;Id='],
      pattern: /azconfig\.io;Id=[^;\s"']{4,80};Secret=([0-9A-Za-z+/]{36,100}={0,2})(?![0-9A-Za-z+/=])/i,
      power: 'data',
      impact: 'Read the app’s configuration and the secrets kept in it.',
      samples: {
        yes: [
          'Endpoint=https://shop.azconfig.io;Id=ab12-l9-s0:{alnum:20};Secret={base64:43}=',
          '"Endpoint=https://shop.azconfig.io;Id=abcd;Secret={alnum:84}"',
        ],
        no: ['Endpoint=https://shop.azconfig.io;Id=x;Secret=', 'azconfig.io;Id=abcd;Secret=<secret>'],
      },
    },
    {
      id: 'azure-ai-key',
      name: 'Azure AI services key',
      anchors: ['JQQJ99'],
      pattern: /(?<![0-9A-Za-z])([0-9A-Za-z]{52}JQQJ99[0-9A-Za-z]{26})(?![0-9A-Za-z])/,
      reach: [60, 48],
      power: 'spend',
      impact: 'Call the Azure AI or other Azure resource that it belongs to, on your bill.',
      samples: {
        yes: [
          'AZURE_OPENAI_API_KEY={alnum:52}JQQJ99{alnum:26}',
          '"Ocp-Apim-Subscription-Key": "{alnum:52}JQQJ99{alnum:26}"',
        ],
        no: ['JQQJ99', '{alnum:20}JQQJ99{alnum:26}'],
      },
    },
    {
      id: 'azure-function-key',
      name: 'Azure Functions key',
      anchors: ['AzFu', 'AzSe'],
      pattern: /(?<![\w-])([\w-]{44}AzFu[\w-]{5}[AQgw]==|[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5})(?![\w=-])/,
      reach: [60, 32],
      power: 'data',
      impact: 'Call the functions or the search service that it opens, as your app would.',
      samples: {
        yes: ['x-functions-key: {base64url:43}aAzFu{base64url:5}A==', 'AZURE_SEARCH_KEY={alnum:42}AzSeA{alnum:5}'],
        no: ['AzFu', '{alnum:10}AzSeA{alnum:5}'],
      },
    },
    {
      id: 'azure-registry-password',
      name: 'Azure Container Registry password',
      anchors: ['+ACR'],
      pattern: /(?<![0-9A-Za-z+/])([0-9A-Za-z+/]{42}\+ACR[A-D][0-9A-Za-z+/]{5})(?![0-9A-Za-z+/=])/,
      reach: [60, 32],
      power: 'infrastructure',
      impact: 'Read your container images, and with push replace them with others.',
      samples: {
        yes: ['ACR_PASSWORD={base64:41}a+ACRA{base64:5}', '"password": "{base64:41}b+ACRD{base64:5}"'],
        no: ['+ACRA', '{base64:10}+ACRA{base64:5}'],
      },
    },
  ],
});
