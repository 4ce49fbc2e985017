import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { listingChanges, newListing, ownListing, publicListing, search } from './schemas.ts';

const tag = 'Listings';
const own = '/api/seller/listings';

export const listingOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/listings',
    tag,
    summary: 'Search the published listings',
    access: 'public',
    query: search,
    answer: { status: 200, body: z.object({ listings: z.array(publicListing) }) },
  },
  {
    method: 'get',
    path: '/api/listings/{listingId}',
    tag,
    summary: 'One published listing',
    access: 'public',
    answer: { status: 200, body: publicListing },
  },
  {
    method: 'get',
    path: own,
    tag,
    summary: 'The listings of your shop, drafts and notes included',
    access: 'seller',
    answer: { status: 200, body: z.object({ listings: z.array(ownListing) }) },
  },
  {
    method: 'post',
    path: own,
    tag,
    summary: 'Start a draft',
    access: 'seller',
    body: newListing,
    answer: { status: 201, body: ownListing },
  },
  {
    method: 'get',
    path: `${own}/{listingId}`,
    tag,
    summary: 'One listing of your shop',
    access: 'seller',
    answer: { status: 200, body: ownListing },
  },
  {
    method: 'patch',
    path: `${own}/{listingId}`,
    tag,
    summary: 'Change a listing',
    access: 'seller',
    body: listingChanges,
    answer: { status: 200, body: ownListing },
  },
  {
    method: 'delete',
    path: `${own}/{listingId}`,
    tag,
    summary: 'Delete a draft',
    access: 'seller',
    answer: { status: 204 },
  },
  {
    method: 'post',
    path: `${own}/{listingId}/publish`,
    tag,
    summary: 'Publish a listing',
    access: 'seller',
    answer: { status: 200, body: ownListing },
  },
  {
    method: 'post',
    path: `${own}/{listingId}/unpublish`,
    tag,
    summary: 'Take a listing back to draft',
    access: 'seller',
    answer: { status: 200, body: ownListing },
  },
];
