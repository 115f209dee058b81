import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const server = process.env.CALLOUT_SERVER ?? 'http://localhost:5080'

/** Leaves each text beside its Brotli twin, so that the server need not compress. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }))
      if (/\.(js|css|html|svg)$/.test(name))
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(readFileSync(join(dir, name))))
  },
})

export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    outDir: '../artifacts/web',
    emptyOutDir: true,
    assetsInlineLimit: 0, // no data: addresses, so that the content policy can stay 'self'
    rollupOptions: { input: { index: 'index.html', technician: 'technician.html' } },
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
  test: { include: ['tests/**/*.test.{ts,tsx}'], environment: 'node' },
})
