// Plain JavaScript: what was compiled at the last start need not be compiled, or have its types taken out, at this one.
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./main.ts')
