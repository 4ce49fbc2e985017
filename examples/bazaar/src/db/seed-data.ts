/** The people and things of a fresh Bazaar. Passwords are not among them. */
export const PEOPLE = {
  mira: {
    role: 'seller',
    name: 'Mira Holm',
    email: 'mira@bazaar.example',
    phone: '+46 8 5551 2070',
    address: 'Verkstadsgatan 14, 117 36 Stockholm, Sweden',
    bio: 'I throw stoneware in a shared workshop by the water.',
  },
  tomas: {
    role: 'seller',
    name: 'Tomás Reyes',
    email: 'tomas@bazaar.example',
    phone: '+34 951 555 318',
    address: 'Calle Granada 61, 29015 Málaga, Spain',
    bio: 'Weaver and dyer, third generation.',
  },
  anna: {
    role: 'customer',
    name: 'Anna Becker',
    email: 'anna@bazaar.example',
    phone: '+49 30 5550 1182',
    address: 'Weserstraße 203, 12047 Berlin, Germany',
    bio: '',
  },
  samuel: {
    role: 'customer',
    name: 'Samuel Osei',
    email: 'samuel@bazaar.example',
    phone: '+31 20 555 7741',
    address: 'Javastraat 88, 1094 HL Amsterdam, Netherlands',
    bio: '',
  },
  ines: { role: 'moderator', name: 'Inês Duarte', email: 'ines@bazaar.example', phone: null, address: null, bio: '' },
  ruth: { role: 'admin', name: 'Ruth Adeyemi', email: 'ruth@bazaar.example', phone: null, address: null, bio: '' },
} as const;

export type PersonKey = keyof typeof PEOPLE;
export type SellerKey = 'mira' | 'tomas';

export const SHOPS = {
  mira: {
    name: 'Holm Stoneware',
    slug: 'holm-stoneware',
    about: 'Bowls, cups and pots for every day, thrown and glazed in Stockholm. Each piece is a little different.',
    account: { holder: 'Mira Holm', ibanLast4: '7046' },
  },
  tomas: {
    name: 'Telar Reyes',
    slug: 'telar-reyes',
    about: 'Linen and wool, woven on a wooden loom and dyed with plants from the hills behind Málaga.',
    account: { holder: 'Tomás Reyes Ortega', ibanLast4: '1332' },
  },
} as const satisfies Record<SellerKey, unknown>;

interface SeedListing {
  seller: SellerKey;
  kind?: 'booking';
  title: string;
  description: string;
  priceCents: number;
  stock: number;
  sellerNote?: string;
  draft?: true;
  featured?: true;
}

export const LISTINGS = {
  bowl: {
    seller: 'mira',
    title: 'Breakfast bowl in oat glaze',
    description:
      'A wide stoneware bowl, 16 cm across, for porridge and soup. The matt glaze is food safe and goes in the dishwasher.',
    priceCents: 3400,
    stock: 24,
    sellerNote: 'Clay and firing cost 9.20 each. Never sell below 28.',
    featured: true,
  },
  teapot: {
    seller: 'mira',
    title: 'Salt-glazed teapot, 0.8 litres',
    description:
      'Thrown in three parts and fired with salt, so that no two are alike. Pours without dripping. The strainer is built in.',
    priceCents: 8900,
    stock: 6,
  },
  course: {
    seller: 'mira',
    kind: 'booking',
    title: 'An evening at the wheel, for beginners',
    description:
      'Three hours in the workshop with clay, tea and help. You make two bowls; I fire them and send them to you.',
    priceCents: 6500,
    stock: 40,
    sellerNote: 'At most six people an evening.',
  },
  throw: {
    seller: 'tomas',
    title: 'Linen throw, undyed',
    description:
      'Woven from Spanish flax, 140 by 200 cm, hemmed by hand. It gets softer with every wash at 40 degrees.',
    priceCents: 12800,
    stock: 9,
    featured: true,
  },
  scarf: {
    seller: 'tomas',
    title: 'Indigo scarf in fine wool',
    description: 'Dipped seven times for a deep blue that does not rub off. 30 by 180 cm, with a twisted fringe.',
    priceCents: 5400,
    stock: 15,
    sellerNote: 'Next dye bath in the second week of the month.',
  },
  towels: {
    seller: 'tomas',
    title: 'Three block-printed tea towels',
    description:
      'Half linen, half cotton, printed with olive branches by hand. A set of three in green, rust and black.',
    priceCents: 2600,
    stock: 30,
  },
  jar: {
    seller: 'mira',
    title: 'Moon jar, first attempt',
    description: 'A white porcelain jar of 30 cm, joined from two halves. Not ready to be sold.',
    priceCents: 24000,
    stock: 1,
    sellerNote:
      'Hairline crack at the foot. The gallery in Gothenburg offered 180; wait for their answer until the end of the month.',
    draft: true,
  },
} as const satisfies Record<string, SeedListing>;

export type ListingKey = keyof typeof LISTINGS;
