/** What makes a producer's labels, banner and logo its own. */
import type { Landscape } from './landscapes.ts'
import type { LabelStyle } from './labels.ts'
import type { Motif } from './motifs.ts'

export type Palette = {
  /** Letters and lines on paper. */
  ink: string
  paper: string
  /** The colour of labels, lids and capsules. */
  main: string
  accent: string
  /** Behind and under the still life. */
  wall: string
  table: string
}

export type Brand = {
  palette: Palette
  label: LabelStyle
  motif: Motif
  /** The producer's name in capitals, as labels carry it. */
  mark: string
  /** One or two capitals for the logo. */
  initials: string
  landscape: Landscape
  /** Of the letters: stroke in hundredths, width against natural. */
  weight: number
  stretch: number
}
