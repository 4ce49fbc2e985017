import { expect, test } from 'vitest';
import type { Text } from '../projects-in-code.ts';
import { firebaseIn } from './config-in-code.ts';

const CONFIG = 'i({apiKey:"AIzaExample-key",projectId:"small-shop",storageBucket:"small-shop.appspot.com"});';
const text = (code: string): Text => ({ url: 'http://localhost:5173/a.js', text: code, exchange: 'e1' });
const read = (...codes: string[]) => firebaseIn(codes.map(text))[0];

test('a configuration with the services of Google', () => {
  expect(read(`${CONFIG}c(d,"orders"),m(d,"users",u.uid)`)).toMatchObject({
    projectId: 'small-shop',
    firestore: 'https://firestore.googleapis.com',
    storage: 'https://firebasestorage.googleapis.com',
    collections: new Set(['orders', 'users']),
    namedBy: 'http://localhost:5173',
  });
});

test('emulators, by name or by their own ports when the names are cut short', () => {
  const named = 'connectFirestoreEmulator(db,"localhost",8181);connectStorageEmulator(st,"localhost",9299)';
  expect(read(CONFIG + named)).toMatchObject({ firestore: 'http://localhost:8181', storage: 'http://localhost:9299' });
  const cut = 'Xk(d,"127.0.0.1",8080),q(s,"127.0.0.1",9199)';
  expect(read(CONFIG + cut)).toMatchObject({ firestore: 'http://127.0.0.1:8080', storage: 'http://127.0.0.1:9199' });
  expect(read(`${CONFIG}x(d,"localhost",4444)`)?.firestore).toBe('http://localhost:4444');
  expect(read(`${CONFIG}x(d,"db.example.com",8080)`)?.firestore).toBe('https://firestore.googleapis.com');
});

test('where the library stands apart, its own code names no collection', () => {
  const library = 'const h="firestore.googleapis.com";e(t,"documents"),n(r,"value")';
  expect([...(read(`${CONFIG}c(d,"orders")`, library)?.collections ?? [])]).toEqual(['orders']);
  expect([...(read(`${CONFIG}c(d,"orders");${library}`)?.collections ?? [])]).toContain('orders');
});
