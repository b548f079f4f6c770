import * as path from 'node:path'
import { compressAssets } from './src/platform/start/compress.ts'
import { packServer } from './src/platform/start/pack.ts'
import { root } from './src/platform/start/root.ts'
import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  appDirectory: 'src',
  buildEnd: async () => {
    await Promise.all([packServer(root), compressAssets(path.join(root, 'build/client'))])
  },
} satisfies Config
