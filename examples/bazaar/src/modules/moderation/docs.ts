import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { featured, featuring, newReport, receipt, report, reportQuery } from './schemas.ts';

const tag = 'Moderation';

export const moderationOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/listings/{listingId}/reports',
    tag,
    summary: 'Report a published listing to the moderators',
    access: 'user',
    body: newReport,
    answer: { status: 201, body: receipt },
  },
  {
    method: 'get',
    path: '/api/moderation/reports',
    tag,
    summary: 'The reports that wait, or those decided on',
    access: 'moderator',
    query: reportQuery,
    answer: { status: 200, body: z.object({ reports: z.array(report) }) },
  },
  {
    method: 'post',
    path: '/api/moderation/reports/{reportId}/dismiss',
    tag,
    summary: 'Leave the listing as it is',
    access: 'moderator',
    answer: { status: 204 },
  },
  {
    method: 'post',
    path: '/api/moderation/reports/{reportId}/remove-listing',
    tag,
    summary: 'Remove the reported listing',
    access: 'moderator',
    answer: { status: 204 },
  },
  {
    method: 'post',
    path: '/api/moderation/listings/{listingId}/feature',
    tag,
    summary: 'Put a listing on the front page, or take it off',
    access: 'moderator',
    body: featuring,
    answer: { status: 200, body: featured },
  },
  {
    method: 'post',
    path: '/api/moderation/reviews/{reviewId}/hide',
    tag,
    summary: 'Hide a review',
    access: 'moderator',
    answer: { status: 204 },
  },
];
