const MEDIA =
  /\.(?:png|jpe?g|gif|webp|avif|heic|bmp|tiff?|ico|icns|psd|mp[34]|m4[av]|mov|avi|mkv|webm|wav|ogg|flac|aac|woff2?|ttf|otf|eot|ttc|glb|gltf|fbx|ktx2|basis|br|zst|xz|bz2|7z|rar|lzma)$/i;

/** Pictures, sound, film, fonts and compressed forms that are not opened: nobody's key is read from them by chance. */
export const isMedia = (path: string): boolean => MEDIA.test(path);

/** The same by content, for blobs whose path is not known yet. */
export const looksLikeMedia = (bytes: Buffer): boolean => {
  if (bytes.length < 12) return false;
  const head = bytes.readUInt32BE(0);
  return (
    head === 0x89504e47 || // PNG
    (head & 0xffffff00) >>> 0 === 0xffd8ff00 || // JPEG
    head === 0x47494638 || // GIF
    head === 0x774f4632 || // WOFF2
    head === 0x774f4646 || // WOFF
    head === 0x00010000 || // TrueType
    head === 0x4f54544f || // OpenType
    (head === 0x52494646 && bytes.readUInt32BE(8) !== 0x41564920) || // RIFF: WebP, WAV
    head === 0x1a45dfa3 || // Matroska
    bytes.readUInt32BE(4) === 0x66747970 // MP4
  );
};
