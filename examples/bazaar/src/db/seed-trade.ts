import type { ListingKey } from './seed-data.ts';
import type { OrderStatus } from './types.ts';

export interface SeedOrder {
  buyer: 'anna' | 'samuel';
  items: readonly (readonly [ListingKey, number])[];
  status: OrderStatus;
  /** How long ago it was made. */
  days: number;
  buyerNote?: string;
  /** From the buyer and the seller in turn. */
  messages: readonly string[];
  payout?: true;
}

export type OrderKey = 'bowls' | 'teapot' | 'throw' | 'evening' | 'cups' | 'scarf' | 'towels';

/** Every customer has bought from every seller. */
export const ORDERS: Readonly<Record<OrderKey, SeedOrder>> = {
  bowls: {
    buyer: 'anna',
    items: [['bowl', 4]],
    status: 'completed',
    days: 40,
    messages: ['Could they arrive before the 12th? My parents are visiting.', 'They leave tomorrow morning, so yes.'],
    payout: true,
  },
  teapot: {
    buyer: 'anna',
    items: [['teapot', 1]],
    status: 'completed',
    days: 21,
    buyerNote: 'Please leave it with the neighbour on the second floor.',
    messages: ['Is the lid meant to sit a little loose?', 'Yes, it needs room when the pot gets hot.'],
  },
  throw: {
    buyer: 'anna',
    items: [['throw', 1]],
    status: 'shipped',
    days: 4,
    messages: ['Which detergent do you recommend?', 'Anything mild, and no softener.'],
  },
  evening: {
    buyer: 'samuel',
    items: [['course', 2]],
    status: 'paid',
    days: 2,
    buyerNote: 'One of us uses a wheelchair.',
    messages: ['Is there a step at the entrance?', 'No, and the low wheel is free that evening.'],
  },
  cups: {
    buyer: 'samuel',
    items: [['bowl', 1]],
    status: 'pending_payment',
    days: 0,
    messages: [],
  },
  scarf: {
    buyer: 'samuel',
    items: [
      ['scarf', 1],
      ['towels', 2],
    ],
    status: 'completed',
    days: 18,
    messages: ['Thank you, the blue is wonderful.', 'I am glad. Keep it out of the sun for the first weeks.'],
  },
  towels: {
    buyer: 'samuel',
    items: [['towels', 1]],
    status: 'delivered',
    days: 7,
    messages: ['It is here already!'],
  },
};

export const REVIEW = {
  order: 'teapot',
  listing: 'teapot',
  author: 'anna',
  rating: 5,
  body: 'It pours beautifully and keeps tea warm for an hour. Packed with great care.',
} as const;

export const REPORT = {
  listing: 'towels',
  reporter: 'anna',
  reason: 'The description says half linen, but the label on mine says cotton only.',
} as const;

export const COUPON = { code: 'WELCOME10', percentOff: 10, maxUses: 500 } as const;
