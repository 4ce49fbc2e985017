import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    rollupOptions: { input: ['client/main.ts', 'client/styles.css'] },
  },
});
