import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

/** A test vector of BIP-39, in parts, so that this file holds no phrase. */
const WORDS = ['legal winner thank year', 'wave sausage worth useful', 'legal winner thank yellow'];

// Hardhat and Anvil print the same keys for everybody; the patterns below leave out those ten, by their first digits.

export default defineProvider({
  id: 'crypto-wallet',
  name: 'Crypto wallet',
  category: 'other',
  rotation: {
    kind: 'instant',
    at: 'https://ethereum.org/en/security/',
    notes: [
      'A wallet key cannot be changed. Move everything to a new wallet at once, then hand over the ownership of your contracts.',
    ],
  },
  rules: [
    {
      id: 'crypto-wallet-ethereum-private-key',
      name: 'Wallet private key (Ethereum)',
      anchors: [
        'private_key',
        'privatekey',
        'private-key',
        'deployer_key',
        'deployerkey',
        'wallet_key',
        'walletkey',
        'owner_key',
        'signer_key',
        'eth_key',
        'metamask',
      ],
      pattern: assigned(
        '(?=private[_.-]?key)|deployer|wallet|owner|signer|(?<![a-z])eth|metamask',
        'key',
        '(?:0x)?(?!(?:ac0974be|59c6995e|5de4111a|7c852118|47e179ec|8b3a350c|92db14e4|4bbbf85c|dbda1821|2a871d07))[0-9a-f]{64}',
      ),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Take everything in the wallet and act as the owner of its contracts.',
      samples: {
        yes: ['PRIVATE_KEY=0x{hex:64}', "privateKey: '0x{hex:64}'", 'DEPLOYER_KEY={hex:64}'],
        no: [
          'PRIVATE_KEY=your_private_key',
          'checksum = "0x{hex:64}"',
          'PRIVATE_KEY=0x{hex:67}',
          'PRIVATE_KEY=0xac0974be{hex:56}',
        ],
      },
    },
    {
      id: 'crypto-wallet-hardhat-accounts',
      name: 'Private key in a Hardhat configuration',
      anchors: ['accounts'],
      pattern:
        /accounts["']?[ \t]{0,4}:[ \t]{0,4}\[\s{0,40}["'`]((?:0x)?(?!(?:ac0974be|59c6995e|5de4111a|7c852118|47e179ec|8b3a350c|92db14e4|4bbbf85c|dbda1821|2a871d07))[0-9a-f]{64})(?![\w-])/i,
      identifiedBy: 'context',
      power: 'money',
      impact: 'Take everything in the wallet and act as the owner of its contracts.',
      samples: {
        yes: ['accounts: ["0x{hex:64}"]', "accounts: [\n  '{hex:64}'"],
        no: ['accounts: [process.env.PRIVATE_KEY]', 'accounts: ["0xac0974be{hex:56}"]'],
      },
    },
    {
      id: 'crypto-wallet-mnemonic',
      name: 'Wallet seed phrase',
      anchors: ['mnemonic', 'seed_phrase', 'seedphrase', 'recovery_phrase', 'secret_phrase'],
      pattern:
        /(?:mnemonic|(?:seed|recovery|secret)_?phrase)\w{0,12}["']?[ \t]{0,4}[:=][ \t]{0,4}["'`]?(?!test test)([a-z]{3,8}(?: [a-z]{3,8}){11}(?:(?: [a-z]{3,8}){3}){0,4})(?![ \w])/i,
      power: 'money',
      impact: 'Take everything in every account of the wallet.',
      samples: {
        yes: [`MNEMONIC="${WORDS.join(' ')}"`, `mnemonic: '${WORDS.join(' ')}'`],
        no: [
          'MNEMONIC="test test test test test test test test test test test junk"',
          'mnemonic = "twelve words here"',
        ],
      },
    },
    {
      id: 'crypto-wallet-extended-private-key',
      name: 'Bitcoin extended private key',
      anchors: ['xprv', 'yprv', 'zprv', 'tprv'],
      pattern: /\b([xyzt]prv[1-9A-Za-z][0-9A-Za-z]{106})(?![\w-])/,
      power: 'money',
      impact: 'Take everything in every account of the wallet.',
      samples: { yes: ['XPRV=xprv9{alnum:106}', '"xprv9{alnum:106}"'], no: ['xprv...', 'xprv{lower:8}'] },
    },
    {
      id: 'crypto-wallet-bitcoin-wif',
      name: 'Bitcoin private key (WIF)',
      anchors: ['bitcoin', 'btc_private', 'btcprivate', 'wif_key', 'wifkey', 'btc_wif'],
      pattern: assigned('(?:bitcoin|btc|wif)', 'key|wif', '[5KLc9][0-9A-Za-z]{50,51}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Take everything the key holds.',
      samples: {
        yes: ['BITCOIN_PRIVATE_KEY=K{alnum:51}', "bitcoinPrivateKey: 'K{alnum:51}'"],
        no: ['BITCOIN_PRIVATE_KEY=your_bitcoin_private_key', 'checksum = "K{alnum:51}"'],
      },
    },
    {
      id: 'crypto-wallet-solana-private-key',
      name: 'Solana private key',
      anchors: ['solana', 'phantom', 'sol_private', 'solprivate'],
      pattern: assigned('(?:solana|phantom|sol)', 'key|secret', '[0-9A-Za-z]{86,88}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Take everything in the wallet.',
      samples: {
        yes: ['SOLANA_PRIVATE_KEY={alnum:88}', "solanaPrivateKey: '{alnum:88}'"],
        no: ['SOLANA_PRIVATE_KEY=your_solana_private_key', 'checksum = "{alnum:88}"', 'SOLANA_PRIVATE_KEY={alnum:91}'],
      },
    },
  ],
});
