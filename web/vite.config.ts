import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = process.env.CALLOUT_SERVER ?? 'http://localhost:5080'

export default defineConfig({
  plugins: [react()],
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
