/** Soaps, creams and balms: standard VAT. */
import { pack, type DemoProduct } from '../product.ts'
import { paragraphs } from '../shapes.ts'

export const cosmetics: readonly DemoProduct[] = [
  {
    slug: 'gera-olive-oil-soap',
    producer: 'gera-caique',
    category: 'soaps',
    name: { el: 'Πράσινο σαπούνι ελαιολάδου', en: 'Green olive oil soap' },
    description: {
      el: paragraphs(
        'Η Γέρα έστελνε κάποτε σαπούνι σε όλη τη Μεσόγειο, και τα φουγάρα στέκουν ακόμη στον Περάμα. Λάδι δεύτερο, νερό, σόδα· τίποτε άλλο. Κόβεται με το σύρμα, σφραγίζεται με το χέρι και ωριμάζει τρεις μήνες.',
        'Για πρόσωπο, μαλλιά και μάλλινα. Δεν αφρίζει πολύ, γιατί δεν έχει τίποτα που να αφρίζει.',
      ),
      en: paragraphs(
        'Gera once sent soap all over the Mediterranean, and its chimneys still stand at Perama. Second-press oil, water, soda and nothing else. It is cut with a wire, stamped by hand and cured for three months.',
        'For face, hair and woollens. It does not lather much, for there is nothing in it to lather.',
      ),
    },
    seoTitle: { el: 'Πράσινο σαπούνι Λέσβου από ελαιόλαδο', en: 'Green olive oil soap from Lesvos' },
    seoDescription: {
      el: 'Χειροποίητο σαπούνι με τρία συστατικά, ώριμο τριών μηνών.',
      en: 'Hand-made soap of three ingredients, cured for three months.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Λέσβος', en: 'Lesvos' }, organic: false },
    allergens: [],
    tags: ['bestseller', 'vegan'],
    synonyms: { el: ['σαπούνι πράσινο', 'σαπούνι λαδιού'], en: ['castile soap', 'bar soap', 'natural soap'] },
    variants: [
      pack('GC-SOA-1', { el: 'Πλάκα 125 γρ.', en: 'Bar, 125 g' }, ['1', 'piece'], '3.40', 140, 140),
      pack('GC-SOA-4', { el: 'Τέσσερις πλάκες', en: 'Four bars' }, ['4', 'piece'], '12.20', 560, 40, {
        compareAt: '13.60',
      }),
    ],
    picture: {
      vessel: 'soap',
      name: ['ΣΑΠΟΥΝΙ', 'ΕΛΑΙΟΛΑΔΟΥ'],
      motif: 'olive',
      content: '#a9b27a',
      scene: 'tiles',
      side: 'left',
      props: ['towel', 'bubbles'],
    },
  },
  {
    slug: 'mastic-soap',
    producer: 'kentos-mastic',
    category: 'soaps',
    name: { el: 'Σαπούνι με μαστίχα', en: 'Mastic soap' },
    description: {
      el: paragraphs(
        'Ελαιόλαδο, βούτυρο καριτέ και έλαιο μαστίχας, με λίγα τριμμένα δάκρυα που τρίβουν απαλά. Ψυχρή σαπωνοποίηση, έξι εβδομάδες ωρίμανση.',
        'Καθαρίζει χωρίς να τραβά το δέρμα και αφήνει ένα άρωμα που θυμίζει σεντούκι.',
      ),
      en: paragraphs(
        'Olive oil, shea butter and mastic oil, with a few ground tears that scrub gently. Made by the cold process and cured for six weeks.',
        'It cleans without drying the skin and leaves a scent that recalls a linen chest.',
      ),
    },
    seoTitle: { el: 'Χειροποίητο σαπούνι με μαστίχα Χίου', en: 'Hand-made soap with Chios mastic' },
    seoDescription: {
      el: 'Σαπούνι ψυχρής σαπωνοποίησης με έλαιο μαστίχας.',
      en: 'Cold-process soap with mastic oil.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Χίος', en: 'Chios' }, organic: false },
    allergens: [],
    tags: ['gift'],
    synonyms: { el: ['σαπουνάκι μαστίχα'], en: ['mastiha soap', 'bar soap'] },
    variants: [
      pack('KC-SOA-100', { el: 'Πλάκα 100 γρ.', en: 'Bar, 100 g' }, ['1', 'piece'], '4.80', 115, 64),
    ],
    picture: {
      vessel: 'soap',
      name: ['ΣΑΠΟΥΝΙ', 'ΜΑΣΤΙΧΑ'],
      motif: 'mastic',
      content: '#efe6cf',
      scene: 'disc',
      side: 'right',
      props: ['mastic', 'towel'],
    },
  },
  {
    slug: 'laurel-soap-taygetos',
    producer: 'taygetos-groves',
    category: 'soaps',
    name: { el: 'Σαπούνι με δάφνη', en: 'Laurel soap' },
    description: {
      el: paragraphs(
        'Το λάδι που περισσεύει από τη συγκομιδή, με λάδι από καρπούς δάφνης που μαζεύουμε στα ρέματα. Παλιά συνταγή για λιπαρά μαλλιά και ευαίσθητο δέρμα.',
        'Σκούρο, με μυρωδιά πράσινη και λίγο καπνιστή. Αφήστε το να στεγνώνει ανάμεσα στις χρήσεις και θα κρατήσει δύο μήνες.',
      ),
      en: paragraphs(
        'What is left of the harvest’s oil, with oil of laurel berries that we gather along the streams. An old recipe for oily hair and tender skin.',
        'Dark, with a green and slightly smoky smell. Let it dry between uses and it will last two months.',
      ),
    },
    seoTitle: { el: 'Σαπούνι με ελαιόλαδο και δάφνη', en: 'Olive oil and laurel soap' },
    seoDescription: {
      el: 'Σαπούνι με λάδι δάφνης για μαλλιά και σώμα.',
      en: 'Laurel oil soap for hair and body.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Μεσσηνία', en: 'Messinia' }, organic: true },
    allergens: [],
    tags: ['organic', 'vegan'],
    synonyms: { el: ['δαφνοσάπουνο', 'σαπούνι δάφνης'], en: ['aleppo soap', 'bay soap'] },
    variants: [
      pack('TG-LAU-120', { el: 'Πλάκα 120 γρ.', en: 'Bar, 120 g' }, ['1', 'piece'], '4.20', 135, 38),
    ],
    picture: {
      vessel: 'soap',
      name: ['ΣΑΠΟΥΝΙ', 'ΔΑΦΝΗ'],
      motif: 'leaf',
      content: '#7d8450',
      scene: 'leaves',
      side: 'centre',
      props: ['bay', 'pebbles'],
    },
  },
  {
    slug: 'thrypti-beeswax-balm',
    producer: 'thrypti-estate',
    category: 'creams-balms',
    name: { el: 'Κεραλοιφή με θυμαρίσιο κερί', en: 'Beeswax balm' },
    description: {
      el: paragraphs(
        'Κερί από τα μελίσσια μας, ελαιόλαδο, πρόπολη και λάδι από βάλσαμο που λιάζεται σαράντα ημέρες. Τέσσερα υλικά, όλα από το κτήμα.',
        'Για σκασμένα χέρια, αγκώνες, φτέρνες και μικρά εγκαύματα. Λιώνει στη ζέστη του δαχτύλου.',
      ),
      en: paragraphs(
        'Wax from our hives, olive oil, propolis and oil of St John’s wort left in the sun for forty days. Four ingredients, all from the estate.',
        'For chapped hands, elbows, heels and small burns. It melts at the warmth of a finger.',
      ),
    },
    seoTitle: { el: 'Φυσική κεραλοιφή με πρόπολη', en: 'Natural beeswax balm with propolis' },
    seoDescription: {
      el: 'Κεραλοιφή με κερί, ελαιόλαδο, πρόπολη και βαλσαμέλαιο.',
      en: 'Balm of beeswax, olive oil, propolis and St John’s wort.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Κρήτη', en: 'Crete' }, organic: true },
    allergens: [],
    tags: ['organic', 'bestseller'],
    synonyms: { el: ['κηραλοιφή', 'βάλσαμο', 'αλοιφή'], en: ['salve', 'ointment', 'hand balm'] },
    variants: [
      pack('TH-BAL-40', '40 ml', ['0.04', 'l'], '7.80', 80, 45),
      pack('TH-BAL-100', '100 ml', ['0.1', 'l'], '15.40', 170, 16),
    ],
    picture: {
      vessel: 'balmTin',
      name: ['ΚΕΡΑΛΟΙΦΗ'],
      motif: 'bee',
      content: '#e6c36a',
      scene: 'plinth',
      side: 'left',
      props: ['wax', 'thyme'],
    },
  },
  {
    slug: 'calendula-cream',
    producer: 'pera-plagia',
    category: 'creams-balms',
    name: { el: 'Κρέμα καλέντουλας', en: 'Calendula cream' },
    description: {
      el: paragraphs(
        'Πέταλα καλέντουλας μουλιασμένα σε αμυγδαλέλαιο όλο το καλοκαίρι, ανθόνερο χαμομηλιού και λίγο κερί. Απορροφάται γρήγορα και δεν μυρίζει παρά ελάχιστα.',
        'Για μωρά, για πρόσωπο μετά τον ήλιο, για χέρια μετά τον κήπο. Χωρίς parabens, σιλικόνη και άρωμα.',
      ),
      en: paragraphs(
        'Marigold petals steeped in almond oil all summer, chamomile water and a little beeswax. It sinks in quickly and hardly smells.',
        'For babies, for faces after the sun, for hands after the garden. Without parabens, silicone or perfume.',
      ),
    },
    seoTitle: { el: 'Κρέμα καλέντουλας για ευαίσθητο δέρμα', en: 'Calendula cream for sensitive skin' },
    seoDescription: {
      el: 'Ελαφριά κρέμα με καλέντουλα και χαμομήλι Ολύμπου.',
      en: 'A light cream with marigold and Olympus chamomile.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Όλυμπος', en: 'Mount Olympus' }, organic: true },
    allergens: ['nuts'],
    tags: ['organic', 'new'],
    synonyms: {
      el: ['καλεντούλα', 'κρέμα προσώπου', 'κρέμα μωρού'],
      en: ['marigold cream', 'face cream', 'baby cream'],
    },
    variants: [pack('PP-CAL-50', '50 ml', ['0.05', 'l'], '12.60', 150, 36)],
    picture: {
      vessel: 'creamJar',
      name: ['ΚΑΛΕΝΤΟΥΛΑ', 'ΚΡΕΜΑ'],
      motif: 'chamomile',
      content: '#f2c98a',
      scene: 'beam',
      side: 'right',
      props: [{ heap: 'calendula' }],
    },
  },
  {
    slug: 'mastic-face-cream',
    producer: 'kentos-mastic',
    category: 'creams-balms',
    name: { el: 'Κρέμα προσώπου με έλαιο μαστίχας', en: 'Mastic oil face cream' },
    description: {
      el: paragraphs(
        'Το έλαιο της μαστίχας βγαίνει με απόσταξη: εκατό κιλά δάκρυα δίνουν δύο. Το ενώνουμε με ελαιόλαδο, αλόη και υαλουρονικό, σε κρέμα ελαφριά για κάθε ημέρα.',
        'Σφίγγει χωρίς να ξηραίνει. Το βαζάκι είναι γυάλινο και το παίρνουμε πίσω να το ξαναγεμίσουμε.',
      ),
      en: paragraphs(
        'Mastic oil is won by distillation: a hundred kilos of tears give two. We join it with olive oil, aloe and hyaluronic acid in a light cream for every day.',
        'It firms without drying. The jar is glass, and we take it back to fill it again.',
      ),
    },
    seoTitle: { el: 'Κρέμα ημέρας με έλαιο μαστίχας Χίου', en: 'Day cream with Chios mastic oil' },
    seoDescription: {
      el: 'Ενυδατική κρέμα προσώπου με μαστίχα, αλόη και υαλουρονικό.',
      en: 'Moisturising face cream with mastic, aloe and hyaluronic acid.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Χίος', en: 'Chios' }, organic: false },
    allergens: [],
    tags: ['gift'],
    synonyms: { el: ['κρέμα μαστίχα', 'ενυδατική'], en: ['moisturiser', 'mastiha cream', 'day cream'] },
    variants: [pack('KC-CRE-50', '50 ml', ['0.05', 'l'], '22.50', 180, 19)],
    picture: {
      vessel: 'creamJar',
      name: ['ΚΡΕΜΑ', 'ΜΑΣΤΙΧΑ'],
      motif: 'mastic',
      content: '#f7f2e6',
      scene: 'niche',
      side: 'left',
      props: ['mastic', { heap: 'tear' }],
    },
  },
  {
    slug: 'olympus-lip-balm',
    producer: 'pera-plagia',
    category: 'creams-balms',
    name: { el: 'Βάλσαμο χειλιών με μέλι', en: 'Honey lip balm' },
    description: {
      el: paragraphs(
        'Κερί και μέλι ρεικιού από τα μελίσσια του Αντώνη, βούτυρο κακάο, λίγο μελισσόχορτο για τον έρπη. Σε αλουμινένιο κουτάκι που χωρά στην τσέπη του μπουφάν.',
        'Αντέχει το κρύο του βουνού, το δοκιμάσαμε στα χίλια εννιακόσια μέτρα.',
      ),
      en: paragraphs(
        'Wax and heather honey from Antonis’s hives, cocoa butter, and a little lemon balm against cold sores. In an aluminium tin that fits the pocket of a coat.',
        'It stands the cold of the mountain: we tried it at nineteen hundred metres.',
      ),
    },
    seoTitle: { el: 'Βάλσαμο χειλιών με κερί και μέλι', en: 'Lip balm with beeswax and honey' },
    seoDescription: {
      el: 'Θρεπτικό βάλσαμο χειλιών από τον Όλυμπο.',
      en: 'A nourishing lip balm from Mount Olympus.',
    },
    vatClass: 'standard',
    attributes: { origin: { el: 'Όλυμπος', en: 'Mount Olympus' }, organic: true },
    allergens: [],
    tags: ['organic'],
    synonyms: { el: ['λιπ μπαλμ', 'χείλη'], en: ['lip salve', 'chapstick'] },
    variants: [pack('PP-LIP-15', '15 ml', ['0.015', 'l'], '4.90', 35, 6, { lowStockAt: 10 })],
    picture: {
      vessel: 'balmTin',
      name: ['ΧΕΙΛΗ', 'ΜΕΛΙ'],
      motif: 'bee',
      content: '#e8b968',
      scene: 'disc',
      side: 'right',
      props: ['heather', 'wax'],
    },
  },
]
