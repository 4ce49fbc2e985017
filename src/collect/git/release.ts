/**
 * Gives the memory of an array that nobody needs any more back at once, where it has one to itself. Threads that mostly wait collect no
 * garbage, and lists of a million objects would stay to the end.
 */
export const release = ({ buffer, byteOffset, byteLength }: ArrayBufferView): void => {
  // A small Buffer stands in memory that it shares. One that was unpacked may have a byte to spare.
  const isAlone = buffer instanceof ArrayBuffer && byteOffset === 0 && buffer.byteLength <= byteLength + 1;
  if (isAlone && byteLength >= SMALL) buffer.transfer(0);
};

const SMALL = 64 * 1024;
