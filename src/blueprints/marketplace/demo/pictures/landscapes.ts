/** Banner landscapes, one for each producer's country, from the far ridge to the near field. 1600 × 640. */
import { light } from './colour.ts'
import { at, newPaint, type Paint } from './paint.ts'
import * as s from './scenery.ts'
import { bar, disc, path, stroke } from './vessel.ts'

type Draw = (p: Paint) => string

const landscapes = {
  /** Messinia: Taygetos over olive groves in the morning. */
  grove: (p) =>
    s.sky(p, '#8fb6c9', '#f7e3bd') +
    s.sun(p, 1240, 210, 52) +
    s.cloud(420, 130, 1) +
    s.cloud(900, 90, 0.7) +
    s.mountain(p, 300, 400, 760, 240, '#8f93a8') +
    s.mountain(p, 860, 400, 900, 300, '#848aa3') +
    s.mountain(p, 1380, 400, 700, 210, '#9497ab') +
    s.ridge(p, { y: 400, rise: 60, steps: 7, colour: '#94a37d', haze: '#e3d9b4' }) +
    s.ridge(p, { y: 452, rise: 40, steps: 5, colour: '#8a9a62' }) +
    [180, 214, 1330, 1366, 1400].map((x, i) => at(x, 446 + (i % 2) * 6, s.cypress(), 0.5)).join('') +
    at(1240, 452, s.stoneHouse(70, 44, '#b8694a'), 1) +
    s.ridge(p, { y: 500, rise: 20, steps: 4, colour: '#c4a56a' }) +
    s.bushes(p, 486, 650, 5, () => s.oliveTree(p), 8),
  /** Eastern Crete: gorge, thyme and hives. */
  gorge: (p) =>
    s.sky(p, '#6fa9cf', '#f2ead0') +
    s.sun(p, 330, 150, 46) +
    s.ridge(p, { y: 380, rise: 130, steps: 9, colour: '#a99a94', haze: '#e9dcc4', jagged: true }) +
    path('M0 250L180 210L330 300L470 250L600 380L660 640H0Z', '#b58a63') +
    path('M330 300L470 250L600 380L660 640H520L430 400Z', '#8f6848') +
    path('M1600 190L1420 230L1260 190L1090 330L980 420L900 640H1600Z', '#c39a70') +
    path('M1260 190L1090 330L980 420L900 640H1040L1140 420Z', '#9b7350') +
    bar(
      560,
      420,
      460,
      90,
      p.linear(
        [
          [0, '#5f9fbf'],
          [1, '#3f86ac'],
        ],
        true,
      ),
    ) +
    s.ridge(p, { y: 520, rise: 40, steps: 5, colour: '#b5a274' }) +
    s.bushes(p, 510, 600, 4, (_, i) => s.bush(p, i % 3 ? '#8a9568' : '#a98aa8'), 9) +
    [
      [330, 540, 1.1],
      [430, 552, 1.2],
      [536, 546, 1.15],
      [1080, 556, 1.25],
      [1186, 548, 1.2],
    ]
      .map(([x, y, k], i) =>
        at(x!, y!, s.hive(p, ['#3f7fae', '#f2ead8', '#d9a02c', '#3f7fae', '#c9694a'][i]!), k!),
      )
      .join('') +
    s.flowers(p, 570, 640, 90, ['#b58ac4', '#c9a3d4', '#9a6fb0']),
  /** Lesvos: the gulf of Gera, a caique, hills of olives. */
  gulf: (p) =>
    s.sky(p, '#f0b48a', '#fbe9c9') +
    s.sun(p, 1120, 236, 58, '#fff0c4') +
    s.cloud(360, 120, 0.9) +
    s.cloud(1380, 90, 0.8) +
    s.ridge(p, { y: 330, rise: 110, steps: 6, colour: '#b38d92', haze: '#f3d3b0' }) +
    s.ridge(p, { y: 352, rise: 60, steps: 8, colour: '#8c8a72', haze: '#d9c29a' }) +
    s.sea(p, 350, '#e0a98a', '#3f7d96') +
    disc(1120, 380, 120, 10, '#fff0c4', 'fill-opacity="0.6"') +
    at(560, 520, s.caique(p), 1.5) +
    at(1180, 430, s.caique(p, '#b5452f'), 0.7) +
    path('M1600 380C1480 380 1420 440 1300 452C1240 470 1330 520 1600 540Z', '#8a8558') +
    [1360, 1430, 1510, 1580].map((x, i) => at(x, 470 + i * 10, s.oliveTree(p), 0.7)).join('') +
    path('M0 560C160 500 320 590 470 640H0Z', '#6f7348') +
    [40, 150, 262].map((x, i) => at(x, 572 + i * 22, s.oliveTree(p), 1.2)).join(''),
  /** Pindus: slate roofs under firs and snow. */
  pindus: (p) =>
    s.sky(p, '#a9c4d8', '#eef1ea') +
    s.cloud(300, 110, 1.1) +
    s.cloud(1200, 80, 0.9) +
    s.mountain(p, 260, 420, 760, 290, '#8296ac', true) +
    s.mountain(p, 820, 430, 980, 370, '#7389a3', true) +
    s.mountain(p, 1400, 420, 740, 270, '#8a9cb0', true) +
    s.ridge(p, { y: 430, rise: 70, steps: 8, colour: '#6c8a74', haze: '#a9bba4' }) +
    s.bushes(p, 400, 440, 2, () => s.fir('#4a6b5a'), 18) +
    s.ridge(p, { y: 478, rise: 40, steps: 5, colour: '#8ba66a' }) +
    [
      [930, 470, 84, 60],
      [1040, 486, 96, 70],
      [1180, 474, 80, 58],
      [1290, 492, 90, 66],
      [830, 490, 74, 54],
    ]
      .map(([x, y, w, h]) => at(x!, y!, s.stoneHouse(w!, h!)))
      .join('') +
    at(1110, 452, s.tower(34, 96)) +
    s.ridge(p, { y: 540, rise: 26, steps: 4, colour: '#7f9a58' }) +
    [60, 150, 1470, 1550].map((x, i) => at(x, 560 + (i % 2) * 24, s.fir(), 1.7)).join('') +
    [
      [330, 556, 1],
      [420, 584, 1.2],
      [520, 560, 1],
      [640, 592, 1.3],
      [760, 572, 1.1],
      [1300, 596, 1.2],
    ]
      .map(([x, y, k], i) => at(x!, y!, s.sheep(i % 3 ? '#3a3030' : '#6b5548'), k!))
      .join('') +
    s.flowers(p, 596, 640, 60, ['#f4f0e4', '#f2c94a', '#d98ab0']),
  /** Santorini: the rim, white cubes, vines in baskets. */
  caldera: (p) =>
    s.sky(p, '#f2a88c', '#fde8cf') +
    s.sun(p, 520, 272, 54, '#fff2cf') +
    s.cloud(1080, 110, 0.9) +
    s.sea(p, 330, '#d99a92', '#3b6f9c') +
    path('M120 336C220 290 300 300 380 318C470 296 560 312 640 336Z', '#8f6f80') +
    disc(520, 352, 130, 8, '#fff2cf', 'fill-opacity="0.6"') +
    at(330, 440, s.caique(p, '#f2ead8'), 0.6) +
    path(
      'M1600 190C1440 190 1330 250 1180 262C1060 280 1010 350 940 372C860 400 900 480 800 520C760 560 820 640 820 640H1600Z',
      '#7d4f45',
    ) +
    path(
      'M1180 262C1060 280 1010 350 940 372C860 400 900 480 800 520C760 560 820 640 820 640H930C900 560 990 480 1010 420C1050 350 1110 300 1180 262Z',
      '#5d3a3a',
    ) +
    stroke('M1000 420C1100 400 1300 380 1600 390M930 500C1080 470 1300 460 1600 470', '#a36a54', 9, 0.6) +
    [
      [1050, 330, 60, 44],
      [1120, 304, 70, 54],
      [1200, 280, 64, 50],
      [1290, 268, 76, 60],
      [1390, 238, 70, 56],
      [1480, 224, 80, 60],
      [1160, 350, 66, 48],
      [1250, 330, 72, 52],
      [1350, 318, 70, 56],
      [1450, 300, 78, 58],
      [1540, 290, 70, 54],
      [1090, 390, 64, 44],
      [1310, 374, 70, 46],
    ]
      .map(([x, y, w, h], i) => at(x!, y!, s.whiteHouse(w!, h!, i % 3 ? '#2f6ea3' : '#b5452f')))
      .join('') +
    at(1236, 286, s.dome(70)) +
    at(1420, 244, s.dome(56)) +
    at(1130, 356, s.dome(50)) +
    path('M0 560C200 520 420 560 700 548C1000 536 1300 560 1600 530V640H0Z', '#c7a883') +
    s.bushes(p, 572, 640, 3, () => s.kouloura(p), 9),
  /** Naoussa: autumn vines below Vermio. */
  vermio: (p) =>
    s.sky(p, '#b9b4cf', '#f9dfc4') +
    s.sun(p, 300, 190, 48, '#ffeac2') +
    s.cloud(980, 100, 1) +
    s.mountain(p, 520, 420, 1000, 290, '#8d88a6', true) +
    s.mountain(p, 1240, 420, 860, 240, '#9a93ad', true) +
    s.ridge(p, { y: 420, rise: 60, steps: 7, colour: '#8f7f63', haze: '#d9b98f' }) +
    s.ridge(p, { y: 450, rise: 34, steps: 5, colour: '#a0803f' }) +
    at(1020, 446, s.stoneHouse(120, 70, '#a8553a')) +
    [960, 1210, 1250].map((x) => at(x, 450, s.cypress('#4a5a3c'), 0.6)).join('') +
    [260, 330, 400].map((x) => at(x, 452, s.roundTree(p, '#b8792f'), 0.6)).join('') +
    s.rows(p, 462, 15, '#b58a5a', '#a9602f', 760, () =>
      s.vine(p, p.chance.pick(['#c26a2c', '#a8432a', '#d18f33'])),
    ),
  /** Nemea: columns, cypresses, green vines. */
  nemea: (p) =>
    s.sky(p, '#7fb3d0', '#f4ecd0') +
    s.sun(p, 1340, 150, 46) +
    s.cloud(520, 120, 1) +
    s.cloud(820, 80, 0.6) +
    s.ridge(p, { y: 380, rise: 110, steps: 6, colour: '#9aa3a6', haze: '#dfe0c8' }) +
    s.ridge(p, { y: 420, rise: 60, steps: 7, colour: '#8c9f74', haze: '#cfd3a4' }) +
    s.ridge(p, { y: 460, rise: 34, steps: 5, colour: '#7f9a56' }) +
    at(300, 458, s.columns(5, 132)) +
    [220, 250, 620, 656, 690].map((x, i) => at(x, 458 + (i % 2) * 5, s.cypress(), 0.72)).join('') +
    at(1250, 456, s.stoneHouse(90, 54, '#b8694a')) +
    s.rows(p, 466, 17, '#c79a6a', '#6d8f3c', 900, (i) => s.vine(p, i % 3 ? '#6f9440' : '#82a64c')),
  /** Southern Chios: mastic trees over whitened earth, a watchtower. */
  mastic: (p) =>
    s.sky(p, '#93c2cf', '#f6edd2') +
    s.sun(p, 1180, 160, 46) +
    s.cloud(360, 110, 0.9) +
    s.sea(p, 350, '#5fa3b8', '#3f86a0') +
    s.ridge(p, { y: 392, rise: 90, steps: 5, colour: '#b0a083', haze: '#e3d8b8' }) +
    s.ridge(p, { y: 440, rise: 50, steps: 6, colour: '#b9935f' }) +
    at(300, 420, s.tower(64, 150)) +
    [
      [390, 440, 70, 46],
      [470, 446, 60, 40],
      [220, 440, 66, 44],
    ]
      .map(([x, y, w, h]) => at(x!, y!, s.stoneHouse(w!, h!, '#b8794f')))
      .join('') +
    s.ridge(p, { y: 486, rise: 20, steps: 4, colour: '#cf9a66' }) +
    s.bushes(p, 500, 652, 4, () => disc(0, 2, 56, 10, '#f4ecd8') + s.roundTree(p, '#4f7748'), 8),
  /** Kozani: crocus fields in October. */
  crocus: (p) =>
    s.sky(p, '#c3b3dc', '#fbe4cf') +
    s.sun(p, 760, 260, 56, '#fff0d0') +
    s.cloud(300, 120, 1) +
    s.cloud(1300, 90, 0.8) +
    s.ridge(p, { y: 370, rise: 90, steps: 6, colour: '#a49cbb', haze: '#ecd3c8' }) +
    s.ridge(p, { y: 410, rise: 50, steps: 7, colour: '#8f8aa0', haze: '#cdb9b4' }) +
    s.ridge(p, { y: 440, rise: 26, steps: 5, colour: '#8d9a6a' }) +
    at(1150, 440, s.stoneHouse(90, 56, '#a8553a')) +
    [1100, 1290, 1330, 240, 290].map((x) => at(x, 442, s.roundTree(p, '#9c8a3e'), 0.6)).join('') +
    s.rows(p, 448, 21, '#a07a5a', '#8761ad', 800, () => s.crocusTuft(p)),
  /** Naxos: the great gate, terraces, a mill. */
  naxos: (p) =>
    s.sky(p, '#6fb1d6', '#f3ecd6') +
    s.sun(p, 420, 160, 48) +
    s.cloud(980, 110, 0.9) +
    s.sea(p, 340, '#4f9fc4', '#2f7fa8') +
    path('M0 352C80 316 150 318 220 330C280 338 300 352 330 356Z', '#b5a184') +
    at(120, 328, s.portara(110)) +
    s.ridge(p, { y: 420, rise: 10, steps: 3, colour: '#b59d74' }) +
    path('M560 430C760 300 900 330 1060 250C1240 180 1420 290 1600 240V640H500Z', '#b3a078') +
    path('M1060 250C1240 180 1420 290 1600 240V640H1120C1180 500 1000 380 1060 250Z', '#998662') +
    stroke(
      'M700 372C900 340 1200 330 1600 330M640 410C900 380 1200 372 1600 372M600 450C900 424 1200 418 1600 414',
      '#d9caa4',
      6,
      0.8,
    ) +
    at(980, 330, s.windmill(), 0.9) +
    at(1120, 316, s.windmill(), 0.7) +
    [
      [1220, 360, 64, 46],
      [1300, 350, 70, 52],
      [1390, 362, 66, 48],
      [1480, 348, 72, 54],
    ]
      .map(([x, y, w, h]) => at(x!, y!, s.whiteHouse(w!, h!)))
      .join('') +
    at(1346, 352, s.dome(52)) +
    s.ridge(p, { y: 540, rise: 60, steps: 4, colour: '#9a9a5c' }) +
    [120, 1500].map((x) => at(x, 580, s.oliveTree(p), 1.3)).join('') +
    [
      [330, 560, 1.5],
      [460, 590, 1.7],
      [700, 566, 1.5],
      [1000, 586, 1.7],
      [1200, 570, 1.5],
    ]
      .map(([x, y, k], i) => at(x!, y!, s.goat(['#8a6a4e', '#efe6d4', '#5d4a40'][i % 3]!), k!))
      .join('') +
    s.flowers(p, 600, 640, 60, ['#f2c94a', '#f4f0e4', '#d9694a']),
  /** Aegina: pistachio trees by the gulf, the temple above. */
  aegina: (p) =>
    s.sky(p, '#8cc3dc', '#fbeed2') +
    s.sun(p, 240, 170, 46) +
    s.cloud(720, 100, 0.9) +
    s.ridge(p, { y: 330, rise: 60, steps: 8, colour: '#a7b2bd', haze: '#dfe4e0' }) +
    s.sea(p, 330, '#58aacb', '#2f86ae') +
    at(520, 400, s.caique(p, '#b5452f'), 0.6) +
    path('M700 420C900 300 1100 330 1240 270C1380 230 1500 290 1600 270V640H640Z', '#a3a077') +
    path('M1240 270C1380 230 1500 290 1600 270V640H1300C1320 480 1180 380 1240 270Z', '#8c8a64') +
    at(1150, 290, s.columns(6, 84)) +
    [
      [1020, 362, 0.6],
      [1090, 340, 0.55],
      [1430, 300, 0.7],
      [1500, 310, 0.7],
    ]
      .map(([x, y, k]) => at(x!, y!, s.roundTree(p, '#5f8050'), k!))
      .join('') +
    s.ridge(p, { y: 474, rise: 30, steps: 4, colour: '#c79a68' }) +
    s.bushes(p, 490, 654, 4, () => s.roundTree(p, '#7f9a52', '#d98a86'), 8),
  /** Olympus: peaks over a flowering meadow. */
  olympus: (p) =>
    s.sky(p, '#86aed0', '#f3efdf') +
    s.cloud(240, 150, 1.2) +
    s.cloud(1350, 130, 1) +
    s.mountain(p, 420, 440, 800, 300, '#7f90a8', true) +
    s.mountain(p, 900, 440, 1000, 410, '#72849e', true) +
    s.mountain(p, 1320, 440, 720, 320, '#8595aa', true) +
    s.cloud(700, 262, 1.1) +
    s.cloud(1120, 300, 0.8) +
    s.ridge(p, { y: 440, rise: 50, steps: 8, colour: '#5f7f6a', haze: '#9ab59a' }) +
    s.bushes(p, 420, 452, 2, () => s.fir('#436753'), 20) +
    s.ridge(p, { y: 490, rise: 30, steps: 5, colour: '#86a862' }) +
    s.ridge(p, { y: 540, rise: 24, steps: 4, colour: light('#86a04e', 0.08) }) +
    [90, 190, 1450, 1540].map((x, i) => at(x, 540 + (i % 2) * 20, s.fir(), 1.5)).join('') +
    s.flowers(p, 510, 640, 260, ['#f4efe2', '#f2c94a', '#b58ac4', '#e8d477', '#d9694a']),
} satisfies Record<string, Draw>

export type Landscape = keyof typeof landscapes

export function landscape(seed: string, name: Landscape): string {
  const p = newPaint(seed)
  const body = (landscapes[name] as Draw)(p)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${s.width} ${s.height}" width="${s.width}" height="${s.height}">${p.defs()}${body}</svg>`
}

export const landscapeNames = Object.keys(landscapes) as Landscape[]
