import type { Operation } from '../../http/openapi.ts';
import { photo, photoAddress } from './schemas.ts';

const tag = 'Photos';

export const photoOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/seller/listings/{listingId}/photos',
    tag,
    summary: 'Add a photo to your listing: JPEG, PNG or WebP, 5 MB at most',
    access: 'seller',
    upload: 'photo',
    answer: { status: 201, body: photo },
  },
  {
    method: 'delete',
    path: '/api/seller/listings/{listingId}/photos/{photoId}',
    tag,
    summary: 'Remove a photo from your listing',
    access: 'seller',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: '/photos/{photoId}',
    tag,
    summary: 'A picture, by the signed address that a listing gives',
    access: 'public',
    query: photoAddress,
    answer: { status: 200, body: 'image/*' },
  },
];
