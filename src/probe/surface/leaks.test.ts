import { describe, expect, test } from 'vitest';
import { leakIn } from './leaks.ts';

describe('what tells of the inside', () => {
  test.each([
    ['a stack trace', 'Node.js', 'TypeError: x is not a function\n    at Object.<anonymous> (/srv/app/src/a.js:3:5)'],
    [
      'a stack trace',
      'Node.js',
      '{"stack":"SyntaxError: bad\\n    at JSON.parse (<anonymous>)\\n    at parse (/usr/app/node_modules/body-parser/lib/types/json.js:92:19)"}',
    ],
    ['a stack trace', 'Node.js', 'Error: x\n   at async file:///app/src/main.ts:12:3'],
    ['a stack trace', 'Node.js', '<pre>Error<br> &nbsp; &nbsp;at /home/me/shop/app.js:10:11<br></pre>'],
    ['a stack trace', 'Python', 'Traceback (most recent call last):\n  File "/app/main.py", line 3'],
    ['a stack trace', 'Java', 'java.lang.NullPointerException\n\tat com.shop.api.Orders.find(Orders.java:42)'],
    ['a stack trace', 'PHP', '<b>Fatal error</b>: Uncaught TypeError: strlen() in /var/www/html/index.php:12'],
    ['a stack trace', 'Ruby', "app/controllers/orders_controller.rb:12:in `show'"],
    ['a stack trace', 'Go', 'panic: oops\n\ngoroutine 1 [running]:\nmain.main()'],
    ['a stack trace', '.NET', 'System.NullReferenceException: Object reference not set'],
    ['a debug page', 'Django', "You're seeing this error because you have <code>DEBUG = True</code> in your settings"],
    ['a database error', 'PostgreSQL', '{"error":"invalid input syntax for type uuid: \\"abc\\""}'],
    ['a database error', 'PostgreSQL', 'relation "orders" does not exist'],
    ['a database error', 'SQLite', 'SQLITE_ERROR: no such column: x'],
    ['a database error', 'MySQL', 'You have an error in your SQL syntax; check the manual'],
    ['a database error', 'Prisma', 'PrismaClientKnownRequestError: Invalid `prisma.user.findMany()` invocation'],
    ['a database error', 'MongoDB', 'Cast to ObjectId failed for value "x" (type string)'],
    ['a file path', 'the server', '{"error":"ENOENT: no such file, open \'/srv/app/views/x.js\'"}'],
  ])('is %s of %s', (kind, of, text) => {
    expect(leakIn(text)).toMatchObject({ kind, of });
  });

  test.each([
    '{"error":{"code":"bad_request","message":"Some fields are not right."}}',
    'Not found at /api/orders',
    'Look at the listing (12:30) at home',
    '<html><body><h1>Internal Server Error</h1></body></html>',
    'Cannot POST /var/www',
    'A column of marble, 3 at 5:00:00',
    'https://example.com/home/you/cat.js',
    '{"message":"Unexpected token } in JSON at position 12"}',
    'syntax error',
    '{"error":"no such order"}',
  ])('is not %s', (text) => {
    expect(leakIn(text)).toBeNull();
  });

  test('is short, whatever comes', () => {
    const leak = leakIn(`\n at (/${'a'.repeat(250)}.js:1:1)`);
    expect(leak?.piece.length).toBeLessThanOrEqual(90);
    const begun = performance.now();
    leakIn('at '.repeat(60_000));
    leakIn('/home/'.repeat(40_000));
    leakIn('a.b'.repeat(70_000));
    leakIn(' '.repeat(200_000));
    leakIn('(('.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
