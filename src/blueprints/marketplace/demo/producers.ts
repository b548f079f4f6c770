/**
 * Twelve invented producers in real places of Greece. Tax numbers begin with 0000 and bank accounts with the
 * bank code 099: their check digits are right, but neither range is given to anyone. So with the telephones.
 */
import type { Address } from '../../../platform/values/shapes.ts'
import type { Brand } from './pictures/brand.ts'
import { paragraphs, type Bilingual } from './shapes.ts'

export type DemoProducer = {
  slug: string
  name: Bilingual
  /** Paragraphs divided by an empty line. */
  description: Bilingual
  region: Bilingual
  foundedYear: number
  contactName: string
  email: string
  phone: string
  /** Seat and place from which parcels leave. */
  origin: Address
  /** EU form: EL and nine digits. */
  vatNumber: string
  iban: string
  /** Percent of goods that stays with the market. */
  commissionPercent: string
  brand: Brand
}

export const producers = [
  {
    slug: 'taygetos-groves',
    name: { el: 'Ελαιώνες Ταϋγέτου', en: 'Taygetos Groves' },
    description: {
      el: paragraphs(
        'Στις δυτικές πλαγιές του Ταΰγετου, εκεί που το βουνό κατεβαίνει σε πεζούλες ως τον Μεσσηνιακό, η οικογένεια Μπουλούκου καλλιεργεί χίλιες διακόσιες ρίζες Κορωνέικης. Τα παλαιότερα δέντρα τα φύτεψε ο προπάππους Ηλίας το 1931· τα νεότερα τα μπόλιασαν τα εγγόνια του, με μοσχεύματα από τα ίδια κτήματα.',
        'Η συγκομιδή αρχίζει μέσα Οκτωβρίου, όταν ο καρπός είναι ακόμη πράσινος, και ο καρπός κάθε ημέρας αλέθεται το ίδιο βράδυ, στο διφασικό ελαιοτριβείο του χωριού, κάτω από τους 27 βαθμούς. Δεν φιλτράρουμε πριν κατακαθίσει μόνο του, και κρατάμε κάθε χωράφι σε δική του δεξαμενή ώς τον Ιανουάριο, για να ξέρουμε τι μας έδωσε.',
        'Δίπλα στο λάδι μεγάλωσε ένα μικρό κελάρι: ελιές Καλαμών που ξεπικρίζουν σε άλμη όλο τον χειμώνα, σύκα από τα ορεινά, παστέλι με το δικό μας μέλι.',
      ),
      en: paragraphs(
        'On the western slopes of Mount Taygetos, where the mountain steps down in terraces to the Messenian Gulf, the Bouloukos family tends twelve hundred Koroneiki trees. The oldest were planted in 1931 by great-grandfather Ilias; the youngest were grafted by his grandchildren with cuttings from the same groves.',
        'The harvest starts in the middle of October, while the fruit is still green, and every day’s olives are milled that same evening at the village’s two-phase press, below 27 °C. We let the oil clear by itself before filtering, and keep each field in a tank of its own until January, so that we know what it gave us.',
        'A small larder has grown beside the oil: Kalamata olives that lose their bitterness in brine all winter, figs from the upper villages, pasteli made with our own honey.',
      ),
    },
    region: { el: 'Καλαμάτα, Μεσσηνία', en: 'Kalamata, Messinia' },
    foundedYear: 1931,
    contactName: 'Ηλίας Μπουλούκος',
    email: 'taygetos@producers.demo.test',
    phone: '+30 27210 00101',
    origin: { name: 'Ηλίας Μπουλούκος', company: 'Ελαιώνες Ταϋγέτου', line1: 'Αρτεμισίας 48', city: 'Καλαμάτα', postalCode: '24100', region: 'Μεσσηνία', country: 'GR', phone: '+30 27210 00101' },
    vatNumber: 'EL000024102',
    iban: 'GR1609900010000000000001001',
    commissionPercent: '12',
    brand: {
      palette: { ink: '#2f3a1f', paper: '#f5eddb', main: '#5a6b2c', accent: '#c98f2b', wall: '#e9e2c9', table: '#c8aa7e' },
      label: 'band',
      motif: 'olive',
      mark: 'ΕΛΑΙΩΝΕΣ ΤΑΫΓΕΤΟΥ',
      initials: 'ΕΤ',
      landscape: 'grove',
      weight: 12,
      stretch: 0.92,
    },
  },
  {
    slug: 'thrypti-estate',
    name: { el: 'Κτήμα Θρυπτή', en: 'Thrypti Estate' },
    description: {
      el: paragraphs(
        'Ανάμεσα στη Σητεία και την Ιεράπετρα, στα ριζά των Ορέων της Θρυπτής, το θυμάρι ανθίζει από τα τέλη Ιουνίου ώς τις αρχές Αυγούστου. Εκεί ανεβάζουμε κάθε χρόνο εκατόν ογδόντα μελίσσια, και τα κατεβάζουμε το φθινόπωρο στα πεύκα του Σελάκανου.',
        'Η Αργυρώ Σφακιανάκη άφησε την Αθήνα το 2009 για να συνεχίσει τη δουλειά του πατέρα της. Πρόσθεσε στο κτήμα ένα μικρό εργαστήριο, όπου το κερί γίνεται αλοιφή, τα χαρούπια σιρόπι και το κριθάρι παξιμάδι, και ένα καζάνι που ανάβει μόνο τον Νοέμβριο.',
        'Το μέλι μας δεν θερμαίνεται πάνω από τους 40 βαθμούς και δεν αναμιγνύεται· σε κάθε βάζο αναγράφεται ο τρύγος του.',
      ),
      en: paragraphs(
        'Between Sitia and Ierapetra, at the foot of the Thrypti mountains, thyme flowers from the end of June to the first days of August. That is where we take our hundred and eighty hives each summer, before moving them in autumn to the pines of Selakano.',
        'Argyro Sfakianaki left Athens in 2009 to carry on her father’s work. She added a small workshop, where wax becomes balm, carobs become syrup and barley becomes rusks, and a still that is lit only in November.',
        'Our honey is never warmed above 40 °C and never blended: every jar names its harvest.',
      ),
    },
    region: { el: 'Σητεία, Κρήτη', en: 'Sitia, Crete' },
    foundedYear: 1978,
    contactName: 'Αργυρώ Σφακιανάκη',
    email: 'thrypti@producers.demo.test',
    phone: '+30 28430 00102',
    origin: { name: 'Αργυρώ Σφακιανάκη', company: 'Κτήμα Θρυπτή', line1: 'Καζαντζάκη 17', city: 'Σητεία', postalCode: '72300', region: 'Λασίθι', country: 'GR', phone: '+30 28430 00102' },
    vatNumber: 'EL000072308',
    iban: 'GR5209900010000000000002002',
    commissionPercent: '12',
    brand: {
      palette: { ink: '#4a2412', paper: '#fdf1da', main: '#c4541f', accent: '#e9b13c', wall: '#f3dcc2', table: '#b9855c' },
      label: 'rays',
      motif: 'bee',
      mark: 'ΚΤΗΜΑ ΘΡΥΠΤΗ',
      initials: 'Θ',
      landscape: 'gorge',
      weight: 14,
      stretch: 0.86,
    },
  },
  {
    slug: 'gera-caique',
    name: { el: 'Το Καΐκι της Γέρας', en: 'Gera Caique' },
    description: {
      el: paragraphs(
        'Ο κόλπος της Γέρας μοιάζει με λίμνη: στενό μπουγάζι, ήσυχα νερά, λιόδεντρα ώς την ακροθαλασσιά. Από εδώ έφευγαν κάποτε τα καΐκια φορτωμένα λάδι και σαπούνι για τη Σμύρνη και την Πόλη. Ένα τέτοιο καΐκι είχε ο παππούς του Στρατή Αξιώτη· από εκείνο πήραμε το όνομα.',
        'Το 1996 πέντε οικογένειες του Παπάδου ένωσαν τα κτήματά τους. Μαζεύουμε Κολοβή και Αδραμυττιανή, παστώνουμε τις σαρδέλες της Καλλονής με χοντρό αλάτι από τις αλυκές, βράζουμε τον τραχανά τον Αύγουστο όπως τον έκαναν οι μανάδες μας και αποστάζουμε ούζο στο χάλκινο καζάνι, με γλυκάνισο από το Λισβόρι.',
      ),
      en: paragraphs(
        'The gulf of Gera could be a lake: a narrow mouth, quiet water, olive trees down to the shore. Caiques used to leave from here, laden with oil and soap for Smyrna and Constantinople. Stratis Axiotis’s grandfather owned one of them, and from it we took our name.',
        'In 1996 five families of Pappados put their groves together. We pick Kolovi and Adramytiani olives, cure Kalloni sardines in coarse salt from the island’s own pans, cook trahanas in August as our mothers did, and distil ouzo in a copper still with aniseed from Lisvori.',
      ),
    },
    region: { el: 'Γέρα, Λέσβος', en: 'Gera, Lesvos' },
    foundedYear: 1996,
    contactName: 'Στρατής Αξιώτης',
    email: 'gera@producers.demo.test',
    phone: '+30 22510 00103',
    origin: { name: 'Στρατής Αξιώτης', company: 'Το Καΐκι της Γέρας', line1: 'Παραλία Παπάδου', city: 'Παπάδος', postalCode: '81106', region: 'Λέσβος', country: 'GR', phone: '+30 22510 00103' },
    vatNumber: 'EL000081108',
    iban: 'GR8809900010000000000003003',
    commissionPercent: '11',
    brand: {
      palette: { ink: '#173a52', paper: '#f7f2e4', main: '#1f6f86', accent: '#e2a24a', wall: '#d3e4e3', table: '#d6bf9a' },
      label: 'sea',
      motif: 'caique',
      mark: 'ΤΟ ΚΑΪΚΙ ΤΗΣ ΓΕΡΑΣ',
      initials: 'Γ',
      landscape: 'gulf',
      weight: 13,
      stretch: 0.9,
    },
  },
  {
    slug: 'vlachohori-dairy',
    name: { el: 'Τυροκομείο Βλαχοχώρι', en: 'Vlachohori Dairy' },
    description: {
      el: paragraphs(
        'Στο Μέτσοβο το γάλα έχει εποχές. Από τον Μάιο ώς τον Σεπτέμβριο τα κοπάδια βόσκουν στα χίλια εξακόσια μέτρα και το γάλα μυρίζει θυμάρι και τριφύλλι· τον χειμώνα κατεβαίνουν στον κάμπο της Θεσσαλίας, όπως κατέβαιναν πάντα οι βλάχικες στάνες.',
        'Το τυροκομείο μας δουλεύει με γάλα από δεκατέσσερις οικογένειες κτηνοτρόφων, που τις ξέρουμε με το μικρό τους όνομα. Παστεριώνουμε ήπια, πήζουμε με παραδοσιακή πυτιά και καπνίζουμε το μετσοβόνε με οξιά, κλαδιά αμπελιού και ξερά χόρτα δώδεκα ημέρες.',
        'Η τρίτη γενιά, η Χρύσα και ο Νάσος Τσανάκας, ανέλαβε το 2014. Ό,τι δεν γίνεται τυρί γίνεται βούτυρο, τραχανάς και χυλοπίτες.',
      ),
      en: paragraphs(
        'In Metsovo milk has seasons. From May to September the flocks graze at sixteen hundred metres and the milk smells of thyme and clover; in winter they go down to the plain of Thessaly, as the Vlach shepherds always have.',
        'Our dairy works with the milk of fourteen families whom we know by their first names. We pasteurise gently, set the curd with traditional rennet, and smoke Metsovone for twelve days over beech, vine cuttings and dry grasses.',
        'The third generation, Chrysa and Nasos Tsanakas, took over in 2014. Whatever does not become cheese becomes butter, trahanas and egg pasta.',
      ),
    },
    region: { el: 'Μέτσοβο, Ήπειρος', en: 'Metsovo, Epirus' },
    foundedYear: 1962,
    contactName: 'Χρύσα Τσανάκα',
    email: 'vlachohori@producers.demo.test',
    phone: '+30 26560 00104',
    origin: { name: 'Χρύσα Τσανάκα', company: 'Τυροκομείο Βλαχοχώρι', line1: 'Ανήλιο, επαρχιακή οδός Μετσόβου', city: 'Μέτσοβο', postalCode: '44200', region: 'Ιωάννινα', country: 'GR', phone: '+30 26560 00104' },
    vatNumber: 'EL000044205',
    iban: 'GR2709900010000000000004004',
    commissionPercent: '10',
    brand: {
      palette: { ink: '#2c2f3a', paper: '#f4efe3', main: '#3f4f6b', accent: '#b5452f', wall: '#dde3e6', table: '#b08e68' },
      label: 'stripes',
      motif: 'sheep',
      mark: 'ΒΛΑΧΟΧΩΡΙ',
      initials: 'Β',
      landscape: 'pindus',
      weight: 13,
      stretch: 0.88,
    },
  },
  {
    slug: 'aspropetra-estate',
    name: { el: 'Κτήμα Ασπρόπετρα', en: 'Aspropetra Estate' },
    description: {
      el: paragraphs(
        'Η άσπα, η ηφαιστειακή τέφρα της Σαντορίνης, δεν κρατά νερό και δεν αφήνει τη φυλλοξήρα να ζήσει. Γι’ αυτό τα αμπέλια μας στον Πύργο είναι αυτόριζα και μερικά ξεπερνούν τα ογδόντα χρόνια, πλεγμένα σε κουλούρες χαμηλά στη γη, για να τα προστατεύουν από το μελτέμι.',
        'Ο Μάρκος και η Ειρήνη Δαρζέντα οινοποιούν μόνο δικά τους σταφύλια από σαράντα στρέμματα. Ανάμεσα στα κλήματα σπέρνουν αρακά για φάβα και φυτεύουν το άνυδρο ντοματάκι, όπως γινόταν πάντα στο νησί: τίποτα δεν ποτίζεται, όλα πίνουν την υγρασία της νύχτας.',
      ),
      en: paragraphs(
        'Aspa, the volcanic ash of Santorini, holds no water and does not let phylloxera live. That is why our vines at Pyrgos stand on their own roots, some of them for more than eighty years, woven into low baskets that shelter the grapes from the summer wind.',
        'Markos and Irini Darzenta make wine only from their own four hectares. Between the vines they sow the pea that becomes fava and plant the island’s small dry-farmed tomato, as has always been done here: nothing is watered, everything drinks the dew of the night.',
      ),
    },
    region: { el: 'Πύργος, Σαντορίνη', en: 'Pyrgos, Santorini' },
    foundedYear: 1988,
    contactName: 'Μάρκος Δαρζέντας',
    email: 'aspropetra@producers.demo.test',
    phone: '+30 22860 00105',
    origin: { name: 'Μάρκος Δαρζέντας', company: 'Κτήμα Ασπρόπετρα', line1: 'Πύργος Καλλίστης', city: 'Σαντορίνη', postalCode: '84701', region: 'Κυκλάδες', country: 'GR', phone: '+30 22860 00105' },
    vatNumber: 'EL000084701',
    iban: 'GR6309900010000000000005005',
    commissionPercent: '14',
    brand: {
      palette: { ink: '#14304f', paper: '#fbfaf4', main: '#1d5fa0', accent: '#e8b84a', wall: '#e9f0f4', table: '#d8cbb8' },
      label: 'ring',
      motif: 'caldera',
      mark: 'ΚΤΗΜΑ ΑΣΠΡΟΠΕΤΡΑ',
      initials: 'ΑΠ',
      landscape: 'caldera',
      weight: 10,
      stretch: 0.95,
    },
  },
  {
    slug: 'oreino-klima',
    name: { el: 'Ορεινό Κλήμα', en: 'Oreino Klima' },
    description: {
      el: paragraphs(
        'Το Ξινόμαυρο θέλει υπομονή. Στις ανατολικές πλαγιές του Βερμίου, στα τριακόσια ώς τετρακόσια πενήντα μέτρα, ωριμάζει αργά και τρυγιέται τελευταίο, συχνά μέσα στον Οκτώβριο, με τις πρώτες ομίχλες.',
        'Φυτέψαμε τα πρώτα δεκαπέντε στρέμματα στο Γιαννακοχώρι το 1984 και από τότε δουλεύουμε με την ίδια ιδέα: χαμηλές αποδόσεις, άγριες ζύμες, μεγάλα παλιά βαρέλια που δεν σκεπάζουν το σταφύλι. Τα στέμφυλα γίνονται τσίπουρο και το κρασί που δεν εμφιαλώνεται γίνεται ξίδι, σε βαρέλια που δεν αδειάζουν ποτέ τελείως.',
        'Από τα ροδάκινα του κάμπου, τα ίδια που γέμιζαν κάποτε τα κονσερβοποιεία της Νάουσας, κρατάμε τα πιο ώριμα για κομπόστα.',
      ),
      en: paragraphs(
        'Xinomavro asks for patience. On the eastern slopes of Mount Vermio, at three hundred to four hundred and fifty metres, it ripens slowly and is picked last, often well into October, with the first mists.',
        'We planted our first hectare and a half at Giannakochori in 1984 and have worked with one idea since: low yields, wild yeasts, large old casks that do not cover the grape. The pomace becomes tsipouro, and wine that is not bottled becomes vinegar, in barrels that are never quite emptied.',
        'From the peaches of the plain, the same that once filled the canneries of Naoussa, we keep the ripest for compote.',
      ),
    },
    region: { el: 'Νάουσα, Ημαθία', en: 'Naoussa, Imathia' },
    foundedYear: 1984,
    contactName: 'Γρηγόρης Καραμήτρος',
    email: 'oreinoklima@producers.demo.test',
    phone: '+30 23320 00106',
    origin: { name: 'Γρηγόρης Καραμήτρος', company: 'Ορεινό Κλήμα', line1: 'Γιαννακοχώρι', city: 'Νάουσα', postalCode: '59200', region: 'Ημαθία', country: 'GR', phone: '+30 23320 00106' },
    vatNumber: 'EL000059206',
    iban: 'GR0209900010000000000006006',
    commissionPercent: '14',
    brand: {
      palette: { ink: '#3a1420', paper: '#f7eee1', main: '#6a1f33', accent: '#c98d4a', wall: '#ead8cf', table: '#96694f' },
      label: 'ticket',
      motif: 'grape',
      mark: 'ΟΡΕΙΝΟ ΚΛΗΜΑ',
      initials: 'ΟΚ',
      landscape: 'vermio',
      weight: 9,
      stretch: 0.94,
    },
  },
  {
    slug: 'leonti-vineyard',
    name: { el: 'Αμπελώνας Λεοντή', en: 'Leonti Vineyard' },
    description: {
      el: paragraphs(
        'Λένε πως στα σπήλαια πάνω από τη Νεμέα κρυβόταν το λιοντάρι του Ηρακλή, και πως από το αίμα του πήρε το χρώμα του το Αγιωργίτικο. Εμείς ξέρουμε μόνο ότι ψηλά στον Ασπρόκαμπο, στα εξακόσια πενήντα μέτρα, το σταφύλι κρατά οξύτητα που ο κάμπος δεν έχει.',
        'Η Κατερίνα Λεονταρίτη σπούδασε οινολογία στο Μπορντό και γύρισε το 2003 στα αμπέλια του παππού της. Μαζί με το κρασί έσωσε και τον παλιό ελαιώνα με τη Μανάκι, ξανάναψε το καζάνι για το πετιμέζι και κάθε Σεπτέμβριο απλώνει στα αλώνια την κορινθιακή σταφίδα.',
      ),
      en: paragraphs(
        'They say that the lion of Heracles hid in the caves above Nemea, and that Agiorgitiko took its colour from the beast’s blood. All we know is that up at Asprokambos, at six hundred and fifty metres, the grape keeps an acidity the valley floor does not have.',
        'Katerina Leontariti studied oenology in Bordeaux and came back in 2003 to her grandfather’s vines. Along with the wine she saved the old grove of Manaki olives, lit the fire again under the petimezi cauldron, and every September spreads Corinthian currants on the drying floors.',
      ),
    },
    region: { el: 'Νεμέα, Κορινθία', en: 'Nemea, Corinthia' },
    foundedYear: 2003,
    contactName: 'Κατερίνα Λεονταρίτη',
    email: 'leonti@producers.demo.test',
    phone: '+30 27460 00107',
    origin: { name: 'Κατερίνα Λεονταρίτη', company: 'Αμπελώνας Λεοντή', line1: 'Παπακωνσταντίνου 9', city: 'Νεμέα', postalCode: '20500', region: 'Κορινθία', country: 'GR', phone: '+30 27460 00107' },
    vatNumber: 'EL000020508',
    iban: 'GR3809900010000000000007007',
    commissionPercent: '13',
    brand: {
      palette: { ink: '#2d2138', paper: '#f5edda', main: '#473f66', accent: '#d2a24c', wall: '#e6dfea', table: '#b79a7c' },
      label: 'meander',
      motif: 'sun',
      mark: 'ΑΜΠΕΛΩΝΑΣ ΛΕΟΝΤΗ',
      initials: 'ΑΛ',
      landscape: 'nemea',
      weight: 11,
      stretch: 0.9,
    },
  },
  {
    slug: 'kentos-mastic',
    name: { el: 'Κέντος Χίου', en: 'Kentos of Chios' },
    description: {
      el: paragraphs(
        'Κέντος λέγεται στα μαστιχοχώρια η χαραγή στον κορμό του σχίνου, απ’ όπου στάζει το δάκρυ. Το κέντημα αρχίζει τον Ιούλιο, πριν ξημερώσει, αφού στρωθεί κάτω από κάθε δέντρο ασπρόχωμα· το μάζεμα κρατά ώς τον Σεπτέμβριο και το καθάρισμα, κόκκο κόκκο, όλο τον χειμώνα.',
        'Στο Πυργί, στα σπίτια με τα ξυστά, έξι γυναίκες με επικεφαλής τη Δέσποινα Μονογιού καθαρίζουν, αποστάζουν και ζαχαρώνουν. Από τη μαστίχα βγάζουν λικέρ, υποβρύχιο, λουκούμια και έλαιο για σαπούνια και κρέμες· από τα περιβόλια του Κάμπου το μανταρίνι που γίνεται γλυκό.',
      ),
      en: paragraphs(
        'In the mastic villages a kentos is the cut in the trunk from which the tear runs. Cutting starts in July, before dawn, once white earth has been spread under every tree; gathering lasts until September, and the cleaning, grain by grain, all winter.',
        'In Pyrgi, among houses scratched with grey and white patterns, six women led by Despina Monogiou clean, distil and candy. Mastic becomes liqueur, vanilla-white spoon sweet, loukoumi, and the oil for soaps and creams; from the walled orchards of Kambos comes the mandarin for preserves.',
      ),
    },
    region: { el: 'Πυργί, Χίος', en: 'Pyrgi, Chios' },
    foundedYear: 2007,
    contactName: 'Δέσποινα Μονογιού',
    email: 'kentos@producers.demo.test',
    phone: '+30 22710 00108',
    origin: { name: 'Δέσποινα Μονογιού', company: 'Κέντος Χίου', line1: 'Πλατεία Πυργίου 4', city: 'Πυργί', postalCode: '82102', region: 'Χίος', country: 'GR', phone: '+30 22710 00108' },
    vatNumber: 'EL000082105',
    iban: 'GR7409900010000000000008008',
    commissionPercent: '13',
    brand: {
      palette: { ink: '#1f3d3a', paper: '#f9f6eb', main: '#2f7a6c', accent: '#e3bb5c', wall: '#dcebe4', table: '#c9b594' },
      label: 'arch',
      motif: 'mastic',
      mark: 'ΚΕΝΤΟΣ ΧΙΟΥ',
      initials: 'ΚΧ',
      landscape: 'mastic',
      weight: 11,
      stretch: 0.92,
    },
  },
  {
    slug: 'porfyro-livadi',
    name: { el: 'Πορφυρό Λιβάδι', en: 'Porfyro Livadi' },
    description: {
      el: paragraphs(
        'Για ένα γραμμάριο κρόκο χρειάζονται εκατόν πενήντα λουλούδια. Ανθίζουν μαζί, δύο με τρεις εβδομάδες τον Οκτώβριο, και πρέπει να μαζευτούν την ημέρα που ανοίγουν, να ξεχωριστούν με το χέρι τα τρία κόκκινα στίγματα και να ξεραθούν σιγά, πριν νυχτώσει.',
        'Η οικογένεια Τζήκα καλλιεργεί κρόκο στα χωριά της Κοζάνης από το 1949. Στα υπόλοιπα χωράφια εναλλάσσει φακή, ζέα και φασόλια, ώστε η γη να ξεκουράζεται επτά χρόνια ανάμεσα σε δύο φυτέψεις, και ψήνει στα ξύλα τις πιπεριές που φέρνουν οι γείτονες από τη Φλώρινα.',
      ),
      en: paragraphs(
        'It takes a hundred and fifty flowers to make one gram of saffron. They bloom together, for two or three weeks in October, and must be picked the day they open; the three red stigmas are separated by hand and dried slowly before nightfall.',
        'The Tzikas family has grown crocus in the villages of Kozani since 1949. On the other fields they rotate lentils, emmer and beans, so that the ground rests for seven years between two plantings, and over wood fires they roast the peppers their neighbours bring from Florina.',
      ),
    },
    region: { el: 'Κρόκος, Κοζάνη', en: 'Krokos, Kozani' },
    foundedYear: 1949,
    contactName: 'Θωμάς Τζήκας',
    email: 'porfyrolivadi@producers.demo.test',
    phone: '+30 24610 00109',
    origin: { name: 'Θωμάς Τζήκας', company: 'Πορφυρό Λιβάδι', line1: 'Παύλου Μελά 22', city: 'Κρόκος', postalCode: '50010', region: 'Κοζάνη', country: 'GR', phone: '+30 24610 00109' },
    vatNumber: 'EL000050015',
    iban: 'GR1309900010000000000009009',
    commissionPercent: '11',
    brand: {
      palette: { ink: '#3a1d52', paper: '#fbf4e7', main: '#6b3fa0', accent: '#e07b1f', wall: '#e9def0', table: '#c4a184' },
      label: 'tiles',
      motif: 'crocus',
      mark: 'ΠΟΡΦΥΡΟ ΛΙΒΑΔΙ',
      initials: 'ΠΛ',
      landscape: 'crocus',
      weight: 12,
      stretch: 0.9,
    },
  },
  {
    slug: 'koronida-fold',
    name: { el: 'Στάνη Κορωνίδα', en: 'Koronida Fold' },
    description: {
      el: paragraphs(
        'Η Νάξος είναι το νησί των Κυκλάδων που τυροκομεί. Στα βοσκοτόπια γύρω από το Χαλκί και ψηλά στην Κορωνίδα βόσκουν αγελάδες, πρόβατα και κατσίκια, το καθένα στο δικό του ύψος, και κάθε γάλα γίνεται το δικό του τυρί.',
        'Ο Μανώλης Κορρές κράτησε το μιτάτο του πατέρα του για να ωριμάζει εκεί το αρσενικό, σε πέτρινα ράφια, με τον αέρα να μπαίνει από τις χαραμάδες. Η γραβιέρα ωριμάζει πιο κάτω, στο καινούριο τυροκομείο του 2011. Η αδελφή του, η Φλώρα, αποστάζει κίτρο από τα φύλλα των δέντρων της αυλής τους.',
      ),
      en: paragraphs(
        'Naxos is the cheesemaking island of the Cyclades. On the pastures around Chalki and high up at Koronida graze cows, sheep and goats, each at its own height, and every milk becomes a cheese of its own.',
        'Manolis Korres has kept his father’s mitato, the shepherd’s stone hut, to ripen arseniko on its stone shelves while the wind comes in through the chinks. The graviera ripens further down, in the new dairy of 2011. His sister Flora distils kitron from the leaves of the citron trees in their courtyard.',
      ),
    },
    region: { el: 'Χαλκί, Νάξος', en: 'Chalki, Naxos' },
    foundedYear: 1974,
    contactName: 'Μανώλης Κορρές',
    email: 'koronida@producers.demo.test',
    phone: '+30 22850 00110',
    origin: { name: 'Μανώλης Κορρές', company: 'Στάνη Κορωνίδα', line1: 'Χαλκί Τραγαίας', city: 'Νάξος', postalCode: '84302', region: 'Κυκλάδες', country: 'GR', phone: '+30 22850 00110' },
    vatNumber: 'EL000084307',
    iban: 'GR4909900010000000000010010',
    commissionPercent: '11',
    brand: {
      palette: { ink: '#23303f', paper: '#fbf6e9', main: '#d0921c', accent: '#2a6f97', wall: '#f7eacd', table: '#c79c68' },
      label: 'split',
      motif: 'goat',
      mark: 'ΣΤΑΝΗ ΚΟΡΩΝΙΔΑ',
      initials: 'ΣΚ',
      landscape: 'naxos',
      weight: 14,
      stretch: 0.84,
    },
  },
  {
    slug: 'kelyfos',
    name: { el: 'Κέλυφος Αίγινας', en: 'Kelyfos of Aegina' },
    description: {
      el: paragraphs(
        'Το φιστίκι ήρθε στην Αίγινα στα τέλη του δέκατου ένατου αιώνα και βρήκε εδώ ό,τι ήθελε: ασβεστολιθικό χώμα, λίγο νερό, αλμυρό αέρα. Η Κοιλαράτη ποικιλία δίνει καρπό μικρό, γεμάτο, που ανοίγει μόνος του με έναν ξερό κρότο τις ζεστές νύχτες του Αυγούστου.',
        'Μαζεύουμε με ραβδισμό επάνω σε πανιά, ξεφλουδίζουμε την ίδια μέρα, στεγνώνουμε στον ήλιο και ψήνουμε μικρές παρτίδες κάθε εβδομάδα, με χυμό λεμονιού και αλάτι. Αυτό που σας στέλνουμε έχει ψηθεί το πολύ δέκα ημέρες νωρίτερα.',
      ),
      en: paragraphs(
        'The pistachio came to Aegina at the end of the nineteenth century and found what it wanted: limestone soil, little water, salt air. The local Kilarati variety gives a small, full nut that splits of its own accord, with a dry crack, on the hot nights of August.',
        'We knock the nuts down onto sheets, hull them the same day, dry them in the sun and roast small batches every week with lemon juice and salt. What we send you was roasted ten days ago at the most.',
      ),
    },
    region: { el: 'Αίγινα', en: 'Aegina' },
    foundedYear: 1952,
    contactName: 'Νεκταρία Χαλδαίου',
    email: 'kelyfos@producers.demo.test',
    phone: '+30 22970 00111',
    origin: { name: 'Νεκταρία Χαλδαίου', company: 'Κέλυφος Αίγινας', line1: 'Λιβάδι, οδός Λεόντι 12', city: 'Αίγινα', postalCode: '18010', region: 'Αττική', country: 'GR', phone: '+30 22970 00111' },
    vatNumber: 'EL000018015',
    iban: 'GR8509900010000000000011011',
    commissionPercent: '12',
    brand: {
      palette: { ink: '#35401f', paper: '#fcf4e3', main: '#7d9440', accent: '#d9776a', wall: '#ecf0d6', table: '#cdb08a' },
      label: 'hills',
      motif: 'pistachio',
      mark: 'ΚΕΛΥΦΟΣ ΑΙΓΙΝΑΣ',
      initials: 'ΚΑ',
      landscape: 'aegina',
      weight: 13,
      stretch: 0.88,
    },
  },
  {
    slug: 'pera-plagia',
    name: { el: 'Πέρα Πλαγιά', en: 'Pera Plagia' },
    description: {
      el: paragraphs(
        'Πάνω από το Λιτόχωρο, στα ξέφωτα του Ολύμπου, η Ελένη Γκουντουβά έμαθε τα βότανα από τη γιαγιά της: ποιο κόβεται πριν ανθίσει, ποιο την ώρα που δένει ο σπόρος, ποιο δεν κόβεται ποτέ με μαχαίρι. Τα περισσότερα σήμερα τα καλλιεργούμε, βιολογικά, σε τριάντα στρέμματα στα οκτακόσια μέτρα, για να μένει το βουνό στην ησυχία του.',
        'Τα στεγνώνουμε στη σκιά, κρεμασμένα σε ματσάκια, και τα συσκευάζουμε ολόκληρα: έτσι κρατούν τα αιθέρια έλαιά τους. Τα μελίσσια του Αντώνη μένουν στις πλαγιές με τα ρείκια και τις καστανιές, και το κερί τους δίνει το σώμα στις αλοιφές μας.',
      ),
      en: paragraphs(
        'Above Litochoro, in the clearings of Olympus, Eleni Gountouva learned the herbs from her grandmother: which is cut before it flowers, which when the seed sets, which never with a knife. Most of them we grow today, organically, on three hectares at eight hundred metres, so that the mountain is left in peace.',
        'We dry them in the shade, hung in bunches, and pack them whole, which keeps their essential oils. Antonis’s hives stay on the slopes of heather and chestnut, and their wax gives our balms their body.',
      ),
    },
    region: { el: 'Λιτόχωρο, Όλυμπος', en: 'Litochoro, Olympus' },
    foundedYear: 2012,
    contactName: 'Ελένη Γκουντουβά',
    email: 'peraplagia@producers.demo.test',
    phone: '+30 23520 00112',
    origin: { name: 'Ελένη Γκουντουβά', company: 'Πέρα Πλαγιά', line1: '28ης Οκτωβρίου 31', city: 'Λιτόχωρο', postalCode: '60200', region: 'Πιερία', country: 'GR', phone: '+30 23520 00112' },
    vatNumber: 'EL000060205',
    iban: 'GR2409900010000000000012012',
    commissionPercent: '12',
    brand: {
      palette: { ink: '#22392f', paper: '#f8f5e7', main: '#3f6b52', accent: '#d9b23f', wall: '#dde8da', table: '#b99a78' },
      label: 'solid',
      motif: 'leaf',
      mark: 'ΠΕΡΑ ΠΛΑΓΙΑ',
      initials: 'ΠΠ',
      landscape: 'olympus',
      weight: 10,
      stretch: 0.95,
    },
  },
] as const satisfies readonly DemoProducer[]

export type ProducerSlug = (typeof producers)[number]['slug']
