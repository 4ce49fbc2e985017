import { expect, test } from 'vitest';
import { rulesIn } from './rules.ts';

const told = (path: string, text: string): string[] =>
  rulesIn([path], () => text).map(
    (rule) =>
      `${rule.place.line} ${rule.path} ${rule.operations.join('+')} ${rule.lets}${rule.private ? ' private' : ''}`,
  );

test('Firestore: nested matches, functions, comments', () => {
  const text = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    function isSignedIn() { return request.auth != null; }
    // match /secret/{id} { allow read: if true; }
    match /listings/{id} {
      allow read;
      allow write: if isSignedIn();
    }
    match /users/{uid} {
      allow read, update: if request.auth.uid == uid;
      match /orders/{id} { allow read: if request.auth != null; }
    }
    match /{document=**} { allow read, write: if request.time < timestamp.date(2026, 12, 1); }
  }
}`;
  expect(told('firestore.rules', text)).toEqual([
    '7 /listings/{id} read everybody',
    '8 /listings/{id} write any account',
    '11 /users/{uid} read+update some private',
    '12 /users/{uid}/orders/{id} read any account private',
    '14 /{document=**} read+write dated private',
  ]);
});

test('Storage', () => {
  expect(
    told(
      'storage.rules',
      'service firebase.storage {\n match /b/{bucket}/o {\n  match /invoices/{file} {\n   allow read, write: if true;\n  }\n }\n}',
    ),
  ).toEqual(['4 /invoices/{file} read+write everybody private']);
});

test('Realtime Database, with comments', () => {
  const text =
    '{\n  // open\n  "rules": {\n    ".read": true,\n    "orders": {\n      ".write": "auth != null",\n      "$id": { ".read": "auth.uid === data.child(\'buyer\').val()" }\n    },\n  }\n}';
  expect(told('database.rules.json', text)).toEqual([
    '4 / read everybody private',
    '6 /orders write any account private',
    '7 /orders/$id read some private',
  ]);
});

test('other files that end alike are none', () => {
  expect(told('udev.rules', 'SUBSYSTEM=="usb", MODE="0666"')).toEqual([]);
});
