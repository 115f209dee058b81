import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin, Rollup } from 'vite'
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

/** Writes the technician's worker with the list of what its shell is made of, under a version that changes with any of it. */
const worker = (): Plugin => ({
  name: 'technician-worker',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    const wanted = new Set<string>()
    const take = (name: string) => {
      const chunk = bundle[name]
      if (!chunk || wanted.has(name)) return
      wanted.add(name)
      if (chunk.type !== 'chunk') return
      for (const next of [...chunk.imports, ...chunk.dynamicImports]) take(next)
      for (const style of chunk.viteMetadata?.importedCss ?? []) take(style)
    }
    for (const [name, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === 'technician') take(name)
    for (const name of Object.keys(bundle)) if (/inter-latin-wght-normal.*woff2$/.test(name)) wanted.add(name)
    const shell = [...wanted]
      .map(name => `/${name}`)
      .concat('/theme.js', '/icon.svg', '/technician.webmanifest')
      .sort()
    const page = readFileSync(join(dir, 'technician.html'))
    const version = createHash('sha256').update(page).update(shell.join()).digest('hex').slice(0, 12)
    const text = readFileSync(new URL('./technician-worker.js', import.meta.url), 'utf8')
    writeFileSync(
      join(dir, 'technician-worker.js'),
      text.replace('__SHELL__', JSON.stringify(shell)).replace('__VERSION__', version),
    )
  },
})

/** An app begins with its language and goes on with the rest; both are fetched at once. */
const ahead = (): Plugin => ({
  name: 'ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {}, chunk }) => {
      const wanted = new Set<string>()
      const take = (name: string) => {
        const next = bundle[name]
        if (wanted.has(name) || next?.type !== 'chunk' || next === chunk) return
        wanted.add(name)
        next.imports.forEach(take)
      }
      for (const name of chunk?.dynamicImports ?? []) if (/\/start-[^/]*$/.test(name)) take(name)
      const styles = new Set(
        [...wanted].flatMap(name => [...((bundle[name] as Rollup.OutputChunk).viteMetadata?.importedCss ?? [])]),
      )
      const link = (rel: string) => (name: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${name}` },
        injectTo: 'head' as const,
      })
      for (const known of chunk?.imports ?? []) wanted.delete(known)
      return [...[...wanted].map(link('modulepreload')), ...[...styles].map(link('stylesheet'))]
    },
  },
})

export default defineConfig({
  plugins: [react(), worker(), ahead(), compressed()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  build: {
    outDir: '../artifacts/web',
    emptyOutDir: true,
    assetsInlineLimit: 0, // no data: addresses, so that the content policy can stay 'self'
    rollupOptions: { input: { index: 'index.html', technician: 'technician.html' } },
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
  // The two longest wait for a server half of their time, and share two cores well.
  test: { include: ['tests/**/*.test.{ts,tsx}'], environment: 'node', maxWorkers: 2, testTimeout: 60_000 },
})
