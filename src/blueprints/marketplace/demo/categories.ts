/** The shelves of the market: nine, with what stands on each. Order here is the order on the screen. */
import type { Bilingual } from './shapes.ts'

export type DemoCategory = {
  slug: string
  name: Bilingual
  description: Bilingual
  /** Only the nine shelves have a tile; what stands on them shows its products. */
  tile?: string
  children?: readonly DemoCategory[]
}

export const categories = [
  {
    slug: 'olive-oil-olives',
    tile: 'oil',
    name: { el: 'Ελαιόλαδο & ελιές', en: 'Olive oil & olives' },
    description: {
      el: 'Εξαιρετικά παρθένα ελαιόλαδα μιας ποικιλίας και ενός τόπου, επιτραπέζιες ελιές και πάστες, από παραγωγούς που αλέθουν μόνοι τους τον καρπό τους.',
      en: 'Extra virgin oils of one variety and one place, table olives and pastes, from growers who mill their own fruit.',
    },
    children: [
      {
        slug: 'extra-virgin-olive-oil',
        name: { el: 'Εξαιρετικό παρθένο ελαιόλαδο', en: 'Extra virgin olive oil' },
        description: {
          el: 'Κορωνέικη, Κολοβή, Μανάκι: με οξύτητα, χρονιά και τόπο στην ετικέτα.',
          en: 'Koroneiki, Kolovi, Manaki: with acidity, harvest and place on the label.',
        },
      },
      {
        slug: 'table-olives',
        name: { el: 'Επιτραπέζιες ελιές', en: 'Table olives' },
        description: {
          el: 'Ξεπικρισμένες φυσικά, σε άλμη, ξίδι και λάδι.',
          en: 'Cured the slow way, in brine, vinegar and oil.',
        },
      },
      {
        slug: 'olive-pastes',
        name: { el: 'Πάστες ελιάς', en: 'Olive pastes' },
        description: {
          el: 'Για το ψωμί, τα ζυμαρικά και το ψάρι στον φούρνο.',
          en: 'For bread, for pasta, for fish in the oven.',
        },
      },
    ],
  },
  {
    slug: 'honey-sweets',
    tile: 'honey',
    name: { el: 'Μέλι & γλυκά', en: 'Honey & sweets' },
    description: {
      el: 'Μέλια ενός ανθού, γλυκά του κουταλιού, παστέλια και σιρόπια από σταφύλι και χαρούπι.',
      en: 'Honeys of a single blossom, spoon sweets, pasteli, and syrups of grape and carob.',
    },
    children: [
      {
        slug: 'honey',
        name: { el: 'Μέλι', en: 'Honey' },
        description: {
          el: 'Θυμάρι, πεύκο, έλατο, ρείκι, καστανιά: αθέρμαντα και αμιγή.',
          en: 'Thyme, pine, fir, heather, chestnut: unheated and unblended.',
        },
      },
      {
        slug: 'spoon-sweets',
        name: { el: 'Γλυκά του κουταλιού', en: 'Spoon sweets' },
        description: {
          el: 'Το κέρασμα του σπιτιού, με ολόκληρο τον καρπό.',
          en: 'What a house offers its guests, with the whole fruit.',
        },
      },
      {
        slug: 'traditional-sweets',
        name: { el: 'Παστέλια & παραδοσιακά γλυκίσματα', en: 'Pasteli & traditional sweets' },
        description: {
          el: 'Σουσάμι, μέλι, ξηροί καρποί και μοσχοβολιστά μπισκότα.',
          en: 'Sesame, honey, nuts and fragrant biscuits.',
        },
      },
      {
        slug: 'syrups',
        name: { el: 'Πετιμέζι & σιρόπια', en: 'Petimezi & syrups' },
        description: {
          el: 'Γλυκαντικά χωρίς ζάχαρη, βρασμένα αργά.',
          en: 'Sweetness without sugar, boiled down slowly.',
        },
      },
    ],
  },
  {
    slug: 'cheese-dairy',
    tile: 'cheese',
    name: { el: 'Τυριά & γαλακτοκομικά', en: 'Cheese & dairy' },
    description: {
      el: 'Τυριά ΠΟΠ από ελληνικές φυλές προβάτων και κατσικιών, ώριμα και φρέσκα, συσκευασμένα σε ψυκτική συσκευασία.',
      en: 'PDO cheeses from Greek sheep and goats, aged and fresh, sent in insulated parcels.',
    },
    children: [
      {
        slug: 'hard-cheese',
        name: { el: 'Σκληρά τυριά', en: 'Hard cheese' },
        description: {
          el: 'Γραβιέρα, κεφαλοτύρι, λαδοτύρι και καπνιστό μετσοβόνε.',
          en: 'Graviera, kefalotyri, ladotyri and smoked Metsovone.',
        },
      },
      {
        slug: 'soft-cheese',
        name: { el: 'Φέτα & μαλακά τυριά', en: 'Feta & soft cheese' },
        description: {
          el: 'Βαρελίσια φέτα, γαλοτύρι, ξινότυρο.',
          en: 'Barrel-aged feta, galotyri, xinotyro.',
        },
      },
      {
        slug: 'butter',
        name: { el: 'Βούτυρο', en: 'Butter' },
        description: {
          el: 'Από πρόβειο γάλα, για πίτες και πιλάφια.',
          en: 'From sheep’s milk, for pies and pilafs.',
        },
      },
    ],
  },
  {
    slug: 'wine-spirits',
    tile: 'wine',
    name: { el: 'Κρασιά & αποστάγματα', en: 'Wine & spirits' },
    description: {
      el: 'Ασύρτικο, Ξινόμαυρο, Αγιωργίτικο και τα αποστάγματα κάθε τόπου. Η πώληση αλκοόλ σε ανηλίκους απαγορεύεται.',
      en: 'Assyrtiko, Xinomavro, Agiorgitiko and the spirits of each place. Alcohol is not sold to minors.',
    },
    children: [
      {
        slug: 'white-wine',
        name: { el: 'Λευκά κρασιά', en: 'White wine' },
        description: {
          el: 'Ηφαιστειακά, αλμυρά, με οξύτητα που κρατά.',
          en: 'Volcanic, saline, with an acidity that lasts.',
        },
      },
      {
        slug: 'red-wine',
        name: { el: 'Κόκκινα κρασιά', en: 'Red wine' },
        description: {
          el: 'Νάουσα και Νεμέα, νέα και παλαιωμένα.',
          en: 'Naoussa and Nemea, young and aged.',
        },
      },
      {
        slug: 'rose-wine',
        name: { el: 'Ροζέ κρασιά', en: 'Rosé wine' },
        description: {
          el: 'Ξηρά ροζέ για το τραπέζι, όχι μόνο για το καλοκαίρι.',
          en: 'Dry rosés for the table, not only for summer.',
        },
      },
      {
        slug: 'sweet-wine',
        name: { el: 'Γλυκά κρασιά', en: 'Sweet wine' },
        description: {
          el: 'Από λιαστά σταφύλια, παλαιωμένα σε δρύινα βαρέλια.',
          en: 'From sun-dried grapes, aged in oak.',
        },
      },
      {
        slug: 'spirits',
        name: { el: 'Αποστάγματα & λικέρ', en: 'Spirits & liqueurs' },
        description: {
          el: 'Τσίπουρο, τσικουδιά, ούζο, μαστίχα, κίτρο.',
          en: 'Tsipouro, tsikoudia, ouzo, mastic, kitron.',
        },
      },
    ],
  },
  {
    slug: 'herbs-teas-spices',
    tile: 'herbs',
    name: { el: 'Βότανα, αφεψήματα & μπαχαρικά', en: 'Herbs, teas & spices' },
    description: {
      el: 'Βότανα αποξηραμένα στη σκιά και συσκευασμένα ολόκληρα, κρόκος Κοζάνης και μαστίχα Χίου.',
      en: 'Herbs dried in the shade and packed whole, saffron from Kozani and mastic from Chios.',
    },
    children: [
      {
        slug: 'herbal-teas',
        name: { el: 'Αφεψήματα', en: 'Herbal teas' },
        description: {
          el: 'Τσάι του βουνού, χαμομήλι, δίκταμο, φασκόμηλο.',
          en: 'Mountain tea, chamomile, dittany, sage.',
        },
      },
      {
        slug: 'culinary-herbs',
        name: { el: 'Βότανα για την κουζίνα', en: 'Kitchen herbs' },
        description: {
          el: 'Ρίγανη, θρούμπι και μείγματα για την κατσαρόλα.',
          en: 'Oregano, savory and blends for the pot.',
        },
      },
      {
        slug: 'saffron-mastic',
        name: { el: 'Κρόκος & μαστίχα', en: 'Saffron & mastic' },
        description: {
          el: 'Δύο αρώματα που ο τόπος τους δεν τα μοιράζεται με κανέναν.',
          en: 'Two fragrances their home shares with nowhere else.',
        },
      },
    ],
  },
  {
    slug: 'pulses-pasta-grains',
    tile: 'pulses',
    name: { el: 'Όσπρια, ζυμαρικά & δημητριακά', en: 'Pulses, pasta & grains' },
    description: {
      el: 'Φάβα, γίγαντες και φακές της χρονιάς, χυλοπίτες και τραχανάς απλωμένα στον ήλιο.',
      en: 'This year’s fava, giant beans and lentils, egg pasta and trahanas spread in the sun.',
    },
    children: [
      {
        slug: 'pulses',
        name: { el: 'Όσπρια', en: 'Pulses' },
        description: {
          el: 'Από χωράφια που εναλλάσσονται, με τη σοδειά στο σακί.',
          en: 'From fields in rotation, with the crop year on the sack.',
        },
      },
      {
        slug: 'pasta-trahanas',
        name: { el: 'Ζυμαρικά & τραχανάς', en: 'Pasta & trahanas' },
        description: {
          el: 'Με αυγά, γάλα και σκληρό σιτάρι, ξερά στον αέρα.',
          en: 'With eggs, milk and hard wheat, dried in the air.',
        },
      },
      {
        slug: 'flour-rusks',
        name: { el: 'Αλεύρια & παξιμάδια', en: 'Flour & rusks' },
        description: {
          el: 'Ζέα σε πέτρινο μύλο και κριθαρένιο παξιμάδι στα ξύλα.',
          en: 'Stone-ground emmer and barley rusks from a wood oven.',
        },
      },
    ],
  },
  {
    slug: 'preserves',
    tile: 'preserves',
    name: { el: 'Κελάρι & παστά', en: 'Preserves' },
    description: {
      el: 'Ό,τι κρατά το καλοκαίρι στο ράφι: λιαστές ντομάτες, κάπαρη, πιπεριές, παστά ψάρια, κομπόστες και ξίδια.',
      en: 'What keeps the summer on a shelf: sun-dried tomatoes, capers, peppers, cured fish, compotes and vinegars.',
    },
    children: [
      {
        slug: 'vegetables',
        name: { el: 'Λαχανικά σε βάζο', en: 'Vegetables in jars' },
        description: {
          el: 'Ψητές πιπεριές, κάπαρη και λιαστή ντομάτα.',
          en: 'Roasted peppers, capers and sun-dried tomatoes.',
        },
      },
      {
        slug: 'sauces-vinegars',
        name: { el: 'Πελτέδες & ξίδια', en: 'Tomato paste & vinegar' },
        description: {
          el: 'Συμπυκνωμένα αργά, χωρίς πρόσθετα.',
          en: 'Concentrated slowly, with nothing added.',
        },
      },
      {
        slug: 'cured-fish',
        name: { el: 'Παστά ψάρια', en: 'Cured fish' },
        description: {
          el: 'Σαρδέλα με χοντρό αλάτι, για το ούζο.',
          en: 'Sardines in coarse salt, for the ouzo.',
        },
      },
      {
        slug: 'compotes',
        name: { el: 'Κομπόστες', en: 'Compotes' },
        description: {
          el: 'Φρούτα ολόκληρα ή μισά, σε ελαφρύ σιρόπι.',
          en: 'Fruit in light syrup, whole or halved.',
        },
      },
    ],
  },
  {
    slug: 'nuts-dried-fruits',
    tile: 'nuts',
    name: { el: 'Ξηροί καρποί & αποξηραμένα', en: 'Nuts & dried fruits' },
    description: {
      el: 'Φιστίκια Αιγίνης, αμύγδαλα, σύκα και κορινθιακή σταφίδα, της τελευταίας σοδειάς.',
      en: 'Aegina pistachios, almonds, figs and Corinthian currants, all of the last crop.',
    },
    children: [
      {
        slug: 'nuts',
        name: { el: 'Ξηροί καρποί', en: 'Nuts' },
        description: { el: 'Ψημένοι σε μικρές παρτίδες ή ωμοί.', en: 'Roasted in small batches, or raw.' },
      },
      {
        slug: 'nut-butters',
        name: { el: 'Βούτυρα ξηρών καρπών', en: 'Nut butters' },
        description: { el: 'Μόνο καρπός, αλεσμένος σε πέτρα.', en: 'Nothing but nuts, ground on stone.' },
      },
      {
        slug: 'dried-fruits',
        name: { el: 'Αποξηραμένα φρούτα', en: 'Dried fruits' },
        description: {
          el: 'Λιασμένα, χωρίς θειώδη και χωρίς ζάχαρη.',
          en: 'Sun-dried, without sulphites and without sugar.',
        },
      },
    ],
  },
  {
    slug: 'natural-cosmetics',
    tile: 'cosmetics',
    name: { el: 'Φυσικά καλλυντικά', en: 'Natural cosmetics' },
    description: {
      el: 'Σαπούνια από ελαιόλαδο, κρέμες με μαστίχα και κεραλοιφές, με λίγα και γνωστά συστατικά.',
      en: 'Olive oil soaps, mastic creams and beeswax balms, with few and familiar ingredients.',
    },
    children: [
      {
        slug: 'soaps',
        name: { el: 'Σαπούνια', en: 'Soaps' },
        description: {
          el: 'Ψυχρής σαπωνοποίησης, ώριμα έξι εβδομάδες.',
          en: 'Cold process, cured for six weeks.',
        },
      },
      {
        slug: 'creams-balms',
        name: { el: 'Κρέμες & αλοιφές', en: 'Creams & balms' },
        description: { el: 'Για χέρια, χείλη και πρόσωπο.', en: 'For hands, lips and face.' },
      },
    ],
  },
] as const satisfies readonly DemoCategory[]

export type CategorySlug =
  | (typeof categories)[number]['slug']
  | (typeof categories)[number]['children'][number]['slug']
