/** Packs the built server together with its packages: one file is read faster than two thousand. */
import path from 'node:path'

/** These bring files or binaries of their own, or serve development only. */
const apart = ['sharp', 'pdfkit', 'xmllint-wasm', 'vite', 'pg-native']

export async function packServer(root: string): Promise<void> {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: path.join(root, 'build/server/index.js'),
    platform: 'node',
    external: apart,
    transform: { define: { 'process.env.NODE_ENV': JSON.stringify('production') } },
    logLevel: 'silent',
  })
  await bundle.write({
    dir: path.join(root, 'build/program'),
    format: 'esm',
    entryFileNames: 'index.js',
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
  })
  await bundle.close()
}
