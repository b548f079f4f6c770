/** What buyers wrote. Every one belongs to a delivered order: `orders.ts` makes the purchases these rest on. */
import type { Locale } from '../../../platform/values/shapes.ts'

export type DemoReview = {
  /** The product's slug. */
  product: string
  rating: 1 | 2 | 3 | 4 | 5
  locale: Locale
  title: string
  body: string
  /** The producer's answer. */
  answer?: string
  /** What the house decided; published when absent. */
  status?: 'pending' | 'refused'
}

type More = Pick<DemoReview, 'answer' | 'status'>

const say = (
  product: string,
  rating: DemoReview['rating'],
  locale: Locale,
  title: string,
  body: string,
  more: More = {},
): DemoReview => ({ product, rating, locale, title, body, ...more })
const el = (product: string, rating: DemoReview['rating'], title: string, body: string, more?: More) =>
  say(product, rating, 'el', title, body, more)
const en = (product: string, rating: DemoReview['rating'], title: string, body: string, more?: More) =>
  say(product, rating, 'en', title, body, more)

export const reviews: readonly DemoReview[] = [
  el(
    'koroneiki-extra-virgin-kalamata',
    5,
    'Το λάδι του σπιτιού μας',
    'Τρίτη φορά που παίρνουμε τον τενεκέ. Καίει λίγο στον λαιμό, όπως πρέπει, και κρατά το άρωμά του ώς τον Σεπτέμβριο.',
    { answer: 'Σας ευχαριστούμε! Φέτος ξεκινήσαμε μάζεμα πέντε ημέρες νωρίτερα, θα το νιώσετε.' },
  ),
  en(
    'koroneiki-extra-virgin-kalamata',
    5,
    'You can smell the grass',
    'Opened the tin and the kitchen smelled of cut grass. Arrived in Berlin in four days, well packed.',
  ),
  el(
    'koroneiki-extra-virgin-kalamata',
    4,
    'Πολύ καλό, βαρύ δέμα',
    'Εξαιρετικό λάδι για σαλάτα και μαγείρεμα. Ένα αστέρι λιγότερο γιατί ο κούριερ άφησε τον τενεκέ στην είσοδο.',
  ),
  el(
    'koroneiki-extra-virgin-kalamata',
    5,
    'Αξίζει κάθε ευρώ',
    'Το δοκίμασα δίπλα σε αυτό του σούπερ μάρκετ. Δεν υπάρχει σύγκριση.',
  ),
  el(
    'agourelaio-early-harvest',
    5,
    'Σμαράγδι',
    'Πάνω από φακές είναι άλλο φαγητό. Το χρώμα του δεν το είχα ξαναδεί.',
  ),
  en(
    'agourelaio-early-harvest',
    4,
    'Peppery, not for everyone',
    'Very intense, bitter at first. I love it on tomatoes; my children do not.',
  ),
  el(
    'sitia-pdo-olive-oil',
    5,
    'Ισορροπημένο',
    'Πιο μαλακό από της Καλαμάτας, με άρωμα αμυγδάλου. Στο ψάρι δένει τέλεια.',
  ),
  en(
    'lesvos-olive-oil-kolovi',
    4,
    'Mild and golden',
    'A gentle oil, wonderful for baking. The bottle is beautiful on the table.',
  ),
  el(
    'manaki-olive-oil-nemea',
    5,
    'Για τη μαγιονέζα',
    'Επιτέλους ένα λάδι που δεν σκεπάζει. Για μαγιονέζα και κέικ δεν παίρνω άλλο.',
  ),
  el(
    'kalamata-olives-pdo',
    5,
    'Σφιχτές και σαρκώδεις',
    'Δεν είναι λιωμένες όπως στα βάζα του εμπορίου. Το ξίδι τους όσο πρέπει.',
  ),
  en(
    'kalamata-olives-pdo',
    4,
    'Proper olives',
    'Firm, winey, not too salty. I wish there were a larger jar.',
    { answer: 'Thank you, Tom. The two-kilo tub comes back in December.' },
  ),
  el(
    'cracked-green-olives-fennel',
    4,
    'Με ούζο',
    'Ο μάραθος κάνει τη διαφορά. Λίγο πιο αλμυρές απ’ όσο θα ήθελα.',
  ),
  el(
    'kalamata-olive-paste',
    5,
    'Έφυγε σε μια βραδιά',
    'Τη βάλαμε σε ψωμί με ντομάτα και τελείωσε πριν κάτσουμε στο τραπέζι.',
  ),
  el(
    'cretan-thyme-honey',
    5,
    'Αληθινό θυμαρίσιο',
    'Κρυστάλλωσε τον Φεβρουάριο όπως κάθε γνήσιο μέλι. Το άρωμα μένει στο στόμα ώρα.',
  ),
  en(
    'cretan-thyme-honey',
    5,
    'The best honey I have had',
    'Nothing like the honey at home. A spoonful in yoghurt and breakfast is a feast.',
  ),
  el(
    'cretan-thyme-honey',
    5,
    'Δώρο που το ζήτησαν ξανά',
    'Το χάρισα στη Γερμανία και τώρα παραγγέλνω για τρεις οικογένειες.',
  ),
  el(
    'cretan-thyme-honey',
    4,
    'Ωραίο, ακριβό',
    'Κορυφαία γεύση. Η τιμή του κιλού είναι καλύτερη στο μεγάλο βάζο.',
  ),
  el(
    'pine-thyme-honey-crete',
    5,
    'Για κάθε μέρα',
    'Λιγότερο γλυκό, πολύ γεμάτο. Στο τσάι είναι ό,τι πρέπει.',
  ),
  en(
    'heather-honey-olympus',
    4,
    'Dark and almost bitter',
    'Sets like butter and tastes of caramel. Excellent on dark bread.',
  ),
  el(
    'chestnut-honey-olympus',
    3,
    'Ιδιαίτερο',
    'Πολύ δυνατή γεύση, σχεδόν πικρή. Με τυρί μου άρεσε, σκέτο όχι.',
    { answer: 'Έτσι είναι η καστανιά, δεν συμβιβάζεται! Δοκιμάστε το ρείκι μας, είναι πιο γλυκό.' },
  ),
  el(
    'mastic-spoon-sweet',
    5,
    'Τα παιδικά μου χρόνια',
    'Υποβρύχιο σε κρύο νερό, στο μπαλκόνι. Ακριβώς όπως το θυμόμουν.',
  ),
  el(
    'chios-mandarin-spoon-sweet',
    5,
    'Ολόκληρα μανταρινάκια',
    'Τραγανή φλούδα, όχι λιγωτικό. Με γιαούρτι στραγγιστό.',
  ),
  el(
    'sesame-pasteli-kalamata',
    5,
    'Μαλακό, επιτέλους',
    'Δεν κολλάει στα δόντια. Το έχω πάντα στην τσάντα για το βουνό.',
  ),
  en(
    'sesame-pasteli-kalamata',
    4,
    'Better than any energy bar',
    'Two ingredients and it keeps me going on the bike. Wrapper is a bit hard to open.',
  ),
  el(
    'pistachio-pasteli-aegina',
    5,
    'Γεμάτο φιστίκι',
    'Πραγματικά εβδομήντα τοις εκατό φιστίκι, το μέλι ίσα που κρατά.',
  ),
  en(
    'mastic-loukoumi',
    5,
    'Converted a sceptic',
    'I never liked Turkish delight until this. Soft, fresh, hardly sweet.',
  ),
  el(
    'petimezi-grape-molasses',
    5,
    'Για μουστοκούλουρα',
    'Πυκνό, σκούρο, χωρίς ζάχαρη. Τα μουστοκούλουρα βγήκαν όπως της γιαγιάς.',
  ),
  el(
    'graviera-naxou',
    5,
    'Η γραβιέρα της Νάξου',
    'Γλυκιά, βουτυράτη, έφτασε κρύα στο στρωτό της πακέτο. Το κιλό έφυγε σε μια εβδομάδα.',
  ),
  en(
    'graviera-naxou',
    5,
    'Cold chain worked',
    'Arrived in Munich still cold. Nutty and sweet, melts beautifully.',
  ),
  el('graviera-naxou', 4, 'Πολύ καλή', 'Νόστιμη και τίμια. Θα ήθελα επιλογή πιο ώριμης, δώδεκα μηνών.', {
    answer: 'Ετοιμάζουμε μια δωδεκάμηνη για τα Χριστούγεννα. Λίγα κεφάλια, γράψτε μας να σας κρατήσουμε.',
  }),
  el('arseniko-naxou', 5, 'Χαρακτήρας', 'Πιπεράτο και ξερό, με μέλι καστανιάς γίνεται επιδόρπιο.'),
  el(
    'metsovone-smoked',
    5,
    'Στη σχάρα',
    'Το ψήσαμε στα κάρβουνα, έκανε κρούστα και δεν έλιωσε. Καπνός ευγενικός.',
  ),
  en(
    'metsovone-smoked',
    5,
    'Smoky and clean',
    'Real smoke, not liquid flavour. With a glass of Xinomavro it is dinner.',
  ),
  el(
    'barrel-aged-feta',
    5,
    'Φέτα με άποψη',
    'Σφιχτή, βουτυράτη, λίγο πιπεράτη. Μετά από αυτήν δεν γυρνάς πίσω.',
  ),
  el(
    'barrel-aged-feta',
    4,
    'Νόστιμη, λίγη άλμη',
    'Η γεύση της εξαιρετική. Στη δική μου συσκευασία είχε φύγει λίγη άλμη στον δρόμο.',
    { answer: 'Λυπούμαστε! Αλλάξαμε ήδη το δοχείο. Το επόμενο σας το στέλνουμε εμείς.' },
  ),
  en(
    'barrel-aged-feta',
    5,
    'This is what feta is',
    'Creamy, tangy and complex. My Greek neighbour approves.',
  ),
  el('galotyri-epirus', 5, 'Στο πήλινο', 'Δροσερό, ξινούτσικο, και το πήλινο έγινε γλάστρα για βασιλικό.'),
  el('ladotyri-mytilinis', 4, 'Μεζές', 'Με ούζο και ντομάτα. Πιο αλμυρό από της Νάξου αλλά έτσι πρέπει.'),
  el('sheep-butter-metsovo', 5, 'Άρωμα βουτύρου', 'Στο πιλάφι αρκεί μια κουταλιά. Μυρίζει όλο το σπίτι.'),
  el(
    'santorini-assyrtiko',
    5,
    'Ηφαίστειο στο ποτήρι',
    'Αλάτι, λεμόνι, πέτρα. Με χταπόδι στα κάρβουνα, αξέχαστο.',
  ),
  en(
    'santorini-assyrtiko',
    5,
    'Stunning',
    'As good as any Chablis at this price. The case arrived without a scratch.',
  ),
  en('santorini-assyrtiko', 4, 'Needs food', 'Very austere on its own; with grilled bream it came alive.'),
  el('santorini-vinsanto', 5, 'Για τις γιορτές', 'Σύκο, καραμέλα, πορτοκάλι. Ένα μικρό ποτήρι και ησυχία.'),
  el('naoussa-xinomavro', 5, 'Σοβαρό κρασί', 'Το ανοίξαμε δύο ώρες πριν και άξιζε. Τανίνες που θέλουν αρνί.'),
  en(
    'naoussa-xinomavro',
    4,
    'Greek Barolo',
    'Tomato leaf, olives, grip. I will keep the other five for some years.',
  ),
  el('xinomavro-rose', 4, 'Όχι ροζ λεμονάδα', 'Ξηρό, με σώμα. Το ήπιαμε με γεμιστά.'),
  el(
    'tsipouro-xinomavro',
    5,
    'Χωρίς γλυκάνισο, χωρίς κεφάλι',
    'Καθαρό και αρωματικό. Το πρωί δεν θυμίζει τίποτα.',
  ),
  el('nemea-agiorgitiko', 5, 'Σίγουρη επιλογή', 'Το πήγα σε τραπέζι με δέκα άτομα και άρεσε σε όλους.'),
  en('nemea-agiorgitiko', 4, 'Velvet', 'Plum and clove, very easy to like. Good value by the case.'),
  el('cretan-tsikoudia', 5, 'Καζανάτη', 'Μυρίζει σταφύλι και όχι οινόπνευμα. Παγωμένη με ρόδι.'),
  el('ouzo-gera', 5, 'Θολώνει αργά', 'Το καλύτερο ούζο που ήπια τα τελευταία χρόνια, και είμαι Μυτιληνιός.'),
  en(
    'mastic-liqueur-chios',
    5,
    'After dinner',
    'Pine, vanilla, cold from the freezer. Guests always ask for the name.',
  ),
  el(
    'naxos-kitron-liqueur',
    4,
    'Δυνατό και φρέσκο',
    'Το κίτρινο είναι για όσους δεν θέλουν γλύκες. Με πάγο.',
  ),
  el('olympus-mountain-tea', 5, 'Ολόκληρα κλωνάρια', 'Όχι σκόνη σε φακελάκι. Βράζει, μοσχοβολά, ηρεμεί.'),
  en('olympus-mountain-tea', 5, 'My winter tea', 'Floral and soft. Two sprigs are enough for a pot.'),
  el('olympus-mountain-tea', 5, 'Το πίνει και ο παππούς', 'Παραγγέλνω τρία σακουλάκια κάθε Οκτώβρη.'),
  el('olympus-chamomile', 5, 'Μυρίζει μήλο', 'Μόνο κεφαλάκια, χωρίς ξυλαράκια. Το μωρό ηρέμησε.'),
  el('olympus-sage-tea', 4, 'Ζεσταίνει', 'Ωραίο μείγμα, η κανέλα ίσα που φαίνεται.'),
  en(
    'cretan-dittany',
    4,
    'A curiosity worth having',
    'Tastes of citronella and pepper. I put a leaf in gin.',
  ),
  el(
    'olympus-oregano',
    5,
    'Δυνατή!',
    'Έβαλα όσο βάζω συνήθως και κυριάρχησε. Θέλει το μισό, όπως λέει η περιγραφή.',
  ),
  en('olympus-oregano', 5, 'Throw the others away', 'The smell when you open the pouch is unbelievable.'),
  el(
    'krokos-kozanis-threads',
    5,
    'Πραγματικός κρόκος',
    'Δέκα νήματα έβαψαν ολόκληρο ριζότο. Σφραγισμένο φιαλίδιο, με σοδειά.',
  ),
  en(
    'krokos-kozanis-threads',
    5,
    'Deep red threads',
    'Whole, dry, intensely aromatic. Cheaper than in the shops here and much better.',
  ),
  el('saffron-honey-tea', 4, 'Χρυσό φλιτζάνι', 'Ωραίο δώρο, όμορφο κουτί. Λίγο γλυκό για μένα.'),
  el('chios-mastic-tears', 5, 'Για τα τσουρέκια', 'Καθαρή, μεγάλα δάκρυα. Τρίβεται εύκολα από την κατάψυξη.'),
  el('santorini-fava', 5, 'Βελούδο', 'Έλιωσε σε πενήντα λεπτά. Με κάπαρη από τον ίδιο παραγωγό, ποίημα.'),
  en(
    'santorini-fava',
    4,
    'Sweet and silky',
    'Much better than yellow split peas, though at three times the price.',
  ),
  el('kozani-giant-beans', 5, 'Δεν ανοίγουν', 'Έμειναν ολόκληροι στον φούρνο και κρέμα μέσα.'),
  el(
    'kozani-small-lentils',
    5,
    'Βραστερές',
    'Είκοσι πέντε λεπτά, χωρίς μούλιασμα. Η συνταγή της Δευτέρας ισχύει.',
  ),
  el('hilopites-metsovo', 5, 'Της γιαγιάς', 'Τα παιδιά ζήτησαν δεύτερο πιάτο. Με κοτόπουλο και μυζήθρα.'),
  el('lesvos-trahanas-cups', 4, 'Πρωτότυπο', 'Δεν τις ήξερα τις χάχλες. Στη σχάρα με λαδοτύρι, εξαιρετικές.'),
  el(
    'emmer-flour-kozani',
    4,
    'Ψωμί με γεύση',
    'Θέλει περισσότερο νερό απ’ το συνηθισμένο. Το ψωμί κρατά τέσσερις μέρες.',
  ),
  en(
    'saffron-emmer-ribbons',
    5,
    'Golden ribbons',
    'Holds its bite and the saffron really comes through. Butter is all it needs.',
  ),
  el(
    'cretan-barley-rusks',
    5,
    'Ντάκος σωστός',
    'Τραγανά και με γεύση κριθαριού. Δεν διαλύονται στη ντομάτα.',
  ),
  el(
    'santorini-sun-dried-tomatoes',
    5,
    'Συμπυκνωμένο καλοκαίρι',
    'Γλυκά και μαλακά. Το λάδι τους το έβαλα στη μακαρονάδα.',
  ),
  el(
    'santorini-capers',
    4,
    'Μικρή και αρωματική',
    'Ξεπλύνετέ την καλά, είναι αλμυρή. Πολύ καλύτερη από τη γνωστή.',
  ),
  el('florina-roasted-peppers', 5, 'Καπνιστές', 'Φαίνεται ότι είναι ψημένες στα ξύλα. Με φέτα και λάδι.'),
  en(
    'florina-roasted-peppers',
    4,
    'Sweet and smoky',
    'Beautiful peppers. One jar had a loose lid but they replaced it at once.',
    { answer: 'Sorry again, and thank you for writing to us first.' },
  ),
  el('xinomavro-vinegar', 5, 'Ζωντανό ξίδι', 'Έκανε και μάνα! Στις φακές απαραίτητο.'),
  en(
    'naoussa-peach-compote',
    5,
    'Tastes of summer',
    'Whole halves, light syrup, a hint of rose. Gone too soon.',
  ),
  el(
    'aegina-pistachios-roasted',
    5,
    'Φρεσκοψημένα',
    'Ψήθηκαν Τετάρτη, τα έτρωγα Παρασκευή. Το λεμόνι κάνει τη διαφορά.',
  ),
  en('aegina-pistachios-roasted', 5, 'Addictive', 'Small, intense, a little sour. A kilo lasted nine days.'),
  el(
    'aegina-pistachios-roasted',
    2,
    'Αρκετά κλειστά',
    'Η γεύση πολύ καλή, αλλά στο δικό μου σακουλάκι ήταν πολλά κλειστά.',
    { answer: 'Έχετε δίκιο, η παρτίδα της 4ης δεν διαλέχτηκε σωστά. Σας στείλαμε νέο σακουλάκι.' },
  ),
  el(
    'pistachio-butter',
    5,
    'Μόνο φιστίκι',
    'Πράσινο, παχύρρευστο, χωρίς ζάχαρη. Κρύβω το βάζο από τα παιδιά.',
  ),
  el('aegina-roasted-almonds', 4, 'Τραγανά', 'Το θυμάρι μόλις που φαίνεται, θα ήθελα λίγο παραπάνω.'),
  el('taygetos-dried-figs', 5, 'Μαλακά', 'Με καρύδι και κανέλα. Χωρίς ζάχαρη από πάνω.'),
  el('corinthian-currants', 5, 'Κάθε πρωί', 'Μικρή, δροσερή, στη βρώμη. Δεν έχει ίχνος λαδιού.'),
  el(
    'gera-olive-oil-soap',
    5,
    'Τίμιο σαπούνι',
    'Τρία συστατικά και το δέρμα μου ηρέμησε. Κρατά ενάμιση μήνα.',
  ),
  en(
    'gera-olive-oil-soap',
    4,
    'Simple and good',
    'Little lather, but my skin is no longer dry. Smells of nothing, which I like.',
  ),
  el(
    'thrypti-beeswax-balm',
    5,
    'Για κηπουρούς',
    'Τα χέρια μου μετά το κλάδεμα. Σε δύο μέρες έκλεισαν τα σκασίματα.',
  ),
  el('calendula-cream', 5, 'Για το μωρό', 'Απορροφάται γρήγορα και δεν μυρίζει. Μας τη σύστησε η μαία.'),
  el('mastic-face-cream', 4, 'Ελαφριά', 'Καλή για μέρα. Μου άρεσε που παίρνουν πίσω το βαζάκι.'),
  el('olympus-lip-balm', 5, 'Στο σκι', 'Ένα Σαββατοκύριακο στο χιόνι και τα χείλη μου άθικτα.', {
    status: 'pending',
  }),
  el('mastic-soap', 4, 'Ωραίο άρωμα', 'Μυρίζει μαστίχα χωρίς να ζαλίζει. Λιώνει λίγο γρήγορα.', {
    status: 'pending',
  }),
  en('pistachio-pasteli-aegina', 5, 'Dangerous', 'I bought one box for a friend and ate it on the train.', {
    status: 'pending',
  }),
  el(
    'ouzo-gera',
    1,
    'Δείτε και το δικό μου κατάστημα',
    'Πολύ ακριβό, σε εμάς θα το βρείτε μισή τιμή, γράψτε μου.',
    { status: 'refused' },
  ),
]
