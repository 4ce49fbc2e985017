/** The smallest picture. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface SentFile {
  bytes: Buffer;
  field?: string;
  name?: string;
  type?: string;
}
/** The body and header of a form with these files. */
export const multipart = (...files: readonly SentFile[]) => {
  const parts = files.flatMap(({ bytes, field = 'photo', name = 'a.png', type = 'image/png' }) => [
    Buffer.from(
      `--xyz\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    body: Buffer.concat([...parts, Buffer.from('--xyz--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=xyz' },
  };
};
