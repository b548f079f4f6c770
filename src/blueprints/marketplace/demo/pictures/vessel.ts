/** What every package is drawn from, and what it hands back: its foot at 0,0, growing upwards. */
import type { Brand } from './brand.ts'
import type { GrainName } from './grains.ts'
import type { LabelText } from './labels.ts'
import { n, type Paint } from './paint.ts'

export type VesselInput = {
  p: Paint
  brand: Brand
  text: LabelText
  /** The colour of what is inside: oil, honey, wine, paste. */
  content: string
  /** What is seen through a window or glass, when it comes in pieces. */
  grain?: GrainName
}

export type Vessel = { width: number; height: number; body: string }

export const path = (d: string, fill: string, extra = '') =>
  `<path d="${d}" fill="${fill}"${extra && ` ${extra}`}/>`

export const bar = (x: number, y: number, w: number, h: number, fill: string, radius = 0, extra = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}"${radius ? ` rx="${n(radius)}"` : ''} fill="${fill}"${extra && ` ${extra}`}/>`

export const disc = (cx: number, cy: number, rx: number, ry: number, fill: string, extra = '') =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${extra && ` ${extra}`}/>`

export const stroke = (d: string, colour: string, width: number, opacity = 1) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''}/>`
