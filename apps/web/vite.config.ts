import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { installable } from './installable.ts'

const root = import.meta.dirname

export default defineConfig({
  root,
  publicDir: false,
  plugins: [react(), installable()],
  server: { proxy: { '/api': process.env['THUOCDO_SERVER'] ?? 'http://127.0.0.1:3350' } },
  build: {
    outDir: join(root, '../../dist/web'),
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'platform', test: /node_modules[\\/](@tanstack|zod|uuid)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
})
